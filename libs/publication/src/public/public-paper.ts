import type { LicenceStanding, PaperEnd, Regime, Replacement } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { FilingEndFacts, PublicInstitution, StatusStepFacts } from './institutions.query';
import type { PublicSignature } from './signatures.query';

/** The receipt that stood again when a later one was taken back (撤回), and what has become of it. */
export interface RestoredReceipt {
  readonly number: string;
  readonly version: number;
  readonly endedAs: PaperEnd | null;
  readonly supersededBy: string | null;
  readonly endedOn: PlainDate | null;
}

/** What a receipt proves, as it is today: as the check by its number says it. */
export interface PaperStanding {
  readonly regime: Regime;
  /** That the authority has ended the filing or the licence (注销、撤销). */
  readonly filingEnd: FilingEndFacts | null;
  /** Of the institution; null where the register has it no more under this number. */
  readonly status: PublicInstitution['status'] | null;
  readonly statusStep: StatusStepFacts | null;
  /** What has become of the licence that took its place; null where none did. */
  readonly replacement: Replacement | null;
  /** The licence that it is, or that it grants, and where that stands; null for a receipt of a filing and for a registration. */
  readonly licence: { readonly number: string; readonly standing: LicenceStanding } | null;
  /** Of a paper by which a receipt was taken back, the one before it; null for any other, and where a registration was, for the licence stood all along. */
  readonly restored: RestoredReceipt | null;
}

/** A paper (文书) that this system has given out, as far as its disclosure goes. */
export interface PublicPaper {
  /** `RECEIPT`, or that of a paper. */
  readonly kind: string;
  /** As printed; of a receipt the filing number. */
  readonly number: string;
  readonly title: string;
  /** Which paper of its number it is, where it has versions: a receipt; null for one that has a number of its own. */
  readonly version: number | null;
  /** Null for a receipt that has no signature yet. */
  readonly authority: string | null;
  readonly issuedOn: PlainDate;
  /** Name of the institution; null for a paper that concerns its addressee alone. */
  readonly addressee: string | null;
  readonly isPublic: boolean;
  /** SM3 of the PDF, hex; null until it is printed. */
  readonly sm3: string | null;
  /** How it came to be in force no more; null for what is in force. */
  readonly endedAs: PaperEnd | null;
  /** The number, or the version, that has taken its place or ended it; null for what is in force, and where a case has ended. */
  readonly supersededBy: string | null;
  /** On which day an act of its case ended it (补正、办结), or from which day on what it proves is ended; null otherwise. */
  readonly endedOn: PlainDate | null;
  /** Null for a paper that is no receipt. */
  readonly standing: PaperStanding | null;
  readonly signature: PublicSignature | null;
}
