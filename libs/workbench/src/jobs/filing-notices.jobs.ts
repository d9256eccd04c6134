import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { dateInShanghai, plainDate } from '@zhaoguan/kernel';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { FilingFacts, InstitutionFacts } from '../domain/facts';
import {
  begunAtWindow,
  closureRecorded,
  closureReported,
  filingAdmitted,
  filingAssigned,
  filingDismissed,
  filingRenewed,
  filingTakenAway,
  filingToCertify,
  filingVerified,
  filingWithdrawn,
  mismatchCorrected,
  mismatchFound,
  linkedAsSuccessor,
  namedAsSuccessor,
  releasedAsSuccessor,
  outcomeAtWindow,
  sameCodeEnded,
  sameCodeFiled,
  submittedAtWindow,
  visitCalledOff,
  visitOrdered,
  withdrawnForApplicant,
} from '../domain/case-notices';
import {
  filingAccepted,
  filingLapsed,
  filingRefused,
  filingReturned,
  filingSubmitted,
} from '../domain/notices';
import type { Notice } from '../domain/notification';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

type FilingJob =
  | `workbench.tell-filing-${'returned' | 'admitted' | 'dismissed' | 'refused' | 'lapsed' | 'accepted' | 'verified'}`
  | 'workbench.tell-mismatch-found'
  | 'workbench.tell-closure-recorded'
  | 'workbench.tell-visit-ordered'
  | 'workbench.tell-visit-called-off';

