import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, requireRight, worksOn, type Filing } from '../domain/filing';
import { FilingStores } from '../store/filing-stores';
import type { UploadedMaterial } from '../store/material.store';
import { FilingReference } from './filing-reference';
import { PresentFiling } from './present-filing';

/**
 * Materials bear names, identity and telephone numbers in clear: an official opens them where those are theirs to read, and leaves a
 * trace. Whoever only supervises reads what the case says, numbers masked.
 * @law 个人信息保护法第六条、第五十一条
 */
@Injectable()
export class OpenMaterial {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly reference: FilingReference,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
  ) {}

  /** The file of a material, as this person may see it. @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, FORBIDDEN */
  execute(caller: Caller, id: string, code: string): Promise<UploadedMaterial> {
    return this.open(caller, id, async (manager, filing) => {
      const { uploaded } = await this.present.contents(manager, filing, caller);
      return uploaded.find((material) => material.code === code) ?? null;
    });
  }

  /**
   * A file of an earlier submission, beside which the new one is held; for the same people as the new one.
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, FORBIDDEN
   */
  earlier(caller: Caller, id: string, code: string, version: number): Promise<UploadedMaterial> {
    return this.open(caller, id, (manager) => this.stores.materials.findHandedIn(manager, id, code, version));
  }

  private open(
    caller: Caller,
    id: string,
    find: (manager: Tx['manager'], filing: Filing) => Promise<UploadedMaterial | null>,
  ): Promise<UploadedMaterial> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.stores.filings.get(tx.manager, id);
      requireRight(filing, caller, 'filing.read');
      if (!worksOn(filing, caller))
        requireRight(filing, await this.reference.actingOn(caller, filing), 'filing.reveal');
      const found = await find(tx.manager, filing);
      if (!found) throw refuse('NOT_FOUND');
      if (!isApplicant(filing, caller))
        await this.audit.append(tx, {
          action: 'filing.material-opened',
          subjectType: 'filing',
          subjectId: id,
          district: filing.application.district,
          detail: { code: found.code, version: found.version, sm3: found.sm3 },
        });
      return found;
    });
  }
}
