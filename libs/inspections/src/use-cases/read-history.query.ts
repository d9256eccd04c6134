import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { drawProcess } from '../domain/draw.process';
import { taskScopeOf } from '../domain/task';
import { taskProcess } from '../domain/task.process';
import { DrawStore } from '../store/draw.store';
import { TransitionStore, type KeptAct } from '../store/transition.store';
import { NameOfficials } from './name-officials';

/** One act in the life of a draw or a task (办理过程). */
export interface HistoryAct {
  readonly action: string;
  /** Chinese name of the act, e.g. 确认公开随机数. */
  readonly label: string;
  readonly actorName: string | null;
  readonly at: Date;
  readonly reason: string | null;
}

const ANNOUNCED = { action: 'announce', label: '发布抽取公告' };

/** Who did what to a draw or a task, and when. Whether the reader may see the thing itself is asked before. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly transitions: TransitionStore,
    private readonly names: NameOfficials,
  ) {}

  /** @throws NOT_FOUND */
  ofDraw(caller: Caller, id: string): Promise<HistoryAct[]> {
    return this.work.read(caller, async (manager) => {
      const { announcedBy: actorId, announcedAt: at } = await this.draws.get(manager, id);
      const announcement = { ...ANNOUNCED, actorId, at, reason: null };
      const acts = await this.transitions.list(manager, 'draw', id);
      return this.names.of(manager, [announcement, ...acts.map((act) => labelled(drawProcess.actions, act))]);
    });
  }

  ofTask(caller: Caller, id: string): Promise<HistoryAct[]> {
    return this.work.read(caller, async (manager) => {
      const acts = await this.transitions.list(manager, 'task', id);
      // Whom of the team another has contradicted is for officials, not for the institution.
      const { ownInstitutions } = taskScopeOf(caller);
      const told = acts.map((act) =>
        ownInstitutions && act.action === 'record' ? { ...act, reason: null } : act,
      );
      return this.names.of(
        manager,
        told.map((act) => labelled(taskProcess.actions, act)),
      );
    });
  }
}

function labelled(actions: Readonly<Record<string, { readonly label: string }>>, act: KeptAct) {
  return { ...act, label: actions[act.action]?.label ?? act.action };
}
