import { Link } from 'react-router';
import { Failure } from '../../../shared/ui/failure';
import { Page } from '../../../shared/ui/page';
import { usePlaceName } from '../../../shared/ui/places';
import { Term } from '../../../shared/ui/term';
import { Waiting } from '../../../shared/ui/waiting';
import { useSunlight } from '../../../shared/ui/use-sunlight';
import { useFilters } from '../../../shared/table/use-filters';
import '../../../shared/phone/hand.css';
import { CountySelect } from './county-select';
import './tasks.css';
import { useTasks, type Task, type TaskLine } from './queries';

/** Inspections of the person who is signed in: what is under way first, then what ends next. */
export default function TaskListPage() {
  useSunlight();
  const [{ done, district }, change] = useFilters(['done', 'district']);
  const here = district === undefined ? {} : { district };
  return (
    <div className="hand">
      <Page title="检查任务">
        <nav className="hand-tabs" aria-label="任务状态">
          <Link to="?" aria-current={done === undefined ? 'page' : undefined}>
            未完成
          </Link>
          <Link to="?done=1" aria-current={done === undefined ? undefined : 'page'}>
            已提交
          </Link>
        </nav>
        <CountySelect value={district} onChange={(code) => change({ district: code })} />
        {done === undefined ? (
          <>
            <Tasks title="检查中" status="IN_PROGRESS" place={here} empty="没有正在进行的检查。" />
            <Tasks
              title="待检查"
              status="ASSIGNED"
              place={here}
              empty="没有等您检查的机构。抽取以后，派给您的任务会出现在这里。"
            />
          </>
        ) : (
          <Tasks title="已提交" status="SUBMITTED" place={here} empty="还没有提交过检查结果。" />
        )}
        <p>
          与某家机构有利害关系，可能影响公正的：
          <Link to="/recusals" className="task-recusal">
            我要回避
          </Link>
        </p>
      </Page>
    </div>
  );
}

interface TasksProps {
  readonly title: string;
  readonly status: Task['status'];
  readonly place: { readonly district?: string };
  readonly empty: string;
}

function Tasks({ title, status, place, empty }: TasksProps) {
  const list = useTasks({ assignee: 'me', status, ...place });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {list.isError && <Failure error={list.error} what="没有取得任务" onRetry={() => void list.refetch()} />}
      {!list.items && !list.isError && <Waiting />}
      {list.items?.length === 0 && <p>{empty}</p>}
      <ul className="hand-list">
        {list.items?.map((task) => (
          <li key={task.id}>
            <TaskCard task={task} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="hand-button" onClick={() => void list.fetchNextPage()}>
          继续显示
        </button>
      )}
    </section>
  );
}

function TaskCard({ task }: { readonly task: TaskLine }) {
  const place = usePlaceName(task.district);
  return (
    <Link to={`/tasks/${task.id}`}>
      <strong>{task.institution.name}</strong>
      <br />
      {task.institution.address}
      <br />
      {task.workingDaysLeft !== null && (
        <>
          <Term dueOn={task.dueOn} />
          <br />
        </>
      )}
      <small className="muted">
        {place} · {task.planTitle}
      </small>
    </Link>
  );
}
