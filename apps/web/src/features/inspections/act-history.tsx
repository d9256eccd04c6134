import type { Schemas } from '@zhaoguan/api-client';
import { History } from '../../shared/ui/history';

/** The acts of a draw or a task, newest first. */
export function ActHistory({ acts }: { readonly acts: readonly Schemas['InspectionActDto'][] }) {
  return (
    <History
      acts={acts
        .map(({ action, label, actorName, at, reason }, i) => ({
          id: `${i}-${action}`,
          label,
          at,
          actor: actorName ?? '已注销的账号',
          ...(reason === null ? {} : { reason: `理由：${reason}` }),
        }))
        .toReversed()}
    />
  );
}
