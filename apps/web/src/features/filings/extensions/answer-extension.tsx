import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { approveExtension, declineExtension, useExtensionAct, type Extension } from './queries';

interface AnswerProps {
  readonly id: string;
  readonly extension: Extension;
  readonly onClose: () => void;
}

/** The head of the authority gives more time. */
export function ApproveExtension({ id, extension, onClose }: AnswerProps) {
  const act = useExtensionAct(() => approveExtension(id, extension.id), id);
  return (
    <Decision
      open
      act="批准延长"
      consequences={[
        `办理期限延长至${dayInWords(extension.dueAfter)}，以后不能再延长。`,
        '系统生成《延长行政许可办理期限告知书》，理由告知申请人。',
      ]}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, undefined, () => {
          tell('已批准延长办理期限，理由已告知申请人。');
          onClose();
        })
      }
    />
  );
}

/** Why the application is to be decided in time. */
export function DeclineExtension({ id, extension, onClose }: AnswerProps) {
  const [reason, setReason] = useState('');
  const act = useExtensionAct((body: string) => declineExtension(id, extension.id, body), id);
  return (
    <Decision
      open
      act="不批准延长"
      consequences={[`仍应当在${dayInWords(extension.dueBefore)}前作出决定。理由告知报请人，不告知申请人。`]}
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, reason.trim(), () => {
          tell('已记录，报请人已收到通知。');
          onClose();
        })
      }
    >
      <ReasonField label="不批准的理由" value={reason} onChange={setReason} />
    </Decision>
  );
}
