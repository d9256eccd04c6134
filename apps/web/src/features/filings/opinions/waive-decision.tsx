import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Checkboxes } from '../../../shared/form/checkboxes';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { useOpinionAct, waiveOpinions, type Opinions } from './queries';
import { endedOf, waiverInWords } from './waiver-in-words';

interface WaiveDecisionProps {
  readonly id: string;
  readonly open: Opinions['items'];
  readonly onClose: () => void;
}

/** Whose answer is waited for no longer, and why the authority decides without it. */
export function WaiveDecision({ id, open, onClose }: WaiveDecisionProps) {
  const { data: calendar } = useCalendar();
  const [reason, setReason] = useState('');
  const [choice, choose] = useState<readonly string[] | null>(null);
  // Of one there is nothing to choose; of several those whose term has ended stand to reason.
  const chosen = choice ?? endedOf(open, calendar?.today).map((opinion) => opinion.id);
  const act = useOpinionAct(waiveOpinions, id);
  const waived = open.filter((opinion) => chosen.includes(opinion.id));
  return (
    <Decision
      open
      act="不再等待"
      consequences={waiverInWords(open, waived, calendar?.today)}
      ready={reason.trim() !== '' && waived.length > 0}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, { reason: reason.trim(), opinions: waived.map((opinion) => opinion.id) }, () => {
          tell(`已记录，不再等待${waived.map(({ departmentName }) => departmentName).join('、')}的意见。`);
          onClose();
        })
      }
    >
      {open.length > 1 && (
        <div style={{ marginBottom: 24 }}>
          <div>不再等待哪些部门（必选）</div>
          <Checkboxes
            label="不再等待哪些部门"
            options={open.map((opinion) => ({
              value: opinion.id,
              label: `${opinion.departmentName}（答复期限至${dayInWords(opinion.dueOn)}）`,
            }))}
            value={chosen}
            onChange={choose}
          />
        </div>
      )}
      <ReasonField label="理由" value={reason} onChange={setReason} />
    </Decision>
  );
}
