import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import type { Filing } from '../queries';
import { releaseCase, useAssignmentAct } from './queries';

const MOST_CHARACTERS = 500;

/** Back into the queue, with how far it is. */
export function ReleaseDecision({
  filing,
  onClose,
}: {
  readonly filing: Filing;
  readonly onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const act = useAssignmentAct(releaseCase, filing);
  return (
    <Decision
      open
      act="退回待分派"
      consequences={['本件回到待分派中，同事都可以领取；办理期限不变。']}
      ready={note.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, note.trim(), () => {
          tell('已退回待分派。');
          onClose();
        })
      }
    >
      <ReasonField
        label="为什么退回、办到哪一步"
        value={note}
        maxLength={MOST_CHARACTERS}
        onChange={setNote}
      />
    </Decision>
  );
}
