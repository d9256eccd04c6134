import { KIND_LETTERS, type Kind, type Regime } from '@zhaoguan/contracts';

/** What a number says of the site: 养老, 托育, or 家庭托育点 with letters of its own; licences (许可) have a series apart from filings. */
export const SERIES_LETTERS = [...Object.values(KIND_LETTERS), 'JT', 'TYXK', 'JTXK'] as const;
export type SeriesLetters = (typeof SERIES_LETTERS)[number];

/** @throws Error for a licence of a 养老机构, which the law does not know */
export function lettersOf(kind: Kind, siteType: 'HOME' | null, regime: Regime): SeriesLetters {
  if (regime === 'FILING') return siteType === 'HOME' ? 'JT' : KIND_LETTERS[kind];
  if (kind !== 'CHILDCARE') throw new Error(`there is no licence for ${kind}`);
  return siteType === 'HOME' ? 'JTXK' : 'TYXK';
}

/** What all numbers of one counter begin with, such as `610116-YL-2026-`. */
export function seriesPrefix(district: string, letters: SeriesLetters, year: number): string {
  return `${district}-${letters}-${year}-`;
}

/** 备案编号: district, letters, year, number within these, such as `610116-YL-2026-0042`. */
export function filingNumber(
  district: string,
  letters: SeriesLetters,
  year: number,
  sequence: number,
): string {
  return `${seriesPrefix(district, letters, year)}${String(sequence).padStart(4, '0')}`;
}
