import { Injectable } from '@nestjs/common';
import { departmentLabel, refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { OpinionStore } from '../store/opinion.store';
import { OpinionActs } from './opinion-acts';

/** Before a decision: what was asked is answered, or the authority has said why it decides without it. */
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

  async waiveAll(tx: Tx, filingId: string, reasons: string): Promise<void> {
    for (const open of await this.opinions.openForUpdate(tx, filingId)) {
      await this.acts.execute(tx, 'waive', open, { answer: null, reasons });
    }
  }
}
