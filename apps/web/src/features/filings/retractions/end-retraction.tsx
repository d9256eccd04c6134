import { matterInWords } from '@zhaoguan/contracts';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { useToday } from '../../../shared/ui/use-calendar';
import { tell } from '../../../shared/ui/told';
import type { Filing } from '../queries';
import {
  declineRetraction,
  grantRetraction,
  takeBackRetraction,
  useRetractionAct,
  type Retraction,
} from './queries';
import { ReasonedForm } from './reasoned-form';
import { afterDeclining, afterGranting, afterTakingBack } from './retraction-words';

interface EndProps {
  readonly filing: Filing;
  readonly retraction: Retraction;
  readonly onClose: () => void;
}

/** The office grants it: what was accepted never comes into force. */
export function GrantRetraction({ filing, retraction, onClose }: EndProps) {
  const act = useRetractionAct(() => grantRetraction(filing.id, retraction.id), filing);
  return (
    <Decision
      open
      act="准予撤回"
      consequences={afterGranting(filing)}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, undefined, () => {
          tell(`已准予撤回，${matterInWords(filing)}不再执行。`);
          onClose();
        })
      }
    />
  );
}

/** The office declines it, and says why in a paper. */
export function DeclineRetraction({ filing, retraction, onClose }: EndProps) {
  const today = useToday();
  const act = useRetractionAct(
    (reason: string) => declineRetraction(filing.id, retraction.id, reason),
    filing,
  );
  return (
    <ReasonedForm
      name="retraction-declined"
      subjectId={retraction.id}
      submit="不予撤回"
      reason={{
        label: '不予撤回的理由',
        extra: '写入《不予撤回告知书》',
        missing: '请写明不予撤回的理由',
      }}
      consequences={afterDeclining(filing, today)}
      told={`已不予撤回，${matterInWords(filing)}仍然有效。`}
      act={act}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

/** Who asked for it thinks better of it. */
export function TakeBackRetraction({ filing, retraction, onClose }: EndProps) {
  const today = useToday();
  const act = useRetractionAct(() => takeBackRetraction(filing.id, retraction.id), filing);
  return (
    <Decision
      open
      act="不再申请撤回"
      consequences={afterTakingBack(filing, today)}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, undefined, () => {
          tell(`已不再申请撤回，${matterInWords(filing)}仍然有效。`);
          onClose();
        })
      }
    />
  );
}
