import { DisclosureStore } from './disclosure.store';
import { CommitmentStore } from './commitment.store';
import { AssignmentStore } from './assignment.store';
import { CaseNoteStore } from './case-note.store';
import { ExtensionStore } from './extension.store';
import { FilingPaperStore } from './filing-paper.store';
import { FilingListStore } from './filing-list.store';
import { FilingNumberStore } from './filing-number.store';
import { FilingStore } from './filing.store';
import { FilingStores } from './filing-stores';
import { HandedInStore } from './handed-in.store';
import { HistoryStore } from './history.store';
import { MaterialStore } from './material.store';
import { OpinionStore } from './opinion.store';
import { ReceiptStore } from './receipt.store';
import { DuplicateStore } from './duplicate.store';
import { OpenSiteStore } from './open-site.store';
import { RefusalStore } from './refusal.store';
import { SameCodeStore } from './same-code.store';
import { ApplicationSeal } from './sealed-application';
import { VerificationStore } from './verification.store';

/** The stores of the module. */
export const FILING_STORES = [
  AssignmentStore,
  CaseNoteStore,
  ApplicationSeal,
  CommitmentStore,
  FilingStore,
  FilingStores,
  FilingListStore,
  FilingNumberStore,
  HandedInStore,
  HistoryStore,
  MaterialStore,
  DisclosureStore,
  FilingPaperStore,
  ReceiptStore,
  RefusalStore,
  SameCodeStore,
  OpenSiteStore,
  DuplicateStore,
  VerificationStore,
  OpinionStore,
  ExtensionStore,
];
