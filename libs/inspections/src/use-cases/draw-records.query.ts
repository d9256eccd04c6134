import { Injectable } from '@nestjs/common';
import { TraceStore, type Trace } from '@zhaoguan/audit';
import type { Caller } from '@zhaoguan/contracts';
import type { Announcement } from '@zhaoguan/draw';
import { UnitOfWork } from '@zhaoguan/platform';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawStore } from '../store/draw.store';
import { TaskStore } from '../store/task.store';
import type { PlanStratum } from '../domain/plan';
import { NameOfficials } from './name-officials';
import { sizesOf, type StratumPreview } from './strata-sizes';

/** Who looked at what was still secret of a draw, on one day. */
export type Look = Omit<Trace, 'actorId'> & { readonly actorName: string | null };

/** What is kept beside a draw: how large its strata are, and who looked at its outcome before the opening. */
@Injectable()
export class DrawRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly inputs: DrawInputStore,
    private readonly tasks: TaskStore,
    private readonly traces: TraceStore,
    private readonly names: NameOfficials,
  ) {}

  /** How many stand in the hat of each grade and how many of them are drawn: known from the announcement on. @throws NOT_FOUND */
  strata(caller: Caller, id: string): Promise<StratumPreview[]> {
    return this.work.read(caller, async (manager) => {
      const { announcement } = await this.draws.get(manager, id);
      const { strata } = JSON.parse(announcement) as Pick<Announcement, 'strata'>;
      return sizesOf(strata as readonly PlanStratum[], await this.inputs.countTargets(manager, id));
    });
  }

  /** @throws NOT_FOUND */
  looks(caller: Caller, id: string): Promise<Look[]> {
    return this.work.read(caller, async (manager) => {
      await this.draws.get(manager, id);
      const taskIds = await this.tasks.idsOfDraw(manager, id);
      const traces = [
        ...(await this.traces.list(manager, 'draw', [id], 'draw.selection-looked-at')),
        ...(await this.traces.list(manager, 'task', taskIds, 'task.looked-at')),
      ];
      traces.sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
      return this.names.of(manager, traces);
    });
  }
}
