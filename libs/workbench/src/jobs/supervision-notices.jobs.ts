import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { CaseFacts, InstitutionFacts, ResultFacts } from '../domain/facts';
import { penaltyDecisionServed } from '../domain/decision-notices';
import {
  caseDismissed,
  caseEnded,
  findingsToTakeUp,
  gradeChanged,
  penaltyDecided,
  penaltyNoticed,
  recordedForParty,
  resultPublished,
  statementMade,
} from '../domain/notices';
import type { Notice } from '../domain/notification';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

type CaseJob =
  | 'workbench.tell-penalty-case-noticed'
  | 'workbench.tell-penalty-decided'
  | 'workbench.tell-penalty-decision-served';

/**
 * Results are told to the institution when they are public; so are cases and grades. Case officers hear of what waits for them: findings on which a case can rest, and the party's statement.
 */
@Injectable()
export class SupervisionNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-inspection-result-published')
  async published(run: JobRun<'workbench.tell-inspection-result-published'>): Promise<void> {
    const { institutionId, resultId } = run.payload;
    await run.complete(async (tx) => {
      const result = await this.facts.result(tx.manager, resultId);
      // Corrected meanwhile: the correction is told when it is published.
      if (result === undefined) return;
      await this.toInspected(tx, run.traceId, institutionId, result);
      await this.toTakeUp(tx, institutionId, resultId);
    });
  }

  /** Whose account has the institution no more does not find its page, and reads of the inspection itself. */
  private async toInspected(
    tx: Tx,
    occasion: string,
    institutionId: string,
    { label, taskId, partyId }: ResultFacts,
  ): Promise<void> {
    const institution = await this.facts.institution(tx.manager, institutionId);
    const party = partyId ?? institution?.operatorId ?? null;
    if (!institution || party === null) return;
    const notice = resultPublished(institution, label);
    const before = party !== institution.operatorId && ({ type: 'inspection-task', id: taskId } as const);
    await this.tell.execute(tx, [party], occasion, before ? { ...notice, subject: before } : notice);
  }

  private async toTakeUp(tx: Tx, institutionId: string, resultId: string): Promise<void> {
    const institution = await this.facts.institution(tx.manager, institutionId);
    if (!institution || !(await this.facts.waitsToBeTakenUp(tx.manager, resultId))) return;
    const department = LEAD_DEPARTMENT[institution.kind];
    const officers = await this.audience.holdersAt(tx, institution, {
      permission: 'case.manage',
      department,
    });
    await this.tell.execute(tx, officers, `findings:${resultId}`, findingsToTakeUp(institution, resultId));
  }

  @OnJob('workbench.tell-penalty-case-noticed')
  async noticed(run: JobRun<'workbench.tell-penalty-case-noticed'>): Promise<void> {
    await this.toParty(run, penaltyNoticed);
  }

  @OnJob('workbench.tell-penalty-case-stated')
  async stated(run: JobRun<'workbench.tell-penalty-case-stated'>): Promise<void> {
    const { caseId, institutionId, byParty } = run.payload;
    await run.complete(async (tx) => {
      const facts = await this.facts.penaltyCase(tx.manager, caseId);
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!facts || !institution) return;
      // What an official puts down in the party's name the party learns at once, and can contradict.
      if (!byParty) {
        await this.tellParty(tx, run.traceId, institutionId, facts, recordedForParty);
        return;
      }
      const officers = await this.audience.ofCase(tx, institution, facts);
      // Once for a case, however often the party answers.
      await this.tell.execute(tx, officers, `stated:${caseId}`, statementMade(institution, facts));
    });
  }

  @OnJob('workbench.tell-penalty-decided')
  async decided(run: JobRun<'workbench.tell-penalty-decided'>): Promise<void> {
    await this.toParty(run, penaltyDecided);
  }

  @OnJob('workbench.tell-penalty-decision-served')
  async decisionServed(run: JobRun<'workbench.tell-penalty-decision-served'>): Promise<void> {
    await this.toParty(run, (party, facts) => penaltyDecisionServed(party, facts, run.payload));
  }

  @OnJob('workbench.tell-penalty-case-dismissed')
  async dismissed(run: JobRun<'workbench.tell-penalty-case-dismissed'>): Promise<void> {
    const { caseId, institutionId } = run.payload;
    await run.complete(async (tx) => {
      const facts = await this.facts.penaltyCase(tx.manager, caseId);
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!facts || !institution) return;
      const reviewers = await this.audience.reviewersOf(tx, institution, facts);
      await this.tell.execute(tx, reviewers, run.traceId, caseEnded(institution, facts));
      await this.tellParty(tx, run.traceId, institutionId, facts, caseDismissed);
    });
  }

  @OnJob('workbench.tell-credit-grade-changed')
  async gradeChanged(run: JobRun<'workbench.tell-credit-grade-changed'>): Promise<void> {
    const { institutionId, from, to } = run.payload;
    await run.complete((tx) =>
      this.toOperator(tx, run.traceId, institutionId, (institution) => gradeChanged(institution, from, to)),
    );
  }

  private async toParty(
    run: JobRun<CaseJob>,
    say: (party: InstitutionFacts, facts: CaseFacts) => Notice,
  ): Promise<void> {
    const { caseId, institutionId } = run.payload;
    await run.complete(async (tx) => {
      const facts = await this.facts.penaltyCase(tx.manager, caseId);
      if (facts) await this.tellParty(tx, run.traceId, institutionId, facts, say);
    });
  }

  /** Of a case without a notice (行政处罚告知) the party knows nothing, and need not. */
  private async tellParty(
    tx: Tx,
    occasion: string,
    institutionId: string,
    facts: CaseFacts,
    say: (party: InstitutionFacts, facts: CaseFacts) => Notice,
  ): Promise<void> {
    if (facts.statementUntil === null) return;
    const institution = await this.facts.institution(tx.manager, institutionId);
    const party = facts.partyId ?? institution?.operatorId ?? null;
    if (institution && party !== null)
      await this.tell.execute(tx, [party], occasion, say(institution, facts));
  }

  private async toOperator(
    tx: Tx,
    occasion: string,
    institutionId: string,
    say: (institution: InstitutionFacts) => Notice,
  ): Promise<void> {
    const institution = await this.facts.institution(tx.manager, institutionId);
    if (!institution || institution.operatorId === null) return;
    await this.tell.execute(tx, [institution.operatorId], occasion, say(institution));
  }
}
