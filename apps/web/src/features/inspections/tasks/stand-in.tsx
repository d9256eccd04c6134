import { departmentLabel } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { codeOf } from '../../../shared/api/failure';
import Antd from '../../../shared/ui/antd';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { CallOff } from './call-off';
import { useStandIn, type Task } from './queries';

type Member = Task['team'][number];

interface Asked {
  readonly member: Member;
  readonly key: string;
}

/** The place of an inspector who cannot go is given to another, whom the random numbers of the draw pick (替补). */
export default function StandIn({ task }: { readonly task: Task }) {
  const [asked, ask] = useState<Asked | null>(null);
  const [reason, setReason] = useState('');
  const [emptyIn, setEmptyIn] = useState<string | null>(null);
  const standIn = useStandIn();
  const actions: readonly string[] = task.availableActions;
  const mayCallOff = actions.some((action) => action.startsWith('callOff'));
  const leave = () => {
    if (asked !== null && codeOf(standIn.error) === 'INFEASIBLE') setEmptyIn(asked.member.department);
    ask(null);
    setReason('');
    standIn.reset();
  };
  return (
    <Antd>
      <section className="panel">
        <h2>替补检查人员</h2>
        <p>
          以下检查人员的账号或者名录已停用，执法证已到期，或者公告后本人申请回避，不能参加检查。替补的人不由人选：由这次抽取的随机数从同部门、可以派往这里、没有回避的检查人员中选出。
        </p>
        <ul className="hand-list">
          {task.team
            .filter(({ isAbsent }) => isAbsent)
            .map((member) => (
              <li key={member.certificateNumber}>
                {member.name}（{departmentLabel(member.department)}）{' '}
                <Button
                  type="primary"
                  aria-label={`替补${member.name}`}
                  onClick={() => ask({ member, key: crypto.randomUUID() })}
                >
                  替补
                </Button>
              </li>
            ))}
        </ul>
        {emptyIn !== null && mayCallOff && <CallOff task={task} department={departmentLabel(emptyIn)} />}
        <Decision
          open={asked !== null}
          act="确定替补"
          grave
          consequences={[
            `${asked?.member.name ?? ''}退出这次检查，由选出的人接替，不能撤销；已经记录的检查情况保留。`,
            '替补的人马上收到通知，在“检查任务”里看到这项任务。',
            '替补的理由和双方的执法证号随抽取一并公开，任何人都能验证。',
          ]}
          ready={reason.trim() !== ''}
          busy={standIn.isPending}
          error={standIn.error}
          onConfirm={() => {
            if (asked === null) return;
            const { certificateNumber } = asked.member;
            carryOut(standIn, { task, key: asked.key, certificateNumber, reason: reason.trim() }, (after) => {
              tell(`已由${after.standIns.at(-1)?.joinedName ?? '新的检查人员'}替补。`);
              leave();
            });
          }}
          onCancel={leave}
        >
          <ReasonField label="替补的理由" help="例如：已调离本单位" value={reason} onChange={setReason} />
        </Decision>
      </section>
    </Antd>
  );
}
