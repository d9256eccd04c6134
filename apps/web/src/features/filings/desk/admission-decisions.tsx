import { caseWords } from '@zhaoguan/contracts';
import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { TooLong } from '../../../shared/form/too-long';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { admitFiling, dismissFiling, useFilingAct, type Filing } from '../queries';

interface StepProps {
  readonly filing: Filing;
  readonly onClose: () => void;
}

/** The application is complete and is examined (受理). */
export function Admitting({ filing, unsent, onClose }: StepProps & { readonly unsent: number }) {
  const act = useFilingAct((latest) => admitFiling(latest), filing, {
    name: '受理',
    onForestalled: onClose,
  });
  return (
    <Decision
      open
      act="受理"
      consequences={[
        ...(unsent > 0
          ? [
              `已写的 ${unsent} 处补正意见还没有告知申请人，受理以后不能再退回补正。需要补正的，请先退回补正。`,
            ]
          : []),
        '系统生成受理通知书，申请人可以下载。受理日期为收到申请材料之日，办理期限不变。',
        '受理以后不能再退回补正或者不予受理，应当在办理期限内作出决定。',
      ]}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, undefined, () => {
          tell('已受理，受理通知书已发给申请人。');
          onClose();
        })
      }
    />
  );
}

type Ground = 'NO_LICENCE_NEEDED' | 'NOT_COMPETENT';
const GROUNDS: readonly { readonly value: Ground; readonly label: string }[] = [
  { value: 'NO_LICENCE_NEEDED', label: '依法不需要取得行政许可' },
  { value: 'NOT_COMPETENT', label: '依法不属于本机关职权范围' },
];

/** It is not examined at all (不予受理): why, and where to turn to. */
export function Dismissing({ filing, onClose }: StepProps) {
  const id = useId();
  const [ground, choose] = useState<Ground>();
  const [reason, setReason] = useState('');
  const [competent, setCompetent] = useState('');
  const act = useFilingAct(dismissFiling, filing, { name: '不予受理', onForestalled: onClose });
  const elsewhere = ground === 'NOT_COMPETENT';
  return (
    <Decision
      open
      act="不予受理"
      grave
      consequences={[`这件${caseWords(filing).matter}办结，理由和救济途径写入决定书，送达申请人。`]}
      ready={ground !== undefined && reason.trim() !== '' && (!elsewhere || competent.trim() !== '')}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() => {
        if (ground === undefined) return;
        const body = { ground, reason: reason.trim(), ...(elsewhere ? { competent: competent.trim() } : {}) };
        carryOut(act, body, () => {
          tell('已作出不予受理的决定，理由已告知申请人。');
          onClose();
        });
      }}
    >
      <fieldset style={{ border: 0, padding: 0, margin: '0 0 24px' }}>
        <legend>情形（必填）</legend>
        <Radio.Group
          vertical
          value={ground}
          onChange={(event) => choose(event.target.value as Ground)}
          options={[...GROUNDS]}
        />
      </fieldset>
      {elsewhere && (
        <div style={{ marginBottom: 24 }}>
          <label htmlFor={id}>应当向哪个行政机关申请（必填）</label>
          <Input id={id} value={competent} onChange={(event) => setCompetent(event.target.value)} />
          <TooLong text={competent} max={100} />
        </div>
      )}
      <ReasonField label="理由" help="写明事实和依据" value={reason} onChange={setReason} />
    </Decision>
  );
}
