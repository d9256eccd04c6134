import type { PlainDate } from '@zhaoguan/kernel';
import type { ReferenceData } from '@zhaoguan/platform';
import { periodInWords } from '../domain/period-words';
import type { PenaltyCase } from '../domain/penalty-case';
import type { RemedyPeriods } from '../domain/remedies';

/** What the papers of a case say of its periods, in words; of each day the terms that were in force then. */
export interface CasePeriods extends RemedyPeriods {
  /** For a statement (陈述、申辩). */
  readonly statement: string;
  /** For paying the fine. */
  readonly payment: string;
}

/** Periods of a notice or of a decision made on that day. */
export async function periodsOf(
  reference: ReferenceData,
  { kind, district }: Pick<PenaltyCase, 'kind' | 'district'>,
  on: PlainDate,
): Promise<CasePeriods> {
  const inWords = async (code: string): Promise<string> =>
    periodInWords(await reference.term(code, { kind, district, on }));
  return {
    statement: await inWords('PENALTY_STATEMENT'),
    payment: await inWords('PENALTY_PAYMENT'),
    reconsideration: await inWords('RECONSIDERATION'),
    litigation: await inWords('LITIGATION'),
  };
}
