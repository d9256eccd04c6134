import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { tell } from '../../../shared/ui/told';
import { useCoSignTask, useResultLabel, type Task } from './queries';
import { WithdrawReport } from './withdraw-report';

/**
 * That an institution is gone is said by two of the team (会签): only then it is published, and its place given to a
 * reserve. Until then either of them can take the report back, and the inspection goes on.
 */
export default function UnsignedReport({ task }: { readonly task: Task }) {
  const actions: readonly string[] = task.availableActions;
  const label = useResultLabel(task.resultCode);
  const maySign = actions.includes('coSign');
  return (
    <section className="panel">
      <h2>会签</h2>
      <p>
        {maySign
          ? `同组人员报告“${label}”。您也到场确认属实的，请会签；会签以后，结果才能公布，才能由备选的下一家机构顶替。不属实的，请撤回，继续检查。`
          : `您报告“${label}”，等同组另一名人员会签。会签以后，结果才能公布；报告有误的，会签以前可以撤回，继续检查。`}
      </p>
      <div className="hand-buttons">
        {actions.includes('withdrawReport') && <WithdrawReport task={task} label={label} />}
        {maySign && <CoSign task={task} label={label} />}
      </div>
    </section>
  );
}

function CoSign({ task, label }: { readonly task: Task; readonly label: string }) {
  const [asking, ask] = useState(false);
  const coSign = useCoSignTask();
  return (
    <>
      <button type="button" className="hand-button hand-primary" onClick={() => ask(true)}>
        会签
      </button>
      <PhoneDecision
        open={asking}
        act="会签"
        consequences={[
          `您以执法检查人员的身份确认“${task.institution.name}”的检查结果：${label}。`,
          '会签不能撤销，会签人和时间记入办理记录。',
        ]}
        busy={coSign.isPending}
        error={coSign.error}
        onConfirm={() => carryOut(coSign, task, () => tell(`已会签“${label}”。`))}
        onCancel={() => {
          ask(false);
          coSign.reset();
        }}
      />
    </>
  );
}
