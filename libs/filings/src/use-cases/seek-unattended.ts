import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import { LEAD_DEPARTMENT, type JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { arrangedAt } from '../domain/arranging-office';
import { placeOf } from '../domain/filing-authority';
import { AssignmentStore } from '../store/assignment.store';
import { UnattendedStore, type WaitingCase } from '../store/unattended.store';
import { Deciders } from './deciders';

/** Cases in one transaction: short enough to fail and be done again. */
const BATCH = 200;

export interface UnattendedProgress {
  /** One case; without it all that wait: people leave, and roles are taken from them. */
  readonly filingId?: string;
  /** Somebody who may do something else now: what nobody could decide is looked at again. */
  readonly personId?: string;
  /** The person may do less there than before: what waits there nobody may be able to decide any more. */
  readonly districts?: readonly string[];
  readonly after?: string;
}

/**
 * A case that nobody of its authority may decide, because those who could have entered it, given its account the password or answered for
 * another department, or because there is nobody, would lie there in silence: who heads the authority, else the one above, is told at once,
 * and it waits for them until somebody may.
 */
@Injectable()
export class SeekUnattended {
  constructor(
    private readonly assignments: AssignmentStore,
    private readonly unattended: UnattendedStore,
    private readonly deciders: Deciders,
    private readonly officials: OfficialStore,
    private readonly reference: ReferenceData,
  ) {}

  async execute(tx: Tx, { filingId, personId, districts, after }: UnattendedProgress): Promise<void> {
    if (filingId !== undefined) return this.look(tx, filingId);
    const ids =
      personId !== undefined && districts === undefined
        ? await this.unattended.known(tx, after ?? null, BATCH)
        : await this.unattended.toLookAt(tx, districts ?? null, after ?? null, BATCH);
    for (const id of ids) await this.look(tx, id);
    const last = ids.at(-1);
    if (last !== undefined && ids.length === BATCH)
      await tx.enqueue('filings.seek-unattended', {
        ...(personId !== undefined && { personId }),
        ...(districts !== undefined && { districts }),
        after: last,
      });
  }

  private async look(tx: Tx, id: string): Promise<void> {
    const filing = await this.unattended.find(tx.manager, id);
    if (filing === undefined) return;
    if (await this.isAttended(tx, filing)) {
      if (await this.unattended.clear(tx, id)) await tx.emit('filing.case-moved', { filingId: id });
      return;
    }
    const isNews = await this.unattended.note(tx, id, await this.arrangedAt(tx, filing));
    if (isNews) await tx.emit('filing.unattended', { filingId: id });
  }

  /** What does not lie with the authority waits for nobody there. */
  private async isAttended(tx: Tx, filing: WaitingCase): Promise<boolean> {
    if (filing.status !== 'SUBMITTED') return true;
    if ((await this.assignments.holder(tx.manager, filing.id)) !== null) return true;
    return (await this.deciders.list(tx.manager, filing)).length > 0;
  }

  private async arrangedAt(tx: Tx, filing: WaitingCase) {
    const { applicantId, enteredBy, accountGivenBy } = filing;
    const place = placeOf(filing);
    const heads = await this.officials.holders(tx.manager, {
      permission: 'overdue.supervise',
      districts: [place.township ?? place.district],
      department: LEAD_DEPARTMENT[filing.kind],
    });
    const makers = [applicantId, enteredBy, accountGivenBy].filter((each) => each !== null);
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return arrangedAt(place, heads, makers, { jurisdictions, districts: await this.reference.districts() });
  }
}
