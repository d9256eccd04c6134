import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { drawProcess, type DrawStatus } from '../domain/draw.process';
import { DrawResultStore, type SelectedTarget } from '../store/draw-result.store';
import { DrawStore } from '../store/draw.store';
import { History } from './history';

export interface DrawWithProgress {
  readonly draw: Draw;
  /** Drawn targets whose inspection is not yet submitted. */
  readonly outstandingTasks: number;
}

/** Reads draws for planners and reviewers: never nonce or seed, and the selection not unseen. */
@Injectable()
export class LookAtDraws {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly results: DrawResultStore,
    private readonly history: History,
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
  get(caller: Caller, id: string): Promise<DrawWithProgress> {
    return this.work.read(caller, async (manager) => ({
      draw: await this.draws.get(manager, id),
      outstandingTasks: await this.draws.countOutstanding(manager, id),
    }));
  }

  /** The drawn institutions; before the opening, who looked is written down. @throws NOT_FOUND, INVALID_TRANSITION */
  selection(
    caller: Caller,
    id: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<SelectedTarget>> {
    return this.work.run(caller, async (tx) => {
      const { status, districts } = await this.draws.get(tx.manager, id);
      if (status !== 'DRAWN' && status !== 'OPENED')
        throw refuse('INVALID_TRANSITION', { process: drawProcess.name, from: status, allowed: [] });
      if (status === 'DRAWN') {
        await this.history.note(tx, { type: 'draw', id, districts }, 'draw.selection-looked-at');
      }
      return this.results.pageOfSelected(tx.manager, id, page);
    });
  }
}
