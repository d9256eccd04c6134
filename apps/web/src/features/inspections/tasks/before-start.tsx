import { departmentLabel, siteInWords } from '@zhaoguan/contracts';
import { lazy, Suspense, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Facts } from '../../../shared/ui/facts';
import { dayInWords } from '../../../shared/ui/dates';
import { PhoneDecision } from '../../../shared/phone/phone-decision';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { tell } from '../../../shared/ui/told';
import { standInFacts } from './stand-in-facts';
import { useStartTask, type Task } from './queries';

const StandIn = lazy(() => import('./stand-in'));

/** A task that nobody has begun: where to go, with whom and until when. The institution does not know of it. */
export function BeforeStart({ task }: { readonly task: Task }) {
  const [asking, ask] = useState(false);
  const start = useStartTask();
  const { institution, team, standIns, items, dueOn, planTitle, status } = task;
  const actions: readonly string[] = task.availableActions;
  const mayStart = actions.includes('start');
  const absent = team.filter(({ isAbsent }) => isAbsent).map(({ name }) => name);
  return (
    <>
      <header className="inspection-head">
        <h1>{institution.name}</h1>
        <Status process="inspection-task" status={status} /> <Term dueOn={dueOn} />
      </header>
      <p className="hand-warning">
        {mayStart || absent.length > 0
          ? '检查开始之前，请对机构和其他人保密。'
          : '检查开始之前，抽中哪家机构是保密的。您查看这项任务已被记录。'}
      </p>
      {absent.length > 0 && (
        <p className="hand-warning" role="status">
          {absent.join('、')}不能参加检查：账号或者名录已停用，或者执法证已到期。由复核人替补以后才能开始。
        </p>
      )}
      <section className="panel">
        <Facts
          facts={[
            { name: '地址', value: institution.address },
            { name: '机构类型', value: siteInWords(task) },
            { name: '抽查计划', value: planTitle },
            {
              name: '检查组',
              value: team.map(({ name, certificateNumber, department }) => (
                <div key={certificateNumber}>
                  {name}（{departmentLabel(department)}，执法证号{' '}
                  <span className="mono">{certificateNumber}</span>）
                </div>
              )),
            },
            ...standInFacts(standIns),
            { name: '检查事项', value: `${items.length} 项` },
          ]}
        />
        <details>
          <summary>看检查事项</summary>
          <ol>
            {items.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ol>
        </details>
      </section>
      <Suspense>{actions.includes('standInBefore') && <StandIn task={task} />}</Suspense>
      {mayStart && (
        <div className="hand-foot hand-buttons">
          <button type="button" className="hand-button hand-primary" onClick={() => ask(true)}>
            开始检查
          </button>
        </div>
      )}
      <PhoneDecision
        open={asking}
        act="开始检查"
        consequences={[
          `从现在起，“${institution.name}”能在系统里看到这次检查，请在到达现场以后再开始。`,
          '开始时间记入检查记录，不能撤销。',
          '现场检查人员不得少于两人，并应当出示执法证件。',
          `检查结果最迟在${dayInWords(dueOn)}提交。`,
        ]}
        busy={start.isPending}
        error={start.error}
        onConfirm={() => carryOut(start, task, () => tell(`已开始检查“${institution.name}”。`))}
        onCancel={() => {
          ask(false);
          start.reset();
        }}
      />
    </>
  );
}
