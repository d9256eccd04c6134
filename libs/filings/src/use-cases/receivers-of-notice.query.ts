import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Page } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import {
  knownOn,
  namedReceivers,
  receiverDoubt,
  type KnownReceiver,
  type NamedReceiver,
  type ReceiverDoubt,
  type SuggestedReceiver,
} from '../domain/receivers';
import { FilingStore } from '../store/filing.store';
import { ReceiverStore } from '../store/receiver.store';
import { PresentFiling } from './present-filing';

export interface ReceiverView extends NamedReceiver {
  readonly known: readonly KnownReceiver[];
  readonly doubt: ReceiverDoubt | null;
}

/** Who takes in those who live or are looked after in an institution that stops or ends (安置去向), as the register knows them. */
@Injectable()
export class ReceiversOfNotice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly present: PresentFiling,
    private readonly receivers: ReceiverStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Institutions of the county by a part of their name, for who fills in who takes over (承接机构).
   * @throws NOT_FOUND, WRONG_DEPARTMENT
   */
  suggest(caller: Caller, id: string, typed: string): Promise<Page<SuggestedReceiver>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const { kind, institutionId: own } = filing;
      const { application } = await this.present.contents(manager, filing, caller);
      const { district, notice } = application;
      const people = notice?.residents ?? 0;
      const items = await this.receivers.suggest(manager, { kind, district, own, typed, people });
      return { items, nextCursor: null };
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<Page<ReceiverView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const { application } = await this.present.contents(manager, filing, caller);
      const items: ReceiverView[] = [];
      const today = dateInShanghai(this.clock.now());
      for (const named of namedReceivers(application.notice)) {
        const found = await this.receivers.find(manager, filing.kind, named.name);
        const known = found.map((each) => knownOn(each, today));
        items.push({ ...named, known, doubt: receiverDoubt(named, known, filing.institutionId) });
      }
      return { items, nextCursor: null };
    });
  }
}
