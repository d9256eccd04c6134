import { Injectable } from '@nestjs/common';
import { isSignedForm, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { isEditable, requireRight, type Filing } from '../domain/filing';
import { changesBetween, isUnchanged } from '../domain/filing-changes';
import { FilingStores } from '../store/filing-stores';
import { RefusedBeforeStore, type RefusedCase } from '../store/refused-before.store';
import { FilingForms } from './filing-forms';
import { FilingReference } from './filing-reference';

export interface RefusedBeforeView {
  readonly filingId: string;
  readonly reason: string | null;
  /** What is filled in and uploaded is what was refused; what is signed for each case is not compared. */
  readonly unchanged: boolean;
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
      const unchanged = await this.isSame(manager, filing, before);
      return {
        items: [{ filingId: before.id, reason: before.reason, unchanged }],
        nextCursor: null,
      };
    });
  }

  private async isSame(manager: Tx['manager'], filing: Filing, before: RefusedCase): Promise<boolean> {
    const past = await this.stores.history.findSubmission(manager, before.id, before.round);
    if (past === null) return false;
    const listed = (await this.reference.materialsOf(filing)).filter((material) => !isSignedForm(material));
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
    return isUnchanged(changesBetween(await this.forms.of(filing), then, now));
  }
}
