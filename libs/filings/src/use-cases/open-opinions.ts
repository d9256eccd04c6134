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

  /**
   * @param named which of those that are open; without it all
   * @throws VALIDATION_FAILED at the one that is not open: it was answered meanwhile, or is of another filing
   */
  async waive(tx: Tx, filingId: string, reasons: string, named?: readonly string[]): Promise<void> {
    const open = await this.opinions.openForUpdate(tx, filingId);
    const gone = (named ?? []).findIndex((id) => !open.some((each) => each.id === id));
    if (gone >= 0) {
      const message = '这个部门已经答复，或者已经不再等待，请重新选择';
      throw refuse('VALIDATION_FAILED', {}, [
        { pointer: `/opinions/${gone}`, code: 'OPINION_NOT_OPEN', message },
      ]);
    }
    for (const each of open)
      if (named?.includes(each.id) ?? true)
        await this.acts.execute(tx, 'waive', each, { answer: null, reasons });
  }
}
