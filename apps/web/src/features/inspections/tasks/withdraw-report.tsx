import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { tell } from '../../../shared/ui/told';
import { useWithdrawReport, type Task } from './queries';

/** Takes a report that nobody is there back before a second one has signed it (撤回检查结果). */
export function WithdrawReport({ task, label }: { readonly task: Task; readonly label: string }) {
  /** Of the opened form; none while it is closed. */
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const withdraw = useWithdrawReport();
  return (
    <>
      <button type="button" className="hand-button" onClick={() => setKey(crypto.randomUUID())}>
        撤回检查结果
      </button>
      <PhoneDecision
        open={key !== null}
        act="撤回检查结果"
        consequences={[
          `“${task.institution.name}”的“${label}”不再作数，检查回到检查中，由检查组继续检查后重新提交。`,
          '撤回的报告、撤回人和理由记入办理记录，同组人员会收到通知。',
        ]}
        busy={withdraw.isPending}
        error={withdraw.error}
        ready={reason.trim() !== ''}
        onConfirm={() =>
          key !== null &&
          carryOut(withdraw, { task, key, reason: reason.trim() }, () =>
            tell(`已撤回“${label}”，请继续检查。`),
          )
        }
        onCancel={() => {
          setKey(null);
          withdraw.reset();
        }}
      >
        <label className="hand-field">
          <span>撤回的理由（必填）</span>
          <textarea
            rows={3}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            placeholder="例如：两人到场核实，机构仍在营业"
          />
        </label>
      </PhoneDecision>
    </>
  );
}
