import { History } from '../../shared/ui/history';
import { runsOf, type InspectionAct } from './act-runs';

/** The acts of a draw or a task, newest first; what one person did over and over stands in one line. */
export function ActHistory({ acts }: { readonly acts: readonly InspectionAct[] }) {
  return (
    <History
      acts={runsOf(acts)
        .map(({ act: { action, label, actorName, at, reason }, times }, i) => ({
          id: `${i}-${action}`,
          label: times === 1 ? label : `${label}（连续 ${times} 次）`,
          at,
          actor: actorName ?? '已注销的账号',
          ...(reason === null ? {} : { reason: `理由：${reason}` }),
        }))
        .toReversed()}
    />
  );
}
