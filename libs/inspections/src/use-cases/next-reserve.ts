import { Injectable } from '@nestjs/common';
import {
  pickReplacement,
  type Announcement,
  type DrawResult,
  type Replacement,
  type Selected,
} from '@zhaoguan/draw';
import { nodeSm3, type Tx } from '@zhaoguan/platform';
import type { Draw } from '../domain/draw';
import { DrawInputStore } from '../store/draw-input.store';
import { DrawResultStore } from '../store/draw-result.store';
import { StandInStore } from '../store/stand-in.store';
import { refusalOfDraw } from './draw-refusals';
import { DrawSecrets } from './draw-secrets';

/** Takes the next reserve of a stratum, with its team, in the order that the draw left them. */
@Injectable()
export class NextReserve {
  constructor(
    private readonly inputs: DrawInputStore,
    private readonly results: DrawResultStore,
    private readonly standIns: StandInStore,
    private readonly secrets: DrawSecrets,
  ) {}

  /** @throws RESERVES_EXHAUSTED, INFEASIBLE */
  async take(tx: Tx, draw: Draw, voided: string, reason: string): Promise<Replacement> {
    const replacement = await this.pick(tx, draw, voided);
    await this.results.appendReplacement(tx, draw.id, replacement, reason);
    return replacement;
  }

  private async pick(tx: Tx, draw: Draw, voided: string): Promise<Replacement> {
    const selected = await this.results.listSelected(tx.manager, draw.id, 0, draw.targetCount);
    const replacements = await this.results.listReplacements(tx.manager, draw.id);
    const stratum = [...selected, ...replacements].find(({ target }) => target === voided)?.stratum ?? '';
    const next = await this.results.nextReserve(tx.manager, draw.id, stratum);
    const target = next === null ? null : await this.inputs.findTarget(tx.manager, draw.id, next);
    const result: DrawResult = {
      seed: this.secrets.seedOf(draw),
      resultDigest: draw.resultDigest ?? '',
      reserves: { [stratum]: next === null ? [] : [next] },
      selected: selected satisfies Selected[],
    };
    try {
      return pickReplacement(
        {
          announcement: JSON.parse(draw.announcement) as Announcement,
          // Only the next reserve can be picked, so the other million need not be fetched.
          targets: target ? [target] : [],
          inspectors: await this.inputs.loadInspectors(tx.manager, draw.id),
          conflicts: await this.inputs.loadConflicts(tx.manager, draw.id),
          result,
          replacements,
          standIns: await this.standIns.listOfDraw(tx.manager, draw.id),
          voided,
        },
        nodeSm3,
      );
    } catch (error) {
      throw refusalOfDraw(error);
    }
  }
}
