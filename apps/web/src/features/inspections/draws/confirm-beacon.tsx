import { beaconName } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { codeOf } from '../../../shared/api/failure';
import { Decision } from '../../../shared/ui/decision';
import { instantInWords } from '../../../shared/ui/dates';
import { Failure } from '../../../shared/ui/failure';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { BeaconValueField } from './beacon-value-field';
import { faultAt } from './fault-at';
import { useConfirmBeacon, type Draw } from './queries';

/** The second official copies the published value independently: what the first one entered is not shown. */
export function ConfirmBeacon({ draw }: { readonly draw: Draw }) {
  const [value, setValue] = useState('');
  const [asking, ask] = useState(false);
  const confirm = useConfirmBeacon(draw.id);
  const { beacon } = draw;
  const differs = codeOf(confirm.error) === 'BEACON_MISMATCH';
  const fault = faultAt(confirm.error, '/value');
  const refused = confirm.error !== null && fault === undefined && !differs;
  const submit = () =>
    carryOut(
      confirm,
      value.trim(),
      () => tell('已确认公开随机数，正在抽取。'),
      (error) => {
        // What is wrong with the value is said at the field, below the dialog.
        if (codeOf(error) === 'BEACON_MISMATCH' || faultAt(error, '/value') !== undefined) ask(false);
      },
    );
  return (
    <Panel title="确认公开随机数">
      <p>
        {beacon.enteredAt !== null && `公开随机数已于${instantInWords(beacon.enteredAt)}录入。`}
        请您自己对照官方公布的结果，独立再录入一遍；先前录入的值这里不显示。
        {beacon.sourceUrl !== null && (
          <>
            录入人对照的网址：
            <a href={beacon.sourceUrl} target="_blank" rel="noreferrer">
              {beacon.sourceUrl}
            </a>
          </>
        )}
      </p>
      {differs && (
        <div className="fault-summary" role="alert">
          <strong>两次录入的值不一致，没有抽取。</strong>
          <p>
            请再对照一遍官方公布的{beaconName(beacon)}
            。您核对无误的，说明先前录入的有误：请告诉抽查计划人重新录入，然后您再确认。
          </p>
        </div>
      )}
      <BeaconValueField beacon={beacon} value={value} onChange={setValue} fault={fault} />
      {refused && !asking && (
        <Failure error={confirm.error} what="没有确认公开随机数" safe="填写的内容还在。" />
      )}
      <Button type="primary" disabled={value.trim() === ''} onClick={() => ask(true)}>
        确认公开随机数并抽取
      </Button>
      <Decision
        open={asking}
        act="确认公开随机数并抽取"
        consequences={[
          <>
            您录入的值：<span className="mono">{value.trim()}</span>
          </>,
          `两次录入一致的，系统立即在后台抽取，检查对象和检查人员由“${beaconName(beacon)}”和公告前封存的秘密数共同决定。`,
          '抽取结果的摘要当即公开；结果本身封存，到公开抽取时公布。',
          '确认以后公开随机数不能再改。',
        ]}
        busy={confirm.isPending}
        error={refused ? confirm.error : null}
        onCancel={() => ask(false)}
        onConfirm={submit}
      />
    </Panel>
  );
}
