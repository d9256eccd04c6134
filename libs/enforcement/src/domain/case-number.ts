import { KIND_LETTERS, type Kind } from '@zhaoguan/contracts';

/** Case (罚案), decision to penalise (罚决), decision not to (不罚). */
export const NUMBER_WORDS = { CASE: '罚案', PENALTY: '罚决', NO_PENALTY: '不罚' } as const;

/** A series counts from 1 without gaps: one for each district, kind of institution, sort of document and year. */
export function seriesOf(
  district: string,
  kind: Kind,
  word: keyof typeof NUMBER_WORDS,
  year: number,
): string {
  return `${district}-${KIND_LETTERS[kind]}-${NUMBER_WORDS[word]}-${year}`;
}

/** E.g. 610116-YL-罚决-2026-0001. */
export function numberIn(series: string, ordinal: number): string {
  return `${series}-${String(ordinal).padStart(4, '0')}`;
}
