import { TAKEOVER_GROUNDS, TAKEOVER_RELATION_LABELS } from '@zhaoguan/contracts';
import { Button, Flex, Radio } from 'antd';
import { useId } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { idOfPlace } from '../../../shared/form/places-on-page';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { RemarkAt } from '../form/remark-at';
import { TAKEOVER, TAKEOVER_LABEL } from '../form/steps';
import { stateTakeover, useFilingAct, type Filing, type FollowedRemark } from '../queries';
import { isAsked, lackingOf, relationsOf, saidTooEarly, savedStatement } from './unsaved-statement';
import type { UnsavedStatement } from './use-unsaved-statement';
import { homeInWords, savedInWords } from './words';

interface TakeoverFormProps {
  readonly filing: Filing;
  readonly remarks: readonly FollowedRemark[];
  readonly said: UnsavedStatement;
}

/** The applicant says what they have to do with what stands there (归属说明). */
export function TakeoverForm({ filing, remarks, said }: TakeoverFormProps) {
  const { takeover } = filing;
  const act = useFilingAct(stateTakeover, filing);
  const lackId = useId();
  if (!isAsked(takeover)) return null;
  const { account, homes, statement, required } = takeover;
  const typed = said.unsaved ?? savedStatement(takeover);
  const { relation, ground, explanation, predecessorId } = typed;
  const isUnsaved = said.unsaved !== null;
  const lacking = lackingOf(typed);
  const early = saidTooEarly(filing);
  const save = () => {
    if (relation === undefined || ground === undefined) return;
    const where = relation === 'SAME_PERSON' || predecessorId === undefined ? {} : { predecessorId };
    carryOut(act, { relation, ground, explanation, ...where }, (after) => {
      said.forget();
      tell(savedInWords(explanation, after.takeover));
    });
  };
  return (
    <Panel title={TAKEOVER_LABEL}>
      <div id={idOfPlace(TAKEOVER)} tabIndex={-1} className="defined-field">
        <p className="muted">
          {account && '名录中使用同一统一社会信用代码的机构由另一个账号办理，或者终止服务以前由它办理。'}
          {homes.length > 0 && `名录中同一地址有${homes.map(homeInWords).join('、')}。`}
          {required ? '请说明原因以后再提交。' : ''}
          {!account && '承接它的场地的，请说明并上传证明；各自经营的，可以说明，不说明不影响提交。'}
        </p>
        {early !== null && <p role="note">{early}</p>}
        <RemarkAt remarks={remarks} pointer={TAKEOVER} />
        <Choice
          legend={account ? '关系（必填）' : '关系'}
          value={relation}
          options={relationsOf(takeover).map((value) => ({ value, label: TAKEOVER_RELATION_LABELS[value] }))}
          onChange={(chosen) => said.type({ ...typed, relation: chosen, ground: undefined })}
        />
        {relation !== undefined && relation !== 'SAME_PERSON' && homes.length > 1 && (
          <Choice
            legend="哪一家（必填）"
            value={predecessorId}
            options={homes.map((home) => ({ value: home.id, label: homeInWords(home) }))}
            onChange={(chosen) => said.type({ ...typed, predecessorId: chosen })}
          />
        )}
        {relation !== undefined && (
          <Choice
            legend="原因（必填）"
            value={ground}
            options={Object.entries(TAKEOVER_GROUNDS[relation]).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => said.type({ ...typed, ground: chosen })}
          />
        )}
        <ReasonField
          label="说明"
          help="写明经过和日期；身份证号、电话号码会被遮盖"
          value={explanation}
          onChange={(text) => said.type({ ...typed, explanation: text })}
          maxLength={500}
          optional={ground !== 'OTHER'}
        />
        {act.error && <Failure error={act.error} what="没有保存说明" />}
        {(isUnsaved || required) && lacking.length > 0 && (
          <p id={lackId} className="muted">
            保存以前还须{lacking.join('、')}。
          </p>
        )}
        <Flex gap={8} wrap>
          <Button
            type={statement === null ? 'primary' : 'default'}
            disabled={lacking.length > 0}
            {...(lacking.length > 0 ? { 'aria-describedby': lackId } : {})}
            loading={act.isPending}
            onClick={save}
          >
            {statement === null ? '保存说明' : '改正说明'}
          </Button>
          {isUnsaved && <Button onClick={said.forget}>不保存，恢复原样</Button>}
        </Flex>
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
