import type { Tx } from '@zhaoguan/platform';

/** Whom the application names to be called about it (联系人), else its head (法定代表人、负责人). */
export interface FilingContact {
  readonly name: string | null;
  /** In clear: who asks for it masks it, or records that it was shown. */
  readonly phone: string;
}

/** Who may be asked about an institution (联系人), which no register keeps: an answer of its last filing. */
export interface InstitutionContact {
  readonly name: string | null;
  /** In clear, as above; null where it was left open. */
  readonly phone: string | null;
}

/**
 * Told by the module of the filings, which keeps that number sealed and alone can open it; whoever asks has asked before whether the
 * reader may call.
 */
export interface FilingContacts {
  /** As it was last handed in; null where no number is held, or the filing is not for the reader. */
  of(manager: Tx['manager'], filingId: string): Promise<FilingContact | null>;
  /** Of an institution, as the last filing about it that was accepted names them; null where none was, or it is not for the reader. */
  ofInstitution(manager: Tx['manager'], institutionId: string): Promise<InstitutionContact | null>;
}

export const FILING_CONTACTS = Symbol('FILING_CONTACTS');
