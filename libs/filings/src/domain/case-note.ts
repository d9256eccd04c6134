/** What officials write down for each other about a case (内部备注). Never shown to the applicant, and no part of the decision. */
export interface CaseNote {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly at: Date;
}

/** Longest note, in characters: a remark for colleagues, not a file. */
export const NOTE_LENGTH = 1000;
