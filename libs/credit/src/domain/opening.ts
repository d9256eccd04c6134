import type { CreditOpening, Grade } from '@zhaoguan/contracts';
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
  { engine, grades, opening }: GradeRules & { readonly opening: CreditOpening },
  on: PlainDate,
): CreditEntry | null {
  const band = grades.find((row) => row.grade === grade);
  if (!band) throw new Error(`credit-rules has no grade ${grade}`);
  const missing = Math.max(0, band.min - engine.start) + Math.min(0, band.max - engine.start);
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
