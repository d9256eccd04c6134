import { Injectable } from '@nestjs/common';
import { TraceStore } from '@zhaoguan/audit';
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

/** What an administrator does to make an account act as they wish. */
const LEVERS = [
  'access.person-created',
  'access.person-enabled',
  'access.rights-changed',
  'access.password-reset',
] as const;

/** Places in teams whose inspectors cannot go any more (不能参加检查的人员). */
@Injectable()
export class EmptyPlaces {
  constructor(
    private readonly standIns: StandInStore,
    private readonly nextInspector: NextInspector,
    private readonly traces: TraceStore,
  ) {}

  /** Those of the draw who cannot go to the institution of a task today. */
  absencesOf(tx: Tx, task: Pick<Task, 'drawId' | 'institutionId'>): Promise<Absence[]> {
    return this.standIns.absencesOf(tx.manager, task, dateInShanghai(tx.at));
  }

  /**
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
    if (await this.isBound(tx, draw, absences)) throw refuse('SAME_OFFICIAL');
    return { standIn, joining, absences };
  }

  /**
   * Whoever keeps the entries or the account of somebody who is out, and so could have taken them out, does not decide on
   * what follows from it as well; nor does an account that such a person has had in hand since the announcement; nor does an
   * inspector of the draw, who would send, or spare, themselves.
   */
  private async isBound(tx: Tx, { id, announcedAt }: Draw, absences: readonly Absence[]): Promise<boolean> {
    const keepers = [...new Set(absences.flatMap(({ causedBy }) => causedBy))];
    if (keepers.includes(tx.caller.id)) return true;
    if (await this.standIns.isInspectorOf(tx.manager, id, tx.caller.id)) return true;
    return this.traces.didAny(tx.manager, {
      subjectType: 'person',
      subjectId: tx.caller.id,
      actions: LEVERS,
      actorIds: keepers,
      since: announcedAt,
    });
  }
}
