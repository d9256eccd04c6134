import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { OnJob, type JobRun } from '@zhaoguan/platform';
import { findingChanged, recusalDeclared, recusalRevoked, stoodIn, taskCalledOff } from '../domain/notices';
import { FactStore } from '../store/fact.store';
import { Tell } from '../use-cases/tell';

/** What inspectors hear of besides their tasks: what becomes of their team, its findings and their recusals. */
@Injectable()
export class TeamNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly people: PersonStore,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-finding-changed')
  async findingChanged(run: JobRun<'workbench.tell-finding-changed'>): Promise<void> {
    const { taskId, itemId, institutionId, recordedBy, changedBy } = run.payload;
    await run.complete(async (tx) => {
      const institution = await this.facts.institution(tx.manager, institutionId);
      const colleague = (await this.people.listNames(tx.manager, [changedBy])).get(changedBy);
      if (!institution || colleague === undefined) return;
      const occasion = `finding:${taskId}:${itemId}:${run.traceId}`;
      await this.tell.execute(
        tx,
        [recordedBy],
        occasion,
        findingChanged(institution, run.payload, colleague),
      );
    });
  }

  @OnJob('workbench.tell-recusal-declared')
  recusalDeclared(run: JobRun<'workbench.tell-recusal-declared'>): Promise<void> {
    return this.ofRecusal(run, 'recusal-declared', recusalDeclared);
  }

  @OnJob('workbench.tell-recusal-revoked')
  recusalRevoked(run: JobRun<'workbench.tell-recusal-revoked'>): Promise<void> {
    return this.ofRecusal(run, 'recusal-revoked', recusalRevoked);
  }

  private async ofRecusal(
    run: JobRun<'workbench.tell-recusal-declared' | 'workbench.tell-recusal-revoked'>,
    occasion: string,
    noticeOf: typeof recusalRevoked,
  ): Promise<void> {
    const { recusalId, personId, institutionId } = run.payload;
    await run.complete(async (tx) => {
      const institution = await this.facts.institution(tx.manager, institutionId);
      if (!institution) return;
      await this.tell.execute(tx, [personId], `${occasion}:${recusalId}`, noticeOf(institution));
    });
  }

  @OnJob('workbench.tell-task-stood-in')
  async stoodIn(run: JobRun<'workbench.tell-task-stood-in'>): Promise<void> {
    const { taskId, personId } = run.payload;
    await run.complete(async (tx) => {
      const assigned = await this.facts.assignmentsTo(tx.manager, taskId);
      const own = assigned.find((assignment) => assignment.personId === personId);
      if (own) await this.tell.execute(tx, [personId], `stood-in:${taskId}:${run.traceId}`, stoodIn(own));
    });
  }

  @OnJob('workbench.tell-task-called-off')
  async calledOff(run: JobRun<'workbench.tell-task-called-off'>): Promise<void> {
    const { taskId } = run.payload;
    await run.complete(async (tx) => {
      const team = await this.facts.assignmentsTo(tx.manager, taskId);
      const [one] = team;
      if (one === undefined) return;
      const people = team.map(({ personId }) => personId);
      await this.tell.execute(tx, people, `called-off:${taskId}`, taskCalledOff(one));
    });
  }
}
