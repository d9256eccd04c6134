import { Injectable } from '@nestjs/common';
import { OnJob, type JobRun, type Tx } from '@zhaoguan/platform';
import type { AssignmentFacts } from '../domain/facts';
import { drawChanged, tasksAssigned, tasksCancelled } from '../domain/notices';
import type { Notice } from '../domain/notification';
import { FactStore } from '../store/fact.store';
import { Audience } from '../use-cases/audience';
import { Tell } from '../use-cases/tell';

type DrawJob = `workbench.tell-draw-${'announced' | 'drawn' | 'infeasible' | 'voided' | 'opened'}`;

/**
 * What becomes of a draw is told to its planners and reviewers, and to the inspectors how many tasks are theirs. Which
 * institutions were drawn is said to nobody here: that is secret until the inspection begins.
 */
@Injectable()
export class DrawNotices {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
  ) {}

  @OnJob('workbench.tell-draw-announced')
  async announced(run: JobRun<'workbench.tell-draw-announced'>): Promise<void> {
    await run.complete((tx) => this.changed(tx, run, 'DRAW_ANNOUNCED'));
  }

  @OnJob('workbench.tell-draw-drawn')
  async drawn(run: JobRun<'workbench.tell-draw-drawn'>): Promise<void> {
    await run.complete((tx) => this.changed(tx, run, 'DRAW_DRAWN'));
  }

  @OnJob('workbench.tell-draw-infeasible')
  async infeasible(run: JobRun<'workbench.tell-draw-infeasible'>): Promise<void> {
    await run.complete((tx) => this.changed(tx, run, 'DRAW_INFEASIBLE'));
  }

  @OnJob('workbench.tell-draw-opened')
  async opened(run: JobRun<'workbench.tell-draw-opened'>): Promise<void> {
    await run.complete((tx) => this.changed(tx, run, 'DRAW_OPENED'));
  }

  @OnJob('workbench.tell-draw-voided')
  async voided(run: JobRun<'workbench.tell-draw-voided'>): Promise<void> {
    await run.complete(async (tx) => {
      await this.changed(tx, run, 'DRAW_VOIDED');
      const cancelled = await this.facts.assignmentsOf(tx.manager, run.payload.drawId, 'CANCELLED');
      await this.toInspectors(tx, run.traceId, cancelled, tasksCancelled);
    });
  }

  @OnJob('workbench.tell-draw-tasks-made')
  async tasksMade(run: JobRun<'workbench.tell-draw-tasks-made'>): Promise<void> {
    await run.complete(async (tx) => {
      const assigned = await this.facts.assignmentsOf(tx.manager, run.payload.drawId, 'ASSIGNED');
      await this.toInspectors(tx, run.traceId, assigned, tasksAssigned);
    });
  }

  @OnJob('workbench.tell-task-assigned')
  async taskAssigned(run: JobRun<'workbench.tell-task-assigned'>): Promise<void> {
    await run.complete(async (tx) => {
      const assigned = await this.facts.assignmentsTo(tx.manager, run.payload.taskId);
      await this.toInspectors(tx, run.traceId, assigned, tasksAssigned);
    });
  }

  /** A draw is announced once for each county of it, but told once: the occasion is the draw and what became of it. */
  private async changed(
    tx: Tx,
    { payload }: JobRun<DrawJob>,
    type: Parameters<typeof drawChanged>[0],
  ): Promise<void> {
    const draw = await this.facts.draw(tx.manager, payload.drawId);
    if (!draw) return;
    const people = await this.audience.ofDraw(tx, draw);
    await this.tell.execute(tx, people, `${type}:${draw.id}`, drawChanged(type, draw));
  }

  private async toInspectors(
    tx: Tx,
    occasion: string,
    assignments: readonly AssignmentFacts[],
    say: (assignment: AssignmentFacts) => Notice,
  ): Promise<void> {
    await this.tell.all(
      tx,
      assignments.map((assignment) => ({
        people: [assignment.personId],
        occasion: `tasks:${occasion}`,
        notice: say(assignment),
      })),
    );
  }
}
