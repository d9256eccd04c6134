import { Link } from 'react-router';
import { OutcomeWord } from '../tasks/checklist-view';
import type { Result } from './queries';
import './results.css';

interface KeptFindingsProps {
  readonly taskId: string;
  readonly findings: NonNullable<Result['keptFindings']>;
}

/** What the team had found when it took its result back; it may have been written anew since. */
export function KeptFindings({ taskId, findings }: KeptFindingsProps) {
  return (
    <>
      <p>
        <Link to={`/tasks/${taskId}`}>检查任务和办理记录</Link>
      </p>
      {findings.length === 0 ? (
        <p>撤回时没有记录检查情况。</p>
      ) : (
        <ul className="findings">
          {findings.map(({ id, outcome, itemCode, itemTitle, note }) => (
            <li key={id}>
              <OutcomeWord answer={{ outcome }} /> <span className="mono muted">{itemCode}</span> {itemTitle}
              {note !== null && <div>{note}</div>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
