import { Injectable } from '@nestjs/common';
import type { Form, GivenPaper, PaperKindOf } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { dateInShanghai } from '@zhaoguan/kernel';
import { IssuePaper, type Tx } from '@zhaoguan/platform';
import { committedCodes, type Commitment } from '../domain/commitment';
import type { Dismissal } from '../domain/dismissal';
import type { LongerTerm } from '../domain/extension';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import type { FilingAction } from '../domain/filing.process';
import { amendmentsOf } from '../domain/amendment';
import { formUnder } from '../domain/licence';
import { ACT_PAPERS } from '../domain/papers/act-papers';
import type { HandedIn } from '../domain/papers/paper-words';
import { paperOf } from '../domain/papers/paper-kinds';
import { boundOf } from '../domain/promised-in-words';
import { anchorOf, type Remark } from '../domain/remarks';
import { FilingPaperStore } from '../store/filing-paper.store';
import { FilingStores } from '../store/filing-stores';
import { CaseRegimes } from './case-regimes';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import { FindLicenceBefore } from './find-licence-before';
import { ReadableChanges } from './readable-changes';

export type FilingGivenPaper = GivenPaper<PaperKindOf<'filings'>>;

/** An act as its paper tells it. */
interface ToldAct {
  readonly action: FilingAction;
  readonly reason?: string;
  readonly remarks?: readonly Remark[];
  readonly longer?: LongerTerm;
  readonly dismissal?: Dismissal;
}

/** What a case asks for by code, and what was promised in its place. */
interface Listed {
  readonly names: ReadonlyMap<string, string>;
  readonly commitments: readonly Commitment[];
}

/** Writes the paper of an act (收件凭证、补正通知书、不予备案告知书、不符合要求告知书；of a licence its own), in the act's transaction. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly stores: FilingStores,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly regimes: CaseRegimes,
    private readonly licences: FindLicenceBefore,
    private readonly readable: ReadableChanges,
    private readonly papers: FilingPaperStore,
    private readonly issue: IssuePaper,
  ) {}

  /** @param after the filing as the act leaves it; of what its applicant has changed since, a paper knows nothing */
  async execute(
    tx: Tx,
    after: Filing,
    { action, reason, remarks = [], longer, dismissal }: ToldAct,
  ): Promise<FilingGivenPaper | null> {
    const kind = paperOf(action, after);
    if (kind === undefined) return null;
    const submission = await this.stores.history.findSubmission(tx.manager, after.id, after.round);
    const told = submission ? { ...after, application: submission.application } : after;
    const filing = await this.regimes.renewing(tx.manager, told);
    const on = dateInShanghai(tx.at);
    const asked = { ...filing, siteType: filing.application.siteType };
    const form = formUnder(await this.forms.of(filing), asked);
    const commitments = await this.stores.commitments.ofFiling(tx.manager, after.id);
    const names = new Map((await this.reference.materialsOf(filing)).map(({ code, name }) => [code, name]));
    const body = ACT_PAPERS[kind]({
      filing,
      reason,
      remarks: remarks.map(({ pointer, message }) => ({ place: anchorOf(pointer, form, names), message })),
      correctBy: after.correctBy,
      longer: longer ?? null,
      dismissal: dismissal ?? null,
      amendments: await this.changed(form, filing),
      overtaken: kind === 'LICENCE_GRANT' ? await this.overtaken(form, filing, after) : [],
      promised: boundOf(commitments),
      licenceBefore: await this.licences.execute(tx.manager, filing),
      licenceTerms: kind === 'LICENCE_GRANT' ? await this.reference.licenceTerms(filing, on) : null,
      handedIn: action === 'submit' ? await this.handedIn(tx, filing, { names, commitments }) : null,
      on,
      remedies: await this.reference.remedies(filing, on),
    });
    const { id: filingId, round, application } = filing;
    const place = { kind: filing.kind, ...placeOf(filing) };
    const order = { subjectId: filingId, kind, round, addressee: application.name, place, body };
    const paper = await this.issue.execute(tx, this.papers, order);
    await tx.emit('paper.issued', { paperId: paper.id, filingId });
    return paper;
  }

  /** In the order of the list of materials; a file that none of its lines asks for any more is not named. */
  private async handedIn(tx: Tx, { id, applicantId }: Filing, listed: Listed): Promise<HandedIn> {
    const files = new Set((await this.stores.materials.current(tx.manager, id)).map(({ code }) => code));
    const promised = new Set(committedCodes(listed.commitments));
    const named = (wanted: (code: string) => boolean) =>
      [...listed.names].filter(([code]) => wanted(code)).map(([, name]) => name);
    return {
      uploaded: named((code) => files.has(code)),
      promised: named((code) => promised.has(code) && !files.has(code)),
      atWindow: tx.caller.id !== applicantId,
    };
  }

  /** Where the licence says what was changed in the register since it was applied for. */
  private async overtaken(form: Form, handedIn: Filing, granted: Filing): Promise<ChangedField[]> {
    if (granted.type !== 'INITIAL') return [];
    return this.readable.execute(form, amendmentsOf(form, handedIn.application, granted.application), false);
  }

  private async changed(form: Form, { type, base, application }: Filing): Promise<ChangedField[] | null> {
    if (type !== 'CHANGE' || base === null) return null;
    return this.readable.execute(form, amendmentsOf(form, base, application), false);
  }
}
