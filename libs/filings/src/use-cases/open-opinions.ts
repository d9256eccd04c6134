import { Injectable } from '@nestjs/common';
import { departmentLabel, refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { disagreeing, whyUnheeded } from '../domain/disagreement';
import { OpinionStore } from '../store/opinion.store';
import { OpinionActs } from './opinion-acts';

/** Before a decision: what was asked is answered, or the authority has said why it decides without it, or against it. */
@Injectable()
export class OpenOpinions {
  constructor(
    private readonly opinions: OpinionStore,
    private readonly acts: OpinionActs,
  ) {}

  /** @throws OPINIONS_OPEN naming the departments */
  async requireNone(tx: Tx, filingId: string): Promise<void> {
    const open = await this.opinions.openForUpdate(tx, filingId);
    if (open.length === 0) return;
    const departments = open.map(({ department }) => departmentLabel(department)).join('、');
    throw refuse('OPINIONS_OPEN', { departments });
  }

  /** @returns whose disagreement an acceptance goes against, and why. @throws DISAGREEMENT_UNEXPLAINED */
  async unheeded(
    tx: Tx,
    filingId: string,
    reason: string | undefined,
  ): Promise<{ readonly departments: readonly string[]; readonly reason?: string }> {
    const departments = disagreeing(await this.opinions.ofFiling(tx.manager, filingId));
    const why = whyUnheeded(departments, reason);
    return { departments, ...(why !== undefined && { reason: why }) };
  }

  async waiveAll(tx: Tx, filingId: string, reasons: string): Promise<void> {
    for (const open of await this.opinions.openForUpdate(tx, filingId)) {
      await this.acts.execute(tx, 'waive', open, { answer: null, reasons });
    }
  }
}
