import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useOpinionAct, waiveOpinions, type Opinions } from './queries';

interface WaiveDecisionProps {
  readonly id: string;
  readonly open: Opinions['items'];
  readonly onClose: () => void;
}

/** Why the authority decides without what was not answered. */
export function WaiveDecision({ id, open, onClose }: WaiveDecisionProps) {
  const [reason, setReason] = useState('');
  const act = useOpinionAct(waiveOpinions, id);
  return (
    <Decision
      open
      act="不再等待"
      consequences={[
        `${open.map(({ departmentName }) => departmentName).join('、')}不能再答复；此后可以作出决定。`,
        '理由留有记录。',
      ]}
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, reason.trim(), () => {
          tell('已记录，不再等待尚未答复的意见。');
          onClose();
        })
      }
    >
      <ReasonField label="理由" value={reason} onChange={setReason} />
    </Decision>
  );
}
