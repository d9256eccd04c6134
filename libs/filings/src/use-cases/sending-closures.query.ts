import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import { isApplicant, requireRight, type Filing } from '../domain/filing';
import { receivedBy, successorIn, type SendingClosure } from '../domain/receivers';
import { FilingStore } from '../store/filing.store';
import { ReceiverStore } from '../store/receiver.store';
import { SendingClosureStore } from '../store/sending-closure.store';

export interface SendingClosureView extends Pick<
  SendingClosure,
  'name' | 'endsOn' | 'people' | 'takesOver' | 'granted'
> {
  /** Null where it is not the reader's to open. */
  readonly filingId: string | null;
}

/**
 * Closures of others that send people to an institution, or name it as taking over, when it files that it stops or ends itself: else nobody
 * looks where they go then. The applicant reads of those that are granted, whose end is public; who decides also of those that run.
 */
@Injectable()
export class SendingClosures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly closures: SendingClosureStore,
    private readonly receivers: ReceiverStore,
  ) {}

  /** None of what neither suspends nor closes. @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<Page<SendingClosureView>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const { type, kind, institutionId, application } = filing;
      const items: SendingClosureView[] = [];
      if (institutionId === null || (type !== 'SUSPENSION' && type !== 'CLOSURE')) return page(items);
      const found = await this.closures.granted(manager, institutionId);
      const asOfficial = filing.submittedAt !== null && !isApplicant(filing, caller);
      const named = { id: institutionId, kind, district: application.district };
      const running = asOfficial ? await this.closures.running(manager, named) : [];
      for (const closure of [...found, ...running]) {
        const received = receivedBy(closure, await this.isMeant(manager, filing, closure));
        if (received === null) continue;
        const { name, endsOn, granted, readable, filingId } = closure;
        items.push({ name, endsOn, granted, ...received, filingId: readable ? filingId : null });
      }
      return page(items);
    });
  }

  /** Of several of one name in the county nobody knows which. */
  private async isMeant(
    manager: Tx['manager'],
    { kind, institutionId, application: { district } }: Filing,
    { called, ending }: SendingClosure,
  ): Promise<boolean> {
    const known = await this.receivers.find(manager, kind, called);
    return successorIn(known, { own: ending, district }) === institutionId;
  }
}

const page = <T>(items: T[]): Page<T> => ({ items, nextCursor: null });
