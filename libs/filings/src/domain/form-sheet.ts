export interface SheetLine {
  readonly label: string;
  readonly value: string;
  /** Small, below the value. */
  readonly hint: string | null;
}

/** An application form on paper: empty, filled in as a sample, or with what an applicant has typed. It is no paper of the authority. */
export interface FormSheet {
  readonly title: string;
  readonly note: string;
  readonly steps: readonly { readonly title: string; readonly lines: readonly SheetLine[] }[];
  /** What stands where the head signs; empty to be signed. */
  readonly signature: string;
}
