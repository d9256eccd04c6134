import type { PlainDate } from '@zhaoguan/kernel';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import {
  isInForce,
  nothingElse,
  overlaps,
  type ReferenceFile,
  type ReferenceKind,
  readFile,
  requireForwards,
} from './file';
import { ReferenceDataError, type Row } from './row';

/** FEN is 人民币分; BASIS_POINT one ten-thousandth; COUNT times, people or multiples; SQUARE_METRE 平方米. */
export const TERM_UNITS = [
  'WORKING_DAY',
  'DAY',
  'MONTH',
  'YEAR',
  'HOUR',
  'FEN',
  'COUNT',
  'BASIS_POINT',
  'SQUARE_METRE',
] as const;
export type TermUnit = (typeof TERM_UNITS)[number];

const UNIT_WORDS: Readonly<Record<TermUnit, string>> = {
  WORKING_DAY: '个工作日',
  DAY: '日',
  MONTH: '个月',
  YEAR: '年',
  HOUR: '小时',
  FEN: '分',
  COUNT: '',
  BASIS_POINT: '/10000',
  SQUARE_METRE: '平方米',
};

/** “5 个工作日”; printed in a paper, without the gap. */
export function termInWords({ value, unit }: Pick<TermRow, 'value' | 'unit'>, gap: '' | ' ' = ' '): string {
  return `${value}${gap}${UNIT_WORDS[unit]}`.trim();
}

/** A statutory term or limit, valid for a kind, a jurisdiction and a period (`rule_param`). */
export interface TermRow {
  readonly code: string;
  readonly name: string;
  /** Null for both kinds. */
  readonly kind: ReferenceKind | null;
  /** `000000` nationwide; otherwise for that district and what lies in it, before the nationwide value. */
  readonly jurisdiction: string;
  readonly value: number;
  readonly unit: TermUnit;
  readonly effectiveFrom: PlainDate;
  /** Last day it holds; null while it is in force. */
  readonly effectiveTo: PlainDate | null;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

/** Nobody is reminded earlier before a last day: every last day until then is looked through each morning. */
export const MAX_REMINDER_WORKING_DAYS = 30;

/** Terms counted in working days before or after a last day, with the longest that has an effect. */
const AROUND_LAST_DAYS: ReadonlyMap<string, number> = new Map([
  ['REMINDER_FIRST', MAX_REMINDER_WORKING_DAYS],
  ['REMINDER_SECOND', MAX_REMINDER_WORKING_DAYS],
  ['ESCALATION_FIRST', 60],
  ['ESCALATION_SECOND', 60],
]);

/**
 * Reads terms.json: for one code, kind and jurisdiction no two values hold on the same day.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseTerms(json: unknown): ReferenceFile<TermRow> {
  const file = readFile(json, 'terms.json', readTerm, nothingElse);
  file.items.forEach((item, i) => {
    const other = file.items.findIndex(
      (earlier, j) => j < i && sameTerm(earlier, item) && overlaps(earlier, item),
    );
    if (other >= 0)
      throw new ReferenceDataError(`terms.json.items[${i}]`, `与 items[${other}] 的有效期重叠：${item.code}`);
    const before = file.items.findIndex((first) => isEscalatedNoLater(item, first));
    if (before >= 0)
      throw new ReferenceDataError(
        `terms.json.items[${i}].value`,
        `应大于 items[${before}] 的 ESCALATION_FIRST`,
      );
  });
  return file;
}

/**
 * The value in force on a day, the nearest first: the district itself, its city, its province, then nationwide; in each
 * the row of the kind before the row for both kinds, which alone serves what belongs to no kind. Undefined when none is in force.
 */
export function findTerm(
  terms: readonly TermRow[],
  wanted: {
    readonly code: string;
    readonly kind: ReferenceKind | null;
    readonly district: string;
    readonly on: PlainDate;
  },
): TermRow | undefined {
  const inForce = terms.filter(
    (term) =>
      term.code === wanted.code &&
      (term.kind === null || term.kind === wanted.kind) &&
      isInForce(term, wanted.on),
  );
  const county = wanted.district.slice(0, 6);
  for (const jurisdiction of [county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`, '000000']) {
    const here = inForce.filter((term) => term.jurisdiction === jurisdiction);
    const found = here.find((term) => term.kind !== null) ?? here[0];
    if (found) return found;
  }
  return undefined;
}

function sameTerm(a: TermRow, b: TermRow): boolean {
  return a.code === b.code && servesSame(a, b);
}

function servesSame(a: TermRow, b: TermRow): boolean {
  return a.kind === b.kind && a.jurisdiction === b.jurisdiction;
}

/** What is late goes to the level above after it went to the person above, not before or with it. */
function isEscalatedNoLater(second: TermRow, first: TermRow): boolean {
  return (
    second.code === 'ESCALATION_SECOND' &&
    first.code === 'ESCALATION_FIRST' &&
    servesSame(first, second) &&
    overlaps(first, second) &&
    second.value <= first.value
  );
}

/** A value beyond has no effect, or one that nobody meant: it is refused rather than passed over in silence. */
function requireAroundLastDay(row: Row, { code, value, unit }: TermRow): void {
  const longest = AROUND_LAST_DAYS.get(code);
  if (longest === undefined) return;
  if (unit !== 'WORKING_DAY') row.fail('unit', `${code} 应为 WORKING_DAY，实为 ${unit}`);
  if (value < 1 || value > longest) row.fail('value', `${code} 应在1至${longest}之间，实为${value}`);
}

function readTerm(row: Row): TermRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    name: row.chinese('name'),
    kind: row.oneOfOrNull('kind', REFERENCE_KINDS),
    jurisdiction: row.matching('jurisdiction', /^\d{6}$/, '应为六位代码'),
    value: row.integer('value', 0, 1e12),
    unit: row.oneOf('unit', TERM_UNITS),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  requireForwards(row, item);
  requireAroundLastDay(row, item);
  return item;
}
