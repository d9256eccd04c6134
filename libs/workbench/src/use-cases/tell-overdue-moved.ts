import { Injectable } from '@nestjs/common';
import type { Tx } from '@zhaoguan/platform';
import { overdueExplained, overdueUrged } from '../domain/overdue-notices';
import type { OverdueAct } from '../domain/overdue.process';
import { OverdueStore } from '../store/overdue.store';
import { OverdueAudience } from './overdue-audience';
import { Settle } from './settle';
import { Tell } from './tell';

/** What the person above has said is told to the office, and why it is late to the person above. */
@Injectable()
export class TellOverdueMoved {
  constructor(
    private readonly overdues: OverdueStore,
    private readonly audience: OverdueAudience,
    private readonly tell: Tell,
    private readonly settle: Settle,
  ) {}

  async execute(tx: Tx, id: string, action: OverdueAct): Promise<void> {
    const overdue = await this.overdues.find(tx.manager, id);
    if (!overdue || overdue.status === 'ENDED') return;
    const occasion = `overdue-${action}:${id}:${overdue.version}`;
    if (action === 'urge') {
      await this.settle.execute(tx, [id]);
      await this.tell.execute(tx, await this.audience.office(tx, overdue), occasion, overdueUrged(overdue));
    } else {
      await this.tell.execute(
        tx,
        await this.audience.above(tx, overdue),
        occasion,
        overdueExplained(overdue),
      );
    }
  }
}
