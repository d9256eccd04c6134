import { History } from '../../../shared/ui/history';
import type { Overdue } from './queries';

/** How it was raised, who urged and what the office said, the newest first. */
export function OverdueHistory({ history }: Pick<Overdue, 'history'>) {
  return (
    <History
      acts={history
        .map(({ label, at, actorName, note }, index) => ({
          id: String(index),
          at,
          label,
          actor: actorName ?? '系统',
          ...(note === null ? {} : { reason: note }),
        }))
        .toReversed()}
    />
  );
}
