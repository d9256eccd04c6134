import { licenceExpiredOn, type InstitutionStatus, type OpenRenewal, type Regime } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { filingEndOf, VIEW } from './institution-parts';
import { RENEWAL, renewalShown } from './renewals';
import type { SqlReader } from './sql-reader';

interface Held {
  readonly id: string;
  readonly validUntil: PlainDate | null;
  readonly status: InstitutionStatus;
  readonly regime: Regime;
}

/**
 * By institution, the last day of a licence that has expired and does not count as renewed; one whose licence holds is absent. Only of what is
 * past its day the renewals are asked for.
 * @law 行政许可法第五十条、第七十条第一项
 */
export async function expiredLicences(
  database: SqlReader,
  held: readonly Held[],
  today: PlainDate,
): Promise<ReadonlyMap<string, PlainDate>> {
  const past = new Map(
    held.flatMap((one) => {
      const on = licenceExpiredOn({ ...one, isEnded: false }, false, today);
      return on === null ? [] : [[one.id, on] as const];
    }),
  );
  if (past.size === 0) return past;
  const rows = await database.query<
    { readonly id: string; readonly renewal: OpenRenewal | null; readonly end: object | null }[]
  >(
    `select i.id, ${RENEWAL} as renewal, ${filingEndOf('i')} as end from ${VIEW} i where i.id = any ($1::uuid[])`,
    [[...past.keys()]],
  );
  for (const { id, renewal, end } of rows)
    if (end !== null || renewalShown(renewal, today) !== null) past.delete(id);
  return past;
}
