import type { Tx } from '@zhaoguan/platform';

/** Whom the application names to be called about it (联系人), else its head (法定代表人、负责人). */
export interface FilingContact {
  readonly name: string | null;
  /** In clear: who asks for it masks it, or records that it was shown. */
  readonly phone: string;
}

/**
 * Told by the module of the filings, which keeps that number sealed and alone can open it; whoever asks has asked before whether the
 * reader may call.
 */
export interface FilingContacts {
  /** As it was last handed in; null where no number is held, or the filing is not for the reader. */
  of(manager: Tx['manager'], filingId: string): Promise<FilingContact | null>;
}

export const FILING_CONTACTS = Symbol('FILING_CONTACTS');
