import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useCallOff, type Task } from './queries';

/** For an inspection for which nobody is left: it ends, with a reason that is published (终止检查). */
export function CallOff({ task, department }: { readonly task: Task; readonly department: string }) {
  const [key, ask] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const callOff = useCallOff();
  const leave = () => {
    ask(null);
    setReason('');
    callOff.reset();
  };
  return (
    <>
      <p role="status">
        {department}
        没有其他检查人员可以派往这里。可以请计划人员在名录中恢复人员、延长执法证有效期，或者请管理员启用账号，再办理替补。连续五个工作日仍没有人员可派的，可以终止这项检查。
      </p>
      <Button danger onClick={() => ask(crypto.randomUUID())}>
        终止检查
      </Button>
      <Decision
        open={key !== null}
        act="终止检查"
        grave
        consequences={[
          '这家机构这次不再检查，不能撤销；其余检查结束以后，抽取可以公开。',
          '终止的理由、各名检查人员自何时起不能参加，随抽取一并公开，任何人都能查看。',
        ]}
        ready={reason.trim() !== ''}
        busy={callOff.isPending}
        error={callOff.error}
        onConfirm={() => {
          if (key === null) return;
          carryOut(callOff, { task, key, reason: reason.trim() }, () => {
            tell('已终止检查。');
            leave();
          });
        }}
        onCancel={leave}
      >
        <ReasonField
          label="终止的理由"
          help="例如：本部门检查人员均已调离"
          value={reason}
          onChange={setReason}
        />
      </Decision>
    </>
  );
}
