import { Link } from 'react-router';
import { Loaded } from '../../../shared/ui/loaded';
import { OutcomeWord } from '../tasks/checklist-view';
import { StoredPhoto } from '../tasks/item-photos';
import { useTask, type Finding, type Task } from '../tasks/queries';
import './results.css';

/** What the team wrote down and photographed; none of it is published. */
export function Inspected({ taskId }: { readonly taskId: string }) {
  return (
    <Loaded query={useTask(taskId)} what="检查情况">
      {(task) => {
        const failed = task.findings.filter(({ outcome }) => outcome === 'FAIL');
        const others = task.findings.filter(({ outcome }) => outcome !== 'FAIL');
        return (
          <>
            <p>
              检查组：{task.team.map(({ name }) => name).join('、')} ·{' '}
              <Link to={`/tasks/${task.id}`}>检查任务和办理记录</Link>
            </p>
            {task.availableActions.includes('replace') && (
              <p>
                检查组报告机构已经找不到，可以由备选的下一家顶替：
                <Link to={`/tasks/${task.id}`}>到检查任务补抽</Link>
              </p>
            )}
            {failed.length === 0 ? <p>没有认定不符合的事项。</p> : <Findings findings={failed} task={task} />}
            {others.length > 0 && (
              <details>
                <summary>其他 {others.length} 项</summary>
                <Findings findings={others} task={task} />
              </details>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Findings({ findings, task }: { readonly findings: readonly Finding[]; readonly task: Task }) {
  return (
    <ul className="findings">
      {findings.map(({ id, outcome, itemCode, itemTitle, note, evidenceIds = [] }) => (
        <li key={id}>
          <OutcomeWord answer={{ outcome }} /> <span className="mono muted">{itemCode}</span> {itemTitle}
          {note && <div>{note}</div>}
          {evidenceIds.length > 0 && (
            <ul className="photo-list" aria-label={`${itemTitle}的照片`}>
              {evidenceIds.map((evidenceId) => (
                <li key={evidenceId}>
                  <StoredPhoto
                    taskId={task.id}
                    evidence={task.evidence.find((one) => one.id === evidenceId)}
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
