import { OUTCOME_LABELS } from '@zhaoguan/contracts';
import type { Answer, Conflict } from './answers';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly onResolve: (conflict: Conflict, choice: 'mine' | 'theirs') => void;
}

/** Two inspectors answered one item differently: neither is dropped in silence. */
export function ConflictChoice({ conflict, onResolve }: ConflictChoiceProps) {
  return (
    <div className="hand-warning" role="alert">
      <p>
        <strong>! 这一项，检查组另一名成员填得不一样。</strong>请商量后选定一种；选定之前不上报。
      </p>
      <p>本机填的：{inWords(conflict.mine)}</p>
      <p>已经上报的：{inWords(conflict.theirs)}</p>
      <div className="hand-buttons">
        <button type="button" className="hand-button" onClick={() => onResolve(conflict, 'mine')}>
          用本机填的
        </button>
        <button type="button" className="hand-button" onClick={() => onResolve(conflict, 'theirs')}>
          用已上报的
        </button>
      </div>
    </div>
  );
}

function inWords({ outcome, note, evidenceIds }: Answer): string {
  const parts = [
    outcome === null ? '没有结论' : OUTCOME_LABELS[outcome],
    ...(note.trim() === '' ? [] : [`“${note.trim()}”`]),
    ...(evidenceIds.length === 0 ? [] : [`照片 ${evidenceIds.length} 张`]),
  ];
  return parts.join('，');
}
