import { Injectable } from '@nestjs/common';
import { dateInShanghai, plainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { statementEnded } from '../domain/notices';
import { passedLately } from '../domain/reminder';
import { FactStore } from '../store/fact.store';
import { Audience } from './audience';
import type { ReminderProgress } from './remind';
import { Tell } from './tell';

/** Cases in one transaction: short enough to fail and be done again. */
const BATCH = 200;

/**
 * Tells the case officers that a party has let its period pass (陈述申辩期满): from the next working day on the case waits
 * for them, and nothing else says so.
 * @law 行政处罚法第四十四条、第四十五条
 */
@Injectable()
export class TellSilentCases {
  constructor(
    private readonly facts: FactStore,
    private readonly audience: Audience,
    private readonly tell: Tell,
    private readonly reference: ReferenceData,
  ) {}

  /** One batch; asks for the next while there is one, so it takes up where it was stopped. */
  async execute(tx: Tx, { on, after }: ReminderProgress): Promise<void> {
    const date = on === undefined ? dateInShanghai(tx.at) : plainDate(on);
    const days = passedLately({ date, calendar: await this.reference.calendar() });
    if (!days) return;
    const silent = await this.facts.silentCases(tx.manager, days, after ?? null, BATCH);
    for (const one of silent) {
      const party = await this.facts.institution(tx.manager, one.institutionId);
      if (!party) continue;
      const officers = await this.audience.ofCase(tx, party, one);
      await this.tell.ofWaiting(tx, officers, `statement-ended:${one.id}`, statementEnded(party, one));
    }
    const last = silent.at(-1);
    if (last && silent.length === BATCH)
      await tx.enqueue('workbench.tell-statements-ended', { on: date, after: last.id });
  }
}
