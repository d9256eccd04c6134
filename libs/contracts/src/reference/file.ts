import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceDataError, Row } from './row';

/** Where the values of a file come from: a law, a notice, a statistical list. */
export interface ReferenceSource {
  readonly title: string;
  readonly publisher: string | null;
  /** 文号 or standard number, such as `国办发明电〔2025〕7号`. */
  readonly number: string | null;
  /** Day of issue or, for a law, of entry into force. */
  readonly date: PlainDate | null;
  readonly note: string | null;
}

/** What every file under seeds/reference has around its rows. */
export interface ReferenceFile<T> {
  readonly source: readonly ReferenceSource[];
  /** The day up to which the values are known to hold. */
  readonly asOf: PlainDate;
  /** Rules for reading the rows, in Chinese. */
  readonly notes: readonly string[];
  readonly items: readonly T[];
}

/** The two kinds of institution: 养老机构, 托育机构. */
export const REFERENCE_KINDS = ['ELDERLY_CARE', 'CHILDCARE'] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/**
 * How far a value is confirmed: `C` its text was read; `C*` seen in a compilation that claims to have checked it; `M`
 * still to be checked; `D` a default of this system, not law.
 */
export const EVIDENCE_MARKS = ['C', 'C*', 'M', 'D'] as const;
export type EvidenceMark = (typeof EVIDENCE_MARKS)[number];

/** From when to when a row holds; `effectiveTo` is its last day, null while it is in force. */
export interface Period {
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
}

export function isInForce({ effectiveFrom, effectiveTo }: Period, on: PlainDate): boolean {
  return effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo);
}

export function overlaps(a: Period, b: Period): boolean {
  const endsBefore = (x: Period, y: Period) => x.effectiveTo !== null && x.effectiveTo < y.effectiveFrom;
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** @throws ReferenceDataError when it ends before it begins */
export function requireForwards(row: Row, { effectiveFrom, effectiveTo }: Period): void {
  if (effectiveTo !== null && effectiveTo < effectiveFrom) row.fail('effectiveTo', '早于生效日期');
}

/** A law as it is cited: full Chinese title with its number where known, and the article. */
export interface LegalCitation {
  readonly law: string;
  /** 第四十六条第一项; null where the whole document is meant or its article is not confirmed. */
  readonly article: string | null;
}

/** What a default of this system is entered under in place of a law. */
export const NO_LAW = '系统默认值';

export function readCitation(row: Row): LegalCitation {
  return { law: row.chinese('law'), article: row.textOrNull('article') };
}

/** Reads the envelope and the rows; `extra` reads what the file has besides. */
export function readFile<T, X extends object>(
  json: unknown,
  name: string,
  readItem: (row: Row) => T,
  extra: (row: Row) => X,
): ReferenceFile<T> & X {
  return Row.read(json, name, (row) => ({
    source: row.list('source', readSource),
    asOf: row.date('asOf'),
    notes: row.texts('notes'),
    ...extra(row),
    items: row.list('items', readItem),
  }));
}

export function nothingElse(): Record<never, never> {
  return {};
}

/** @throws ReferenceDataError when two rows have the same key */
export function requireUnique<T>(items: readonly T[], name: string, key: (item: T) => string): void {
  const seen = new Map<string, number>();
  items.forEach((item, i) => {
    const first = seen.get(key(item));
    if (first !== undefined) {
      throw new ReferenceDataError(`${name}.items[${i}]`, `与 items[${first}] 重复：${key(item)}`);
    }
    seen.set(key(item), i);
  });
}

function readSource(row: Row): ReferenceSource {
  return {
    title: row.chinese('title'),
    publisher: row.textOrNull('publisher'),
    number: row.textOrNull('number'),
    date: row.dateOrNull('date'),
    note: row.textOrNull('note'),
  };
}
