import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Tx } from '@zhaoguan/platform';
import { isOpenCase } from '../domain/assignment';
import { AssignmentStore } from '../store/assignment.store';
import { FilingStore } from '../store/filing.store';
import { Deciders } from './deciders';

/** Cases in one transaction: short enough to fail and be done again. */
const BATCH = 200;

export interface ReleaseProgress {
  readonly personId: string;
  readonly after?: string;
}

/** Who left, was taken out of use, or may not decide a case any more holds none: it goes back into the queue. */
@Injectable()
export class ReleaseCases {
  constructor(
    private readonly people: PersonStore,
    private readonly filings: FilingStore,
    private readonly assignments: AssignmentStore,
    private readonly deciders: Deciders,
  ) {}

  /** One batch; asks for the next while there is one. */
  async execute(tx: Tx, { personId, after }: ReleaseProgress): Promise<void> {
    const person = await this.people.findById(tx.manager, personId);
    const held = await this.assignments.openOf(tx.manager, personId, after ?? null, BATCH);
    for (const id of held) {
      const filing = await this.filings.getForUpdate(tx, id);
      // Meanwhile it may have been decided, or handed over.
      const holder = await this.assignments.holder(tx.manager, id);
      if (!isOpenCase(filing) || holder?.personId !== personId) continue;
      if (await this.deciders.may(person, filing)) continue;
      await this.assignments.append(tx, id, { act: 'LEFT', personId: null, note: null });
      await tx.emit('filing.case-moved', { filingId: id });
    }
    const last = held.at(-1);
    if (last !== undefined && held.length === BATCH)
      await tx.enqueue('filings.release-cases', { personId, after: last });
  }
}
