import { TAKEOVER_GROUNDS, TAKEOVER_RELATION_LABELS, type TakeoverRelation } from '@zhaoguan/contracts';
import { saysSomething } from '@zhaoguan/kernel';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { RemarkAt } from '../form/remark-at';
import { TAKEOVER, TAKEOVER_LABEL } from '../form/steps';
import { stateTakeover, useFilingAct, type Filing, type FollowedRemark } from '../queries';
import { homeInWords, type Takeover } from './words';

interface TakeoverFormProps {
  readonly filing: Filing;
  readonly remarks: readonly FollowedRemark[];
}

/** The applicant says what they have to do with what stands there (归属说明). */
export function TakeoverForm({ filing, remarks }: TakeoverFormProps) {
  const { takeover } = filing;
  if (takeover === null || (!takeover.account && takeover.homes.length === 0)) return null;
  const { statement } = takeover;
  return <Stated key={statement?.statedAt ?? ''} filing={filing} remarks={remarks} takeover={takeover} />;
}

function Stated({ filing, remarks, takeover }: TakeoverFormProps & { readonly takeover: Takeover }) {
  const { account, homes, statement, required } = takeover;
  const relations: TakeoverRelation[] = account ? ['SAME_PERSON'] : ['SUCCESSOR', 'BESIDE'];
  const before = relations.find((value) => value === statement?.relation);
  const [relation, relate] = useState<TakeoverRelation | undefined>(
    before ?? (relations.length === 1 ? relations[0] : undefined),
  );
  const [ground, choose] = useState(before && statement?.ground);
  const [explanation, explain] = useState(statement?.explanation ?? '');
  const [predecessorId, point] = useState(statement?.predecessor?.id ?? homes[0]?.id);
  const act = useFilingAct(stateTakeover, filing);
  const ready =
    relation !== undefined && ground !== undefined && (ground !== 'OTHER' || saysSomething(explanation));
  const save = () => {
    if (relation === undefined || ground === undefined) return;
    const where = relation === 'SAME_PERSON' || predecessorId === undefined ? {} : { predecessorId };
    carryOut(act, { relation, ground, explanation, ...where }, () => tell('说明已经保存。'));
  };
  return (
    <Panel title={TAKEOVER_LABEL}>
      <div id={idOfPlace(TAKEOVER)} tabIndex={-1} className="defined-field">
        <p className="muted">
          {account && '名录中使用同一统一社会信用代码的机构由另一个账号办理，或者终止服务以前由它办理。'}
          {homes.length > 0 && `名录中同一地址有${homes.map(homeInWords).join('、')}。`}
          {required ? '请说明原因以后再提交。' : ''}
        </p>
        <RemarkAt remarks={remarks} pointer={TAKEOVER} />
        <Choice
          legend="关系（必填）"
          value={relation}
          options={relations.map((value) => ({ value, label: TAKEOVER_RELATION_LABELS[value] }))}
          onChange={(chosen) => {
            relate(chosen);
            choose(undefined);
          }}
        />
        {relation !== undefined && relation !== 'SAME_PERSON' && homes.length > 1 && (
          <Choice
            legend="哪一家（必填）"
            value={predecessorId}
            options={homes.map((home) => ({ value: home.id, label: homeInWords(home) }))}
            onChange={point}
          />
        )}
        {relation !== undefined && (
          <Choice
            legend="原因（必填）"
            value={ground}
            options={Object.entries(TAKEOVER_GROUNDS[relation]).map(([value, label]) => ({ value, label }))}
            onChange={choose}
          />
        )}
        <ReasonField
          label="说明"
          help="写明经过和日期，不要写身份证号、电话"
          value={explanation}
          onChange={explain}
          maxLength={500}
          optional={ground !== 'OTHER'}
        />
        {act.error && <Failure error={act.error} what="没有保存说明" />}
        <Button
          type={statement === null ? 'primary' : 'default'}
          disabled={!ready}
          loading={act.isPending}
          onClick={save}
        >
          {statement === null ? '保存说明' : '改正说明'}
        </Button>
      </div>
    </Panel>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ legend, value, options, onChange }: ChoiceProps<T>) {
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 16px' }}>
      <legend>{legend}</legend>
      <Radio.Group
        vertical
        value={value}
        onChange={(event) => onChange(event.target.value as T)}
        options={[...options]}
      />
    </fieldset>
  );
}
