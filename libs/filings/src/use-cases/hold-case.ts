import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { refuse } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { AssignmentStore } from '../store/assignment.store';

/**
 * Before a decision: the case is the official's own. Assigning organises the work and takes no right away, so a colleague
 * may decide as well, after taking the case over in one step that is on record; what lies in the queue is theirs who decides it.
 */
@Injectable()
export class HoldCase {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly people: PersonStore,
  ) {}

  /** @throws ASSIGNED_TO_ANOTHER, naming the colleague */
  async execute(tx: Tx, filingId: string): Promise<void> {
    const holder = await this.assignments.holder(tx.manager, filingId);
    if (holder?.personId === tx.caller.id) return;
    if (holder !== null) {
      const name = (await this.people.findById(tx.manager, holder.personId))?.name ?? '其他人员';
      throw refuse('ASSIGNED_TO_ANOTHER', { name });
    }
    await this.assignments.append(tx, filingId, { act: 'DECIDED', personId: tx.caller.id, note: null });
  }
}
