import { Injectable } from '@nestjs/common';
import { pickStandIn, type Announcement, type StandIn } from '@zhaoguan/draw';
import { nodeSm3, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import type { TeamMember } from '../domain/task';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawResultStore } from '../store/draw-result.store';
import { StandInStore } from '../store/stand-in.store';
import { DrawSecrets } from './draw-secrets';
import { refusalOfDraw } from './draw-refusals';

/** Whom the random numbers of a draw send in the place of an inspector who cannot go. */
@Injectable()
export class NextInspector {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly results: DrawResultStore,
    private readonly standIns: StandInStore,
    private readonly secrets: DrawSecrets,
  ) {}

  /** @throws INFEASIBLE */
  async pick(
    tx: Tx,
    draw: Draw,
    targetId: string,
    who: { readonly left: string; readonly absent: ReadonlySet<string> },
  ): Promise<{ readonly standIn: StandIn; readonly joining: TeamMember }> {
    const target = await this.inputs.findTarget(tx.manager, draw.id, targetId);
    if (!target) throw new Error(`target ${targetId} of a task is not in draw ${draw.id}`);
    const inspectors = await this.inputs.loadInspectors(tx.manager, draw.id);
    const standIn = pickOrRefuse({
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
    });
    const joining = inspectors.find(({ id }) => id === standIn.joined);
    if (!joining) throw new Error(`stand-in ${standIn.joined} was not in draw ${draw.id}`);
    const { personId, name, department } = joining;
    return { standIn, joining: { personId, name, certificateNumber: standIn.joined, department } };
  }
}

function pickOrRefuse(input: Parameters<typeof pickStandIn>[0]): StandIn {
  try {
    return pickStandIn(input, nodeSm3);
  } catch (error) {
    throw refusalOfDraw(error);
  }
}
