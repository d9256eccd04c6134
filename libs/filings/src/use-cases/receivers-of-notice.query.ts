import { Injectable } from '@nestjs/common';
import type { Caller, Kind } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { requireRight } from '../domain/filing';
import {
  namedReceivers,
  receiverDoubt,
  type KnownReceiver,
  type NamedReceiver,
  type ReceiverDoubt,
} from '../domain/receivers';
import { FilingStore } from '../store/filing.store';
import { PresentFiling } from './present-filing';

/** More of one name are no help. */
const MOST = 5;

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
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<Page<ReceiverView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const { application } = await this.present.contents(manager, filing, caller);
      const items: ReceiverView[] = [];
      for (const named of namedReceivers(application.notice)) {
        const known = await this.find(manager, filing.kind, named.name);
        items.push({ ...named, known, doubt: receiverDoubt(named, known, filing.institutionId) });
      }
      return { items, nextCursor: null };
    });
  }

  private find(manager: Tx['manager'], kind: Kind, name: string): Promise<KnownReceiver[]> {
    return manager.query(
      `select id as "institutionId", status, district, capacity from institutions.institution_public
        where name = $1 and kind = $2 order by status <> 'OPERATING', id limit ${MOST}`,
      [name, kind],
    );
  }
}
