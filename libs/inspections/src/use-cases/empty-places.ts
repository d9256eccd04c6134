import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import type { StandIn } from '@zhaoguan/draw';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { Task, TeamMember } from '../domain/task';
import { StandInStore, type Absence } from '../store/stand-in.store';
import { NextInspector } from './next-inspector';

/** A place in a team that is empty, and how the draw fills it. */
export interface EmptyPlace {
  readonly standIn: StandIn;
  /** Null where nobody can go. */
  readonly joining: TeamMember | null;
  /** Of the one who leaves, and of the candidates who cannot go either: published with the record. */
  readonly absences: readonly Absence[];
}

/** Places in teams whose inspectors cannot go any more (不能参加检查的人员). */
@Injectable()
export class EmptyPlaces {
  constructor(
    private readonly standIns: StandInStore,
    private readonly nextInspector: NextInspector,
  ) {}

  /** Those of the draw who cannot go today. */
  absencesOf(tx: Tx, drawId: string): Promise<Absence[]> {
    return this.standIns.absencesOf(tx.manager, drawId, dateInShanghai(tx.at));
  }

  /**
   * Whoever keeps the entries or the account of somebody who is out, and so could have taken them out, does not decide on what follows from it as well.
   * @param all the absences of the draw
   * @throws SAME_OFFICIAL
   */
  async fill(
    tx: Tx,
    draw: Draw,
    { institutionId }: Task,
    { left, all }: { readonly left: string; readonly all: readonly Absence[] },
  ): Promise<EmptyPlace> {
    const absent = new Set(all.map(({ certificateNumber }) => certificateNumber));
    const { standIn, joining } = await this.nextInspector.pick(tx, draw, institutionId, { left, absent });
    const told = new Set([left, ...standIn.absent]);
    const absences = all.filter(({ certificateNumber }) => told.has(certificateNumber));
    if (absences.some(({ causedBy }) => causedBy.includes(tx.caller.id))) throw refuse('SAME_OFFICIAL');
    return { standIn, joining, absences };
  }
}
