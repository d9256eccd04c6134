import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireOpenTo } from '../domain/admission';
import { checkedDismissal, dismissalInWords, type Dismissal } from '../domain/dismissal';
import { applyAct, type Filing } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import { LoadForDecision } from './load-for-decision';
import { OpenOpinions } from './open-opinions';
import { PresentFiling, type FilingView } from './present-filing';
import { RecordAct } from './record-act';

/** Filings in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/** Whether an application for a licence is taken in to be examined (受理、不予受理), each with a paper. */
@Injectable()
export class AdmitFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly filings: FilingStore,
    private readonly opinions: OpenOpinions,
    private readonly present: PresentFiling,
    private readonly record: RecordAct,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, STALE_VERSION, INVALID_TRANSITION, NOT_TO_BE_ADMITTED, ADMITTED_ALREADY */
  admit(caller: Caller, id: string, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.admit', version);
      applyAct(before, 'admit');
      requireOpenTo('admit', before, dateInShanghai(tx.at));
      return this.present.view(tx.manager, await this.takeIn(tx, 'admit', before), caller);
    });
  }

  /** @throws as admit, and VALIDATION_FAILED, OPINIONS_OPEN */
  dismiss(caller: Caller, id: string, asked: Dismissal, version?: number): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, id, 'filing.admit', version);
      const dismissal = checkedDismissal(asked);
      const reason = dismissalInWords(dismissal);
      applyAct(before, 'dismiss', reason);
      requireOpenTo('dismiss', before, dateInShanghai(tx.at));
      await this.opinions.requireNone(tx, id);
      const after = await this.record.execute(tx, {
        action: 'dismiss',
        before,
        changes: {},
        reason,
        dismissal,
        event: 'filing.dismissed',
        payload: { filingId: id, district: before.application.district },
      });
      return this.present.view(tx.manager, after, caller);
    });
  }

  /** Those of which nothing was said in time: one batch; asks for the next while there is one. */
  async presume(tx: Tx): Promise<void> {
    const silent = await this.filings.listUnadmittedForUpdate(tx, dateInShanghai(tx.at), BATCH);
    for (const before of silent) await this.takeIn(tx, 'presume', before);
    if (silent.length === BATCH) await tx.enqueue('filings.admit-silent', {});
  }

  /** The term of the decision runs on: it began when the materials came in. */
  private takeIn(tx: Tx, action: 'admit' | 'presume', before: Filing): Promise<Filing> {
    const { id, dueOn, extendedFrom, application } = before;
    return this.record.execute(tx, {
      action,
      before,
      changes: { dueOn, extendedFrom, admittedOn: dateInShanghai(tx.at) },
      event: 'filing.admitted',
      payload: { filingId: id, district: application.district },
    });
  }
}
