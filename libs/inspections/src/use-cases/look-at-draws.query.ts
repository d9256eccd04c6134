import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Page } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess, type DrawStatus, type DrawSubject } from '../domain/draw.process';
import { DrawResultStore, type SelectedTarget } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { ResultStore } from '../store/result.store';
import { TaskStore } from '../store/task.store';
import { TransitionStore } from '../store/transition.store';
import { Authority } from './authority';
import { drawSubject } from './draw-subject';
import { LooksAtDraw } from './looks-at-draw';

/** A draw as one official finds it. */
export interface DrawFound {
  readonly draw: Draw;
  readonly subject: DrawSubject;
  /** Whether its secrets and its acts are this official's. */
  readonly isInCharge: boolean;
  readonly isInTeam: boolean;
  readonly hasLooked: boolean;
  /** Results of its inspections that the public cannot read yet. */
  readonly unpublishedResults: number;
}

/** Reads draws for planners and reviewers: never nonce or seed, and the selection not unseen. */
@Injectable()
export class LookAtDraws {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly selections: DrawResultStore,
    private readonly results: ResultStore,
    private readonly tasks: TaskStore,
    private readonly transitions: TransitionStore,
    private readonly authority: Authority,
    private readonly looks: LooksAtDraw,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(
    caller: Caller,
    filter: {
      readonly planId?: string | undefined;
      readonly status?: DrawStatus | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ): Promise<Page<Draw>> {
    return this.work.read(caller, (manager) => this.draws.list(manager, filter));
  }

  /** @throws NOT_FOUND */
  get(caller: Caller, id: string): Promise<DrawFound> {
    return this.work.read(caller, async (manager) => {
      const draw = await this.draws.get(manager, id);
      const beaconEnterers = await this.transitions.actorsOf(manager, 'draw', id, 'enterBeacon');
      const outstandingTasks = await this.draws.countOutstanding(manager, id);
      const begunTasks = await this.tasks.countBegun(manager, id);
      return {
        draw,
        subject: drawSubject(draw, this.clock.now(), { beaconEnterers, outstandingTasks, begunTasks }),
        isInCharge: await this.authority.isInCharge(caller, draw),
        isInTeam: await this.tasks.isInTeam(manager, id, caller.id),
        hasLooked: await this.looks.hasLooked(manager, draw, caller.id),
        unpublishedResults: await this.results.countPending(manager, id),
      };
    });
  }

  /**
   * The drawn institutions; before the opening, who looked is written down.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, INVALID_TRANSITION
   */
  selection(
    caller: Caller,
    id: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SelectedTarget>> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.get(tx.manager, id);
      await this.authority.requireInCharge(caller, draw);
      const { status } = draw;
      if (status !== 'DRAWN' && status !== 'OPENED')
        throw refuse('INVALID_TRANSITION', { process: drawProcess.name, from: status, allowed: [] });
      await this.looks.note(tx, [draw]);
      return this.selections.pageOfSelected(tx.manager, id, page);
    });
  }
}
