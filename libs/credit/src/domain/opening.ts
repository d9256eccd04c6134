import { openingPoints, type CreditOpening, type Grade } from '@zhaoguan/contracts';
import { addMonths, type PlainDate } from '@zhaoguan/kernel';
import type { GradeRules } from './grade';
import type { CreditEntry } from './scoring';

/** An institution as the registry has it before it has an account. */
export interface Registered {
  readonly id: string;
  readonly grade: Grade;
  /** Null unless a directory carried a grade: only an account changes grades, and there is none yet. */
  readonly gradeSince: PlainDate | null;
}

/**
 * First line of the ledger of an institution whose account is opened on a day. A grade that a directory carried brings
 * the start score just into the band of that grade, whenever the account is opened. Null when it starts like any other.
 */
export function openingOf(
  { id, grade, gradeSince }: Registered,
  rules: GradeRules & { readonly opening: CreditOpening },
  on: PlainDate,
): CreditEntry | null {
  const { opening } = rules;
  const missing = openingPoints(grade, rules);
  if (gradeSince === null || missing === 0) return null;
  return {
    sourceType: 'IMPORT',
    sourceId: id,
    item: '',
    ruleCode: opening.code,
    direction: missing > 0 ? 'BONUS' : 'DEDUCT',
    points: Math.abs(missing),
    halfLifeMonths: opening.halfLifeMonths,
    forcesGrade: null,
    effectiveOn: on,
    expiresOn: addMonths(on, opening.termMonths),
    text: `${opening.name} ${grade}`,
    disclosed: true,
  };
}
