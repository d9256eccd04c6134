import { Injectable } from '@nestjs/common';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import { DisclosureStore } from '../store/disclosure.store';
import { FilingStore } from '../store/filing.store';
import { PresentDisclosure, type DisclosureView } from './present-disclosure';

/** What the public is told of a refused filing, for who reads the case. */
@Injectable()
export class GetDisclosure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly disclosures: DisclosureStore,
    private readonly present: PresentDisclosure,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, NOTHING_TO_DISCLOSE */
  async execute(caller: Caller, id: string): Promise<DisclosureView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      if ((await this.disclosures.findNotice(manager, id)) === null) throw refuse('NOTHING_TO_DISCLOSE');
      return this.present.view(manager, filing, caller);
    });
  }
}
