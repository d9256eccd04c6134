import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { dayInWords } from '../../../shared/ui/dates';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { askExtension, useExtensionAct, type Extensions } from './queries';

interface AskExtensionProps {
  readonly id: string;
  readonly offer: NonNullable<Extensions['offer']>;
  readonly onClose: () => void;
}

/** Why the application cannot be decided in time. */
export function AskExtension({ id, offer, onClose }: AskExtensionProps) {
  const [reason, setReason] = useState('');
  const act = useExtensionAct((body: string) => askExtension(id, body), id);
  return (
    <Decision
      open
      act="报请延长办理期限"
      consequences={[
        `由本机关负责人批准。批准以后，办理期限延长 ${offer.days} 个工作日，由${dayInWords(offer.dueBefore)}延长至${dayInWords(offer.dueAfter)}；一件申请只能延长一次。`,
        '批准以前，办理期限照常计算。批准以后，理由写入告知书，告知申请人。',
      ]}
      ready={reason.trim() !== ''}
      busy={act.isPending}
      error={act.error}
      onCancel={onClose}
      onConfirm={() =>
        carryOut(act, reason.trim(), () => {
          tell('已报请延长办理期限，批准人已收到通知。');
          onClose();
        })
      }
    >
      <ReasonField
        label="延长期限的理由"
        help="写明为什么在期限内不能作出决定，还需要做什么"
        value={reason}
        onChange={setReason}
      />
    </Decision>
  );
}
