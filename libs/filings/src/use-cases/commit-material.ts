import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireOffer } from '../domain/commitment';
import { requireEditable, requireRight, type Filing } from '../domain/filing';
import { FilingStores } from '../store/filing-stores';
import { CaseRegimes } from './case-regimes';
import { CommitmentDesk } from './commitment-desk';
import { FilingReference } from './filing-reference';
import { PresentFiling, type FilingView } from './present-filing';

/** The operator gives a commitment in place of a material (以告知承诺代替), or takes it back while the filing is theirs to change. */
@Injectable()
export class CommitMaterial {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly reference: FilingReference,
    private readonly regimes: CaseRegimes,
    private readonly desk: CommitmentDesk,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param text what was shown and confirmed
   * @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION, UNKNOWN_MATERIAL, COMMITMENT_UNAVAILABLE, VALIDATION_FAILED
   */
  async give(caller: Caller, id: string, code: string, text: string): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.editable(tx, caller, id);
      const today = dateInShanghai(tx.at);
      const listed = await this.reference.materialsOf(await this.regimes.shown(tx.manager, filing, today));
      const offers = await this.desk.offers(tx.manager, filing, listed, today);
      const material = listed.find((each) => each.code === code);
      const { days, basis } = requireOffer(material, offers.get(code), text);
      const standing = await this.desk.commitments.ofFiling(tx.manager, id);
      // Said twice it is one promise.
      if (standing.some((each) => each.code === code)) return this.present.view(tx.manager, filing, caller);
      const name = material?.name ?? code;
      await this.desk.commitments.insert(tx, { filingId: id, code, name, text, days, basis });
      await this.audit.append(tx, {
        action: 'filing.commitment-given',
        subjectType: 'filing',
        subjectId: id,
        district: filing.application.district,
        detail: { code },
      });
      return this.saved(tx, filing);
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, INVALID_TRANSITION */
  async withdraw(caller: Caller, id: string, code: string): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.editable(tx, caller, id);
      await this.desk.act(tx, filing, await this.desk.get(tx, id, code), 'withdraw');
      return this.saved(tx, filing);
    });
  }

  private async editable(tx: Tx, caller: Caller, id: string): Promise<Filing> {
    const filing = await this.stores.filings.getForUpdate(tx, id);
    requireRight(filing, caller, 'filing.file');
    requireEditable(filing);
    // A notice stops or ends the service: there is nothing to be done later.
    if (filing.type !== 'INITIAL' && filing.type !== 'CHANGE') throw refuse('COMMITMENT_UNAVAILABLE');
    return filing;
  }

  private async saved(tx: Tx, filing: Filing): Promise<FilingView> {
    return this.present.view(tx.manager, await this.stores.filings.save(tx, filing), tx.caller);
  }
}
