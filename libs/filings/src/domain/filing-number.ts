import { KIND_LETTERS, type Kind } from '@zhaoguan/contracts';

/** 备案编号: district, letters of the kind, year, number within these, such as `610116-YL-2026-0042`. */
export function filingNumber(district: string, kind: Kind, year: number, sequence: number): string {
  return `${district}-${KIND_LETTERS[kind]}-${year}-${String(sequence).padStart(4, '0')}`;
}

/** The shape of a number; whether it was given out only the register knows. */
export const FILING_NUMBER = /^\d{6}-(?:YL|TY)-\d{4}-\d{4,9}$/;
