import { REGIME_WORDS, type CreditRuleRow, type EventMap, type Grade } from '@zhaoguan/contracts';
import { addMonths, chineseDate, plainDate, type PlainDate } from '@zhaoguan/kernel';

/** Where an event comes from: a published result, a decided penalty, a breached commitment, the directory that carried a grade. */
export const CREDIT_SOURCES = ['INSPECTION_RESULT', 'PENALTY', 'COMMITMENT', 'IMPORT'] as const;

/** An event to be entered in the ledger. */
export interface CreditEntry {
  readonly sourceType: (typeof CREDIT_SOURCES)[number];
  readonly sourceId: string;
  /** Part of the source, e.g. the code of the inspected item. */
  readonly item: string;
  readonly ruleCode: string;
  readonly direction: CreditRuleRow['direction'];
  readonly points: number;
  readonly halfLifeMonths: number;
  readonly forcesGrade: Grade | null;
  readonly effectiveOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly text: string;
  /** Whether the public may read it: not what is itself unpublished. */
  readonly disclosed: boolean;
}

type Source = Pick<CreditEntry, 'sourceType' | 'sourceId' | 'item' | 'effectiveOn' | 'text' | 'disclosed'>;

const FINDING_RULES = {
  V: 'FINDING_VETO',
  H: 'FINDING_SERIOUS',
  M: 'FINDING_MEDIUM',
  L: 'FINDING_LIGHT',
} as const;

/**
 * What a published inspection result counts: each failure by its severity, a refusal besides, or a bonus when nothing
 * was found. A veto item (V) forces D until it is put right.
 */
export function entriesOfResult(
  result: Pick<EventMap['inspection-result.published'], 'resultId' | 'result' | 'inspectedOn' | 'failures'>,
  rules: readonly CreditRuleRow[],
): CreditEntry[] {
  const source = (item: string, text: string): Source => ({
    sourceType: 'INSPECTION_RESULT',
    sourceId: result.resultId,
    item,
    effectiveOn: plainDate(result.inspectedOn),
    text: `${chineseDate(plainDate(result.inspectedOn))}${text}`,
    disclosed: true,
  });
  const failures = result.failures.map(({ itemCode, itemTitle, severity }) => {
    const rule = ruleOf(rules, FINDING_RULES[severity]);
    const entry = entryBy(rule, source(itemCode, `${rule.name}（检查项：${itemTitle}）`));
    return severity === 'V' ? { ...entry, forcesGrade: 'D' as const } : entry;
  });
  if (result.result === 'REFUSED') {
    const rule = ruleOf(rules, 'INSPECTION_REFUSED');
    return [...failures, entryBy(rule, source('', rule.name))];
  }
  if (result.result !== 'NO_PROBLEM' || failures.length > 0) return failures;
  const rule = ruleOf(rules, 'CLEAN_INSPECTION');
  return [entryBy(rule, source('', rule.name))];
}

/** What a penalty counts, by its class. A minor one is not published, so its reason is not either. */
export function entryOfPenalty(
  penalty: Pick<EventMap['penalty.decided'], 'caseId' | 'decisionNumber' | 'decidedOn' | 'publicityClass'>,
  rules: readonly CreditRuleRow[],
): CreditEntry {
  const rule = ruleOf(rules, `PENALTY_${penalty.publicityClass}`);
  return entryBy(rule, {
    sourceType: 'PENALTY',
    sourceId: penalty.caseId,
    item: '',
    effectiveOn: plainDate(penalty.decidedOn),
    text: `${chineseDate(plainDate(penalty.decidedOn))}${rule.name}（${penalty.decisionNumber}）`,
    disclosed: penalty.publicityClass !== 'MINOR',
  });
}

/** What a breached commitment (告知承诺) counts. It is told to the institution and to officials, for nothing publishes it. */
export function entryOfBreach(
  {
    commitmentId,
    material,
    breachedOn,
    regime = 'FILING',
  }: Omit<EventMap['commitment.breached'], 'institutionId'>,
  rules: readonly CreditRuleRow[],
): CreditEntry {
  const rule = ruleOf(rules, 'FILING_COMMITMENT_BROKEN');
  const on = plainDate(breachedOn);
  // The rule is the same for both, and named after filings.
  const broken = rule.name.replace(REGIME_WORDS.FILING.held, REGIME_WORDS[regime].held);
  return entryBy(rule, {
    sourceType: 'COMMITMENT',
    sourceId: commitmentId,
    item: '',
    effectiveOn: on,
    text: `${chineseDate(on)}${broken}（以告知承诺代替的“${material}”）`,
    disclosed: false,
  });
}

/** Deductions of one inspection share a cap; other deductions stand alone. */
export function capGroupOf(entry: Pick<CreditEntry, 'ruleCode' | 'sourceId'>): string | null {
  const finding = Object.values(FINDING_RULES).some((code) => code === entry.ruleCode);
  return finding ? entry.sourceId : null;
}

function entryBy(rule: CreditRuleRow, source: Source): CreditEntry {
  return {
    ...source,
    ruleCode: rule.code,
    direction: rule.direction,
    points: rule.points,
    halfLifeMonths: rule.halfLifeMonths,
    forcesGrade: rule.forcesGrade,
    expiresOn: addMonths(source.effectiveOn, rule.termMonths),
  };
}

function ruleOf(rules: readonly CreditRuleRow[], code: string): CreditRuleRow {
  const rule = rules.find((row) => row.code === code);
  if (!rule) throw new Error(`credit-rules has no rule ${code}`);
  return rule;
}
