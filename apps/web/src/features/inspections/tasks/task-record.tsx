import { departmentLabel, siteInWords } from '@zhaoguan/contracts';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../shared/session/use-session';
import { dayInWords, instantInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Mark } from '../../../shared/ui/mark';
import { Status } from '../../../shared/ui/status';
import { Term } from '../../../shared/ui/term';
import { OutcomeWord } from './checklist-view';
import { LeftOver } from './left-over';
import { StoredPhoto } from './item-photos';
import { useResultLabel, type Finding, type Task } from './queries';
import { standInFacts } from './stand-in-facts';
import { useFromTop } from './use-from-top';
import './tasks.css';

const UnsignedReport = lazy(() => import('./unsigned-report'));
const ReplaceTarget = lazy(() => import('./replace-target'));
const StandIn = lazy(() => import('./stand-in'));
const TaskHistory = lazy(() => import('./task-history'));

/** An inspection as it stands, or stood when it was handed in; nothing can be answered here. */
export function TaskRecord({ task }: { readonly task: Task }) {
  const { institution, status, dueOn, workingDaysLeft, startedAt, submittedAt, team, standIns, findings } =
    task;
  const heading = useFromTop();
  const actions: readonly string[] = task.availableActions;
  const isUnsigned = actions.includes('withdrawReport');
  const result = useResultLabel(task.resultCode);
  const mayReadResult = useMay('result.read');
  const failed = findings.filter(({ outcome }) => outcome === 'FAIL');
  const others = findings.filter(({ outcome }) => outcome !== 'FAIL');
  return (
    <>
      <header className="inspection-head">
        <h1 ref={heading} tabIndex={-1}>
          {institution.name}
        </h1>
        <Status process="inspection-task" status={status} />{' '}
        {isUnsigned && <Mark tone="attention">待会签</Mark>}
        {workingDaysLeft !== null && <Term dueOn={dueOn} />}
      </header>
      <LeftOver task={task} />
      <Suspense>{isUnsigned && <UnsignedReport task={task} />}</Suspense>
      <section className="panel">
        <Facts
          facts={[
            { name: '检查结果', value: result === '' ? '还没有提交' : result },
            { name: '地址', value: institution.address },
            { name: '机构类型', value: siteInWords(task) },
            { name: '抽查计划', value: task.planTitle },
            {
              name: '检查组',
              value: team
                .map(({ name, department, isAbsent }) =>
                  isAbsent
                    ? `${name}（${departmentLabel(department)}，不能参加）`
                    : `${name}（${departmentLabel(department)}）`,
                )
                .join('、'),
            },
            ...standInFacts(standIns),
            { name: '开始检查', value: startedAt === null ? '还没有开始' : instantInWords(startedAt) },
            {
              name: '提交结果',
              value: submittedAt === null ? `最迟${dayInWords(dueOn)}` : instantInWords(submittedAt),
            },
          ]}
        />
        {mayReadResult && task.resultId !== null && (
          <Link to={`/results/${task.resultId}`}>看检查结果和公布情况</Link>
        )}
      </section>
      <section className="panel">
        <h2>不符合的事项</h2>
        {failed.length === 0 ? <p>没有认定不符合的事项。</p> : <Findings findings={failed} task={task} />}
        {others.length > 0 && (
          <details>
            <summary>其他 {others.length} 项</summary>
            <Findings findings={others} task={task} />
          </details>
        )}
      </section>
      <Suspense>
        {actions.some((action) => action.startsWith('standIn')) && <StandIn task={task} />}
        {actions.includes('replace') && <ReplaceTarget task={task} />}
        <TaskHistory id={task.id} />
      </Suspense>
    </>
  );
}

function Findings({ findings, task }: { readonly findings: readonly Finding[]; readonly task: Task }) {
  return (
    <ul className="hand-list">
      {findings.map(({ evidenceIds = [], ...finding }) => (
        <li key={finding.id} className="finding">
          <p>
            <OutcomeWord answer={finding} /> {finding.itemTitle}
          </p>
          {finding.note && <p>{finding.note}</p>}
          {evidenceIds.length > 0 && (
            <ul className="photo-list" aria-label={`${finding.itemTitle}的照片`}>
              {evidenceIds.map((id) => (
                <li key={id}>
                  <StoredPhoto
                    taskId={task.id}
                    evidence={task.evidence.find((one) => one.id === id)}
                    picture={undefined}
                  />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