/** A filing handed in is told to those who may decide it, what was decided to the applicant. */
@Injectable()
export class FilingNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-filing-submitted')
  async submitted(run: JobRun<'workbench.tell-filing-submitted'>): Promise<void> {
    const { filingId, dueOn, admitBy = null, submittedBy } = run.payload;
    const admission = admitBy === null ? null : plainDate(admitBy);
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const registrars = await this.registrarsOf(tx, filing);
      const said = filingSubmitted(filing, plainDate(dueOn), admission);
      await this.tell.execute(tx, registrars, run.traceId, said);
      if (submittedBy !== undefined && submittedBy !== filing.applicantId)
        await this.tell.execute(tx, [filing.applicantId], run.traceId, submittedAtWindow(filing));
      if (filing.type !== 'INITIAL') return;
      const others = await this.facts.othersUnderCode(tx.manager, filing);
      // Once a day of one account: who files and takes back at will would else ring there at will.
      const occasion = `same-code-filed:${filing.applicantId}:${dateInShanghai(tx.at)}`;
      await this.tell.execute(tx, others, occasion, sameCodeFiled(filing));
    });
  }

  @OnJob('workbench.tell-filing-begun-at-window')
  async begunAtWindow(run: JobRun<'workbench.tell-filing-begun-at-window'>): Promise<void> {
    const { filingId: id, applicantId, ...called } = run.payload;
    await run.complete((tx) =>
      this.tell.execute(tx, [applicantId], run.traceId, begunAtWindow({ id, ...called })),
    );
  }

  @OnJob('workbench.tell-filing-returned')
  async returned(run: JobRun<'workbench.tell-filing-returned'>): Promise<void> {
    await this.outcome(run, filingReturned);
  }

  @OnJob('workbench.tell-filing-admitted')
  async admitted(run: JobRun<'workbench.tell-filing-admitted'>): Promise<void> {
    await this.toApplicant(run, filingAdmitted);
  }

  @OnJob('workbench.tell-filing-dismissed')
  async dismissed(run: JobRun<'workbench.tell-filing-dismissed'>): Promise<void> {
    await this.outcome(run, filingDismissed);
  }

  /** The applicant reads that the licence goes on, who conducts the case that its certificate is owed. */
  @OnJob('workbench.tell-filing-renewed')
  async renewed(run: JobRun<'workbench.tell-filing-renewed'>): Promise<void> {
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      await this.tell.execute(tx, [filing.applicantId], run.traceId, filingRenewed(filing));
      const registrars = await this.registrarsOf(tx, filing);
      await this.tell.execute(tx, registrars, run.traceId, filingToCertify(filing));
    });
  }

  @OnJob('workbench.tell-filing-refused')
  async refused(run: JobRun<'workbench.tell-filing-refused'>): Promise<void> {
    await this.outcome(run, filingRefused);
  }

  @OnJob('workbench.tell-filing-lapsed')
  async lapsed(run: JobRun<'workbench.tell-filing-lapsed'>): Promise<void> {
    await this.outcome(run, filingLapsed);
  }

  @OnJob('workbench.tell-filing-withdrawn')
  async withdrawn(run: JobRun<'workbench.tell-filing-withdrawn'>): Promise<void> {
    const { filingId, withdrawnBy } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (!filing) return;
      const officials = (await this.registrarsOf(tx, filing)).filter((id) => id !== withdrawnBy);
      await this.tell.execute(tx, officials, run.traceId, filingWithdrawn(filing));
      if (withdrawnBy !== filing.applicantId)
        await this.tell.execute(tx, [filing.applicantId], run.traceId, withdrawnForApplicant(filing));
      const assistant = (await this.facts.assistantOf(tx.manager, filing.id)).filter(
        (id) => id !== withdrawnBy,
      );
      await this.tell.execute(tx, assistant, run.traceId, outcomeAtWindow(filing));
      await this.endUnderCode(tx, filing);
    });
  }

  @OnJob('workbench.tell-filing-accepted')
  async accepted(run: JobRun<'workbench.tell-filing-accepted'>): Promise<void> {
    const { filingNumber } = run.payload;
    await this.outcome(run, (filing) => filingAccepted(filing, filingNumber));
  }

  @OnJob('workbench.tell-successor-named')
  async successorNamed(run: JobRun<'workbench.tell-successor-named'>): Promise<void> {
    await this.toSuccessor(run, namedAsSuccessor);
  }

  @OnJob('workbench.tell-successor-linked')
  async successorLinked(run: JobRun<'workbench.tell-successor-linked'>): Promise<void> {
    const { stands } = run.payload;
    await this.toSuccessor(run, (filing, named) => linkedAsSuccessor(filing, named, stands));
  }

  @OnJob('workbench.tell-successor-released')
  async successorReleased(run: JobRun<'workbench.tell-successor-released'>): Promise<void> {
    await this.toSuccessor(run, releasedAsSuccessor);
  }

  private async toSuccessor(
    run: JobRun<
      | 'workbench.tell-successor-named'
      | 'workbench.tell-successor-linked'
      | 'workbench.tell-successor-released'
    >,
    say: (ended: FilingFacts, named: InstitutionFacts) => Notice,
  ): Promise<void> {
    const { filingId, institutionId } = run.payload;
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      const named = await this.facts.institution(tx.manager, institutionId);
      if (!filing || !named?.operatorId) return;
      await this.tell.execute(tx, [named.operatorId], run.traceId, say(filing, named));
    });
  }

  @OnJob('workbench.tell-visit-ordered')
  async visitOrdered(run: JobRun<'workbench.tell-visit-ordered'>): Promise<void> {
    const { dueOn, plannedOn } = run.payload;
    const days = { dueOn: plainDate(dueOn), plannedOn: plannedOn === null ? null : plainDate(plannedOn) };
    await this.toApplicant(run, (filing) => visitOrdered(filing, days));
  }

  @OnJob('workbench.tell-visit-called-off')
  async visitCalledOff(run: JobRun<'workbench.tell-visit-called-off'>): Promise<void> {
    await this.toApplicant(run, visitCalledOff);
  }

  @OnJob('workbench.tell-filing-verified')
  async verified(run: JobRun<'workbench.tell-filing-verified'>): Promise<void> {
    await this.toApplicant(run, filingVerified);
  }

  @OnJob('workbench.tell-closure-recorded')
  async closureRecorded(run: JobRun<'workbench.tell-closure-recorded'>): Promise<void> {
    const { settled } = run.payload;
    await this.toApplicant(run, (filing) => closureRecorded(filing, settled));
  }

  @OnJob('workbench.tell-closure-reported')
  async closureReported(run: JobRun<'workbench.tell-closure-reported'>): Promise<void> {
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      const except = await this.facts.concernedWith(tx.manager, filing.id);
      const said = closureReported(filing);
      await this.tell.execute(tx, await this.verifiersOf(tx, filing, except), run.traceId, said);
    });
  }

  @OnJob('workbench.tell-mismatch-found')
  async mismatchFound(run: JobRun<'workbench.tell-mismatch-found'>): Promise<void> {
    await this.toApplicant(run, mismatchFound);
  }

  @OnJob('workbench.tell-mismatch-corrected')
  async mismatchCorrected(run: JobRun<'workbench.tell-mismatch-corrected'>): Promise<void> {
    await run.complete(async (tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      const except = await this.facts.notVerifiersOf(tx.manager, filing.id);
      const said = mismatchCorrected(filing);
      await this.tell.execute(tx, await this.verifiersOf(tx, filing, except), run.traceId, said);
    });
  }

  @OnJob('workbench.tell-filing-assigned')
  assigned(run: JobRun<'workbench.tell-filing-assigned'>): Promise<void> {
    return this.toOfficial(run, 'assigned', filingAssigned);
  }

  @OnJob('workbench.tell-filing-taken-away')
  takenAway(run: JobRun<'workbench.tell-filing-taken-away'>): Promise<void> {
    return this.toOfficial(run, 'taken-away', filingTakenAway);
  }

  /** Who conducts it, else all who may decide it: not the official who has just handed it in at the window. */
  private async registrarsOf(tx: Tx, filing: FilingFacts): Promise<string[]> {
    if (filing.holderId !== null) return [filing.holderId];
    const duty = { permission: 'filing.accept', department: LEAD_DEPARTMENT[filing.kind] } as const;
    const except = await this.facts.notDecidersOf(tx.manager, filing.id);
    return this.audience.holdersAt(tx, filing, duty, except);
  }

  private verifiersOf(tx: Tx, filing: FilingFacts, except: readonly string[]): Promise<string[]> {
    const duty = { permission: 'filing.verify', department: LEAD_DEPARTMENT[filing.kind] } as const;
    return this.audience.holdersAt(tx, filing, duty, except);
  }

  private async toOfficial(
    run: JobRun<'workbench.tell-filing-assigned' | 'workbench.tell-filing-taken-away'>,
    occasion: string,
    say: (filing: FilingFacts) => Notice,
  ): Promise<void> {
    const { filingId, personId } = run.payload;
    await run.complete(async (tx: Tx) => {
      const filing = await this.facts.filing(tx.manager, filingId);
      if (filing)
        await this.tell.execute(tx, [personId], `${occasion}:${filingId}:${run.traceId}`, say(filing));
    });
  }

  private async toApplicant(run: JobRun<FilingJob>, say: (filing: FilingFacts) => Notice): Promise<void> {
    await run.complete(async (tx: Tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (filing) await this.tell.execute(tx, [filing.applicantId], run.traceId, say(filing));
    });
  }

  /** Also to who entered it at the window, where the applicant comes back for the papers. */
  private async outcome(run: JobRun<FilingJob>, say: (filing: FilingFacts) => Notice): Promise<void> {
    await run.complete(async (tx: Tx) => {
      const filing = await this.facts.filing(tx.manager, run.payload.filingId);
      if (!filing) return;
      await this.tell.execute(tx, [filing.applicantId], run.traceId, say(filing));
      const assistant = await this.facts.assistantOf(tx.manager, filing.id);
      await this.tell.execute(tx, assistant, run.traceId, outcomeAtWindow(filing));
      await this.endUnderCode(tx, filing);
    });
  }

  /** To whom it was told that another account files under their code; what somebody takes back at will once a day, as what they file. */
  private async endUnderCode(tx: Tx, filing: FilingFacts): Promise<void> {
    const said = filing.type === 'INITIAL' ? sameCodeEnded(filing) : undefined;
    if (said === undefined) return;
    const others = await this.facts.othersUnderCode(tx.manager, filing);
    const occasion =
      filing.status === 'WITHDRAWN'
        ? `same-code-withdrawn:${filing.applicantId}:${dateInShanghai(tx.at)}`
        : `same-code-ended:${filing.id}`;
    await this.tell.execute(tx, others, occasion, said);
  }
}
