import { daysBetween, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Watched } from '../domain/expiry';

/** Things of one sort that end soon, or have ended, in one institution are told together: thirty certificates are one notice. */
export async function tellNear(tx: Tx, near: readonly Watched[], on: PlainDate): Promise<void> {
  const groups = new Map<string, Watched[]>();
  for (const row of near) {
    const key = `${row.institutionId}:${row.what}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const rows of groups.values()) {
    const [first] = [...rows].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
    if (!first) continue;
    const { institutionId, district, what, endsOn } = first;
    await tx.emit('expiry.near', {
      institutionId,
      district,
      what,
      count: rows.length,
      stage: Math.max(...rows.map(({ stage }) => stage)),
      endsOn,
      daysLeft: daysBetween(on, endsOn),
    });
  }
}
