import { Injectable } from '@nestjs/common';
import { pickStandIn, type Announcement, type StandIn, type StandInInput } from '@zhaoguan/draw';
import { nodeSm3, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { TeamMember } from '../domain/task';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawResultStore } from '../store/draw-result.store';
import { StandInStore } from '../store/stand-in.store';
import { DrawSecrets } from './draw-secrets';

export interface Next {
  readonly standIn: StandIn;
  /** Null where nobody can go. */
  readonly joining: TeamMember | null;
}

/** Whom the random numbers of a draw send in the place of an inspector who cannot go. */
@Injectable()
export class NextInspector {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly results: DrawResultStore,
    private readonly standIns: StandInStore,
    private readonly secrets: DrawSecrets,
  ) {}

  async pick(
    tx: Tx,
    draw: Draw,
    targetId: string,
    who: { readonly left: string; readonly absent: ReadonlySet<string> },
  ): Promise<Next> {
    const target = await this.inputs.findTarget(tx.manager, draw.id, targetId);
    if (!target) throw new Error(`target ${targetId} of a task is not in draw ${draw.id}`);
    const inspectors = await this.inputs.loadInspectors(tx.manager, draw.id);
    const input: StandInInput = {
      announcement: JSON.parse(draw.announcement) as Announcement,
      inspectors,
      conflicts: await this.inputs.loadConflicts(tx.manager, draw.id),
      result: {
        seed: this.secrets.seedOf(draw),
        selected: await this.results.listSelected(tx.manager, draw.id, 0, draw.targetCount),
      },
      replacements: await this.results.listReplacements(tx.manager, draw.id),
      standIns: await this.standIns.listOfDraw(tx.manager, draw.id),
      target,
      ...who,
    };
    const standIn = pickStandIn(input, nodeSm3);
    const { joined } = standIn;
    if (joined === null) return { standIn, joining: null };
    const joining = inspectors.find(({ id }) => id === joined);
    if (!joining) throw new Error(`stand-in ${joined} was not in draw ${draw.id}`);
    const { personId, name, department } = joining;
    return { standIn, joining: { personId, name, certificateNumber: joined, department } };
  }
}
