import { Injectable } from '@nestjs/common';
import { isSignedForm, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { isEditable, requireRight, type Filing } from '../domain/filing';
import { changesBetween, isTouched } from '../domain/filing-changes';
import { placeOf } from '../domain/remarks';
import { FilingStores } from '../store/filing-stores';
import { RefusedBeforeStore, type RefusedCase } from '../store/refused-before.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';
import type { FollowedRemark } from './get-changes.query';

export interface RefusedBeforeView {
  readonly filingId: string;
  readonly status: RefusedCase['status'];
  /** Why it was refused; null of what lapsed, of which the remarks say it. */
  readonly reason: string | null;
  /** What is filled in and uploaded is what was refused; what is signed for each case is not compared. */
  readonly unchanged: boolean;
  /** Of what lapsed, the remarks of its last return, each with whether what it speaks of is otherwise now. */
  readonly remarks: readonly FollowedRemark[];
  /** Names of what is signed for each case (申请书、备案书) and has another file now: nobody knows from outside what was put right in it. */
  readonly signedAnew: readonly string[];
}

/** Whether what an applicant is about to hand in was refused before as it is (不予备案以后原样重报), or lapsed with remarks that stand. It hinders nothing, and is said. */
@Injectable()
export class RefusedBefore {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly refused: RefusedBeforeStore,
    private readonly forms: FilingForms,
    private readonly reference: FilingReference,
  ) {}

  /** One at most, of what is being filled in. @throws NOT_FOUND, FORBIDDEN */
  execute(caller: Caller, id: string): Promise<Page<RefusedBeforeView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.stores.filings.get(manager, id);
      requireRight(filing, caller, 'filing.file');
      const before = isEditable(filing) ? await this.refused.find(manager, filing) : null;
      if (before === null) return { items: [], nextCursor: null };
      const { id: filingId, status, reason } = before;
      const compared = await this.compared(manager, filing, before);
      const item = { filingId, status, reason: status === 'LAPSED' ? null : reason, ...compared };
      return { items: [item], nextCursor: null };
    });
  }

  private async compared(
    manager: Tx['manager'],
    filing: Filing,
    before: RefusedCase,
  ): Promise<Pick<RefusedBeforeView, 'unchanged' | 'remarks' | 'signedAnew'>> {
    const past = await this.stores.history.findSubmission(manager, before.id, before.round);
    if (past === null) return { unchanged: false, remarks: [], signedAnew: [] };
    const listed = await this.reference.materialsOf(filing);
    const names = new Map(listed.map(({ code, name }) => [code, name]));
    const then = {
      application: past.application,
      files: await this.stores.materials.byIds(manager, before.id, past.materials),
      names,
      // What stands in the register beside it is another thing from one case to the next.
      said: null,
    };
    const now = {
      application: filing.application,
      files: await this.stores.materials.current(manager, filing.id),
      names,
      said: null,
    };
    const form = await this.forms.of(filing);
    const changes = changesBetween(form, then, now);
    const signed = changes.materials.filter(isSignedForm);
    const remarks =
      before.status === 'LAPSED' ? await this.stores.history.remarks(manager, before.id, before.round) : [];
    return {
      unchanged: changes.fields.length + changes.materials.length === signed.length,
      signedAnew: signed.filter(({ change }) => change !== 'REMOVED').map(({ name }) => name),
      remarks: remarks.map((remark) => ({
        ...remark,
        place: placeOf(remark.pointer, form, names),
        touched: isTouched(remark, changes),
      })),
    };
  }
}
