import type { CreditRuleFile, CreditRuleRow, Grade } from '@zhaoguan/contracts';
import { standing, type CreditEvent } from '@zhaoguan/credit';
import { addMonths, plainDate, type PlainDate } from '@zhaoguan/kernel';

export type CreditRules = Pick<CreditRuleFile, 'engine' | 'grades'>;

/** An institution of the example on a day. */
interface Step {
  readonly when: string;
  readonly score: number;
  readonly grade: Grade;
}

/** What happens to an invented institution, and how its grade moves; computed by the program that grades the real ones. */
export interface CreditExample {
  readonly title: string;
  readonly steps: readonly Step[];
}

const FIRST_DAY = plainDate('2026-01-05');

/** Nothing where the rules no longer hold what an example is made of. */
export function creditExamples(
  items: readonly CreditRuleRow[],
  rules: CreditRules,
): readonly CreditExample[] {
  const find = (...codes: readonly string[]): CreditRuleRow[] =>
    codes.flatMap((code) => items.filter((row) => row.code === code));
  return [
    example('一次检查发现', find('FINDING_SERIOUS', 'FINDING_MEDIUM', 'FINDING_MEDIUM'), rules),
    example('', find('PENALTY_GENERAL'), rules),
    example('', find('CLEAN_INSPECTION', 'STAR_RATING', 'DEMONSTRATION'), rules),
  ].filter((made) => made !== undefined);
}

function example(
  opening: string,
  rows: readonly CreditRuleRow[],
  rules: CreditRules,
): CreditExample | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const events = rows.map((row, i) => eventOf(row, `${row.code}-${i}`, opening === '' ? null : 'inspection'));
  const at = (months: number): PlainDate => addMonths(FIRST_DAY, months);
  const step = (when: string, day: PlainDate): Step => {
    const { score, grade } = standing(events, rules, day);
    return { when, score, grade };
  };
  return {
    title: titleOf(rows, opening),
    steps: [
      step('当天', FIRST_DAY),
      step(`满 ${first.halfLifeMonths} 个月`, at(first.halfLifeMonths)),
      ...(first.termMonths > first.halfLifeMonths
        ? [step(`满 ${first.termMonths} 个月`, at(first.termMonths))]
        : []),
    ],
  };
}

function titleOf(rows: readonly CreditRuleRow[], opening: string): string {
  const names = new Map<string, number>();
  for (const { name } of rows) names.set(name, (names.get(name) ?? 0) + 1);
  const parts = [...names].map(([name, count]) => {
    const bare = opening === '' ? name : name.replace(/^检查发现/, '');
    return count > 1 ? `${bare} ${count} 项` : bare;
  });
  return `${opening}${parts.join('、')}`;
}

function eventOf(row: CreditRuleRow, id: string, capGroup: string | null): CreditEvent {
  return {
    id,
    ruleCode: row.code,
    direction: row.direction,
    points: row.points,
    halfLifeMonths: row.halfLifeMonths,
    effectiveOn: FIRST_DAY,
    expiresOn: addMonths(FIRST_DAY, row.termMonths),
    forcesGrade: row.forcesGrade,
    liftedOn: null,
    capGroup,
  };
}
