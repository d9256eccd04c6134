export interface SheetLine {
  readonly label: string;
  readonly value: string;
  /** Small, below the value. */
  readonly hint: string | null;
}

/**
 * A paper that an applicant signs: an application form, empty, filled in as a sample, or with what they have typed, or what they confirm.
 * It is no paper of the authority.
 */
export interface FormSheet {
  readonly title: string;
  readonly note: string;
  /** Whose it is, at the head of every page after the first; of an empty form nobody's. */
  readonly party?: string;
  readonly steps: readonly { readonly title: string; readonly lines: readonly SheetLine[] }[];
  /** What is said at the end, and below it where it is signed, sealed and dated. */
  readonly closing: readonly string[];
}

export const SEAL_LINE = '单位盖章：';
export const DATE_LINE = '日期：　　　　年　　月　　日';

/** The end of an application form. @param signature what stands where the head signs; empty to be signed */
export function closingOfApplication(signature: string): FormSheet['closing'] {
  return [
    '以上内容真实、准确，并对材料的真实性负责。',
    `法定代表人（主要负责人）签字：${signature}`,
    SEAL_LINE,
    DATE_LINE,
  ];
}

/** The form of a change as the list of materials calls it: 托育机构备案书 → 托育机构变更备案书. */
export const titleOfChange = (title: string): string => title.replace(/备案|许可/, '变更$&');
