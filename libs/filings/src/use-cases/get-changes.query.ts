import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { isEditable, requireRight, worksOn } from '../domain/filing';
import { isTouched, type FilingChanges } from '../domain/filing-changes';
import { placeOf, type Remark } from '../domain/remarks';
import { FilingStores } from '../store/filing-stores';
import { CompareSubmissions } from './compare-submissions';
import { ReadableChanges } from './readable-changes';
import { ReturnDesk } from './return-desk';

/** A remark of the return that came in between, and whether what it speaks of has been changed since. */
export interface FollowedRemark extends Remark {
  readonly place: string;
  readonly touched: boolean;
}

/** What is different from an earlier submission; nothing to compare with: `since` is null. */
export interface ChangesView extends FilingChanges {
  readonly since: { readonly round: number; readonly submittedAt: Date } | null;
  readonly remarks: readonly FollowedRemark[];
  /** Where the authority may still ask for something; null: everywhere. */
  readonly openToRemarks: readonly string[] | null;
}

const NOTHING: ChangesView = {
  since: null,
  fields: [],
  materials: [],
  takeover: null,
  remarks: [],
  openToRemarks: null,
};

/**
 * What an applicant has changed since the filing was returned, while they are at it; for everybody else, and once it is
 * handed in again, what the last submission has changed.
 */
@Injectable()
export class GetChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly compare: CompareSubmissions,
    private readonly readable: ReadableChanges,
    private readonly desk: ReturnDesk,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  async execute(caller: Caller, id: string): Promise<ChangesView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.stores.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const own = worksOn(filing, caller);
      const working = own && isEditable(filing);
      const compared = await (working
        ? this.compare.working(manager, filing)
        : this.compare.last(manager, filing));
      if (compared === null) return NOTHING;
      const { form, past, changes, names } = compared;
      const round = working ? filing.round : filing.round - 1;
      const remarks = await this.stores.history.remarks(manager, id, round);
      return {
        since: { round, submittedAt: past.submittedAt },
        materials: changes.materials,
        takeover: changes.takeover,
        fields: await this.readable.execute(form, changes.fields, own),
        remarks: remarks.map((remark) => ({
          ...remark,
          place: placeOf(remark.pointer, form, names),
          touched: isTouched(remark, changes),
        })),
        openToRemarks: await this.desk.openToRemarks(manager, filing),
      };
    });
  }
}
