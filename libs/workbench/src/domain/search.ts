import type { SearchGroup, SubjectType } from '@zhaoguan/contracts';

/** One thing that was found (检索结果). */
export interface SearchHit {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly title: string;
  readonly detail: string;
  readonly district: string | null;
}

export interface SearchGroupHits {
  readonly group: SearchGroup;
  readonly hits: readonly SearchHit[];
  /** There are more than are shown; the list of the group tells them. */
  readonly more: boolean;
}

/** Hits of one group that an answer shows. */
export const MOST_HITS = 5;

/**
 * How a number may be written down elsewhere (备案编号, 案号, 统一社会信用代码): as typed, and in half width and capitals
 * without spaces.
 */
export function spellingsOf(typed: string): string[] {
  return [...new Set([typed, typed.normalize('NFKC').replace(/\s/gu, '').toUpperCase()])];
}

/** Digits of the counties and larger divisions around a jurisdiction, as the search indexes spell them. */
export function placeTerms(prefixes: readonly string[]): string[] {
  return [...new Set(prefixes.map((prefix) => `d:${prefix.slice(0, 6)}`))];
}
