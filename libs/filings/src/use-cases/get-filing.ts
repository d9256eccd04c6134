import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { FilingStores } from '../store/filing-stores';
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
}
