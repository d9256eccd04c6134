import { KIND_LETTERS, type Kind } from '@zhaoguan/contracts';

/** What all numbers of one counter begin with, such as `610116-YL-2026-`. */
export function seriesPrefix(district: string, kind: Kind, year: number): string {
  return `${district}-${KIND_LETTERS[kind]}-${year}-`;
}

/** 备案编号: district, letters of the kind, year, number within these, such as `610116-YL-2026-0042`. */
export function filingNumber(district: string, kind: Kind, year: number, sequence: number): string {
  return `${seriesPrefix(district, kind, year)}${String(sequence).padStart(4, '0')}`;
}
