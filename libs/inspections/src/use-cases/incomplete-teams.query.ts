import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import { DrawStore } from '../store/draw.store';
import { StandInStore, type IncompleteTask } from '../store/stand-in.store';
import { Authority } from './authority';
import { LooksAtDraw } from './looks-at-draw';

/** Teams of a draw of which somebody cannot go (人员不齐的检查组), for whoever sees to their stand-ins. */
@Injectable()
export class IncompleteTeams {
  constructor(
    private readonly work: UnitOfWork,
    private readonly draws: DrawStore,
    private readonly standIns: StandInStore,
    private readonly authority: Authority,
    private readonly looks: LooksAtDraw,
  ) {}

  /**
   * That none is incomplete tells of the teams as well: each answer is a look at what was drawn.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT
   */
  list(
    caller: Caller,
    drawId: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<IncompleteTask>> {
    return this.work.run(caller, async (tx) => {
      const draw = await this.draws.get(tx.manager, drawId);
      await this.authority.requireInCharge(caller, draw);
      await this.looks.note(tx, [draw]);
      return this.standIns.pageOfIncomplete(tx.manager, { drawId, on: dateInShanghai(tx.at) }, page);
    });
  }
}
