/** What a person typed into a form and has not handed in (表单草稿). Nothing of it has legal effect. */
export interface FormDraft {
  readonly key: string;
  readonly content: FormContent;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export type FormContent = Readonly<Record<string, unknown>>;
export type FormDraftLine = Omit<FormDraft, 'content'>;

/** Which form it is, e.g. `plan:new` or `filing-remarks:<id>`. */
export const FORM_KEY = /^[a-z0-9:-]{1,100}$/;
/** Bytes of JSON that a draft may have. */
export const FORM_BYTES = 64 * 1024;
/** Drafts that a person may keep; the one left alone longest falls away for a new one. */
export const MOST_FORM_DRAFTS = 100;
export const FORM_DRAFT_DAYS = 90;
