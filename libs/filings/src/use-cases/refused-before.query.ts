import { Injectable } from '@nestjs/common';
import { isSignedForm, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { isEditable, requireRight, type Filing } from '../domain/filing';
import { changesBetween } from '../domain/filing-changes';
import { FilingStores } from '../store/filing-stores';
import { RefusedBeforeStore, type RefusedCase } from '../store/refused-before.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

export interface RefusedBeforeView {
  readonly filingId: string;
  readonly reason: string | null;
  /** What is filled in and uploaded is what was refused; what is signed for each case is not compared. */
  readonly unchanged: boolean;
  /** Names of what is signed for each case (申请书、备案书) and has another file now: nobody knows from outside what was put right in it. */
  readonly signedAnew: readonly string[];
}

/** Whether what an applicant is about to hand in was refused before as it is (不予备案以后原样重报). It hinders nothing, and is said. */
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
      const compared = await this.compared(manager, filing, before);
      return { items: [{ filingId: before.id, reason: before.reason, ...compared }], nextCursor: null };
    });
  }

  private async compared(
    manager: Tx['manager'],
    filing: Filing,
    before: RefusedCase,
  ): Promise<Pick<RefusedBeforeView, 'unchanged' | 'signedAnew'>> {
    const past = await this.stores.history.findSubmission(manager, before.id, before.round);
    if (past === null) return { unchanged: false, signedAnew: [] };
    const listed = await this.reference.materialsOf(filing);
    const names = new Map(listed.map(({ code, name }) => [code, name]));
    const then = {
      application: past.application,
      files: await this.stores.materials.byIds(manager, before.id, past.materials),
      names,
    };
    const now = {
      application: filing.application,
      files: await this.stores.materials.current(manager, filing.id),
      names,
    };
    const { fields, materials } = changesBetween(await this.forms.of(filing), then, now);
    const signed = materials.filter(isSignedForm);
    return {
      unchanged: fields.length + materials.length === signed.length,
      signedAnew: signed.filter(({ change }) => change !== 'REMOVED').map(({ name }) => name),
    };
  }
}
