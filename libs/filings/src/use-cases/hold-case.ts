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

  /** @throws ASSIGNED_TO_ANOTHER, naming the colleague; NOT_SIGNED_IN */
  async execute(tx: Tx, filingId: string): Promise<void> {
    const holder = await this.assignments.holder(tx.manager, filingId);
    if (holder?.personId === tx.caller.id) return;
    if (holder !== null) {
      const name = (await this.people.findById(tx.manager, holder.personId))?.name ?? '其他人员';
      throw refuse('ASSIGNED_TO_ANOTHER', { name });
    }
    await requireInUse(tx, this.people);
    await this.assignments.append(tx, filingId, { act: 'DECIDED', personId: tx.caller.id, note: null });
  }
}

/**
 * Who takes a case is in use until it is theirs: what an account holds that is taken out of use at the same moment goes back into the
 * queue only if it was there to be found.
 * @throws NOT_SIGNED_IN
 */
export async function requireInUse(tx: Tx, people: PersonStore): Promise<void> {
  const own = await people.findForShare(tx, tx.caller.id);
  if (own === null || own.disabledAt !== null) throw refuse('NOT_SIGNED_IN');
}
