import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { LEAD_DEPARTMENT } from '@zhaoguan/contracts';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { InstitutionFacts } from '../domain/facts';
import {
  colleagueSubmitted,
  inspectionSubmitted,
  reportWithdrawn,
  resultWithdrawn,
  signatureAwaited,
} from '../domain/notices';
import type { Notice } from '../domain/notification';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

type NoticeOfColleague = (institution: InstitutionFacts, taskId: string, colleague: string) => Notice;

/** Results are told to the reviewers and to the rest of the team when they come in, and when they are taken back. */
@Injectable()
export class SubmissionNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
    private readonly people: PersonStore,
  ) {}

  @OnJob('workbench.tell-task-submitted')
  async submitted(run: JobRun<'workbench.tell-task-submitted'>): Promise<void> {
    const { taskId, institutionId, resultId, district, submittedBy } = run.payload;
    await run.complete(async (tx) => {
      const institution = await this.facts.institution(tx.manager, institutionId);
      // Taken back before anybody was told: then only that is told.
      const stands = (await this.facts.result(tx.manager, resultId)) !== undefined;
      if (!institution || !stands) return;
      const reviewers = await this.reviewers(tx, institution, district);
      const lacksSignature = await this.facts.waitsForSignature(tx.manager, taskId);
      const notice = inspectionSubmitted(institution, resultId, lacksSignature);
      await this.tell.execute(tx, reviewers, run.traceId, notice);
      // What was withdrawn and handed in again is told again.
      const occasion = `submitted:${resultId}`;
      const noticeOf = lacksSignature ? signatureAwaited : colleagueSubmitted;
      await this.toColleagues(tx, occasion, institution, { taskId, by: submittedBy }, noticeOf);
    });
  }

  @OnJob('workbench.tell-report-withdrawn')
  async withdrawn(run: JobRun<'workbench.tell-report-withdrawn'>): Promise<void> {
    const { taskId, resultId, institutionId, district, withdrawnBy } = run.payload;
    await run.complete(async (tx) => {
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!institution) return;
      const occasion = `withdrawn:${resultId}`;
      const reviewers = await this.reviewers(tx, institution, district);
      await this.tell.execute(tx, reviewers, occasion, resultWithdrawn(institution, resultId));
      await this.toColleagues(tx, occasion, institution, { taskId, by: withdrawnBy }, reportWithdrawn);
    });
  }

  private reviewers(tx: Tx, { kind }: InstitutionFacts, district: string): Promise<readonly string[]> {
    return this.audience.holders(tx, {
      permission: 'result.publish',
      districts: [district],
      department: LEAD_DEPARTMENT[kind],
    });
  }

  private async toColleagues(
    tx: Tx,
    occasion: string,
    institution: InstitutionFacts,
    { taskId, by }: { readonly taskId: string; readonly by: string },
    noticeOf: NoticeOfColleague,
  ): Promise<void> {
    const colleague = (await this.people.listNames(tx.manager, [by])).get(by);
    if (colleague === undefined) return;
    const team = await this.facts.assignmentsTo(tx.manager, taskId);
    const others = team.map(({ personId }) => personId).filter((id) => id !== by);
    await this.tell.execute(tx, others, occasion, noticeOf(institution, taskId, colleague));
  }
}
