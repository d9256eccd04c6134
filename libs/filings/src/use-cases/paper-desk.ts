import { Injectable } from '@nestjs/common';
import type { Form, GivenPaper, PaperKindOf } from '@zhaoguan/contracts';
import type { ChangedField } from '@zhaoguan/forms';
import { dateInShanghai } from '@zhaoguan/kernel';
import { IssuePaper, type Tx } from '@zhaoguan/platform';
import type { Dismissal } from '../domain/dismissal';
import type { LongerTerm } from '../domain/extension';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import type { FilingAction } from '../domain/filing.process';
import { amendmentsOf } from '../domain/amendment';
import { formUnder } from '../domain/licence';
import { ACT_PAPERS } from '../domain/papers/act-papers';
import { paperOf } from '../domain/papers/paper-kinds';
import { boundOf } from '../domain/promised-in-words';
import { anchorOf, type Remark } from '../domain/remarks';
import { CommitmentStore } from '../store/commitment.store';
import { FilingPaperStore } from '../store/filing-paper.store';
import { HistoryStore } from '../store/history.store';
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

/** Writes the paper of an act (补正通知书、不予备案告知书、不符合要求告知书；of a licence its own), in the act's transaction. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly history: HistoryStore,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
    private readonly regimes: CaseRegimes,
    private readonly licences: FindLicenceBefore,
    private readonly readable: ReadableChanges,
    private readonly commitments: CommitmentStore,
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
    const submission = await this.history.findSubmission(tx.manager, after.id, after.round);
    const told = submission ? { ...after, application: submission.application } : after;
    const filing = await this.regimes.renewing(tx.manager, told);
    const on = dateInShanghai(tx.at);
    const asked = { ...filing, siteType: filing.application.siteType };
    const form = formUnder(await this.forms.of(filing), asked);
    const names = new Map((await this.reference.materialsOf(filing)).map(({ code, name }) => [code, name]));
    const body = ACT_PAPERS[kind]({
      filing,
      reason,
      remarks: remarks.map(({ pointer, message }) => ({ place: anchorOf(pointer, form, names), message })),
      correctBy: after.correctBy,
      longer: longer ?? null,
      dismissal: dismissal ?? null,
      amendments: await this.changed(form, filing),
      promised: boundOf(await this.commitments.ofFiling(tx.manager, after.id)),
      licenceBefore: await this.licences.execute(tx.manager, filing),
      licenceTerms: kind === 'LICENCE_GRANT' ? await this.reference.licenceTerms(filing, on) : null,
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

  private async changed(form: Form, { type, base, application }: Filing): Promise<ChangedField[] | null> {
    if (type !== 'CHANGE' || base === null) return null;
    return this.readable.execute(form, amendmentsOf(form, base, application), false);
  }
}
