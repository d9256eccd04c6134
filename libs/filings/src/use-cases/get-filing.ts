import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { FilingStores } from '../store/filing-stores';
import type { UploadedMaterial } from '../store/material.store';
import { PresentFiling, type FilingView } from './present-filing';

@Injectable()
export class GetFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stores: FilingStores,
    private readonly present: PresentFiling,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  async execute(caller: Caller, id: string): Promise<FilingView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.stores.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      return this.present.view(manager, filing, caller);
    });
  }

  /** The file of a material, as this person may see it. @throws NOT_FOUND, WRONG_DEPARTMENT */
  async material(caller: Caller, id: string, code: string): Promise<UploadedMaterial> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.stores.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const { uploaded } = await this.present.contents(manager, filing, caller);
      const found = uploaded.find((material) => material.code === code);
      if (!found) throw refuse('NOT_FOUND');
      return found;
    });
  }

  /**
   * A file of an earlier submission, beside which the new one is held; for the same people as the new one.
   * @throws NOT_FOUND, WRONG_DEPARTMENT
   */
  async earlierMaterial(
    caller: Caller,
    id: string,
    code: string,
    version: number,
  ): Promise<UploadedMaterial> {
    return this.work.read(caller, async (manager) => {
      requireRight(await this.stores.filings.get(manager, id), caller, 'filing.read');
      const found = await this.stores.materials.findHandedIn(manager, id, code, version);
      if (!found) throw refuse('NOT_FOUND');
      return found;
    });
  }
}
