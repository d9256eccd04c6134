import { Inject, Injectable } from '@nestjs/common';
import { refuse, type Caller, type DeliveryState } from '@zhaoguan/contracts';
import { decodeIdCursor, encodeCursor, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { looksAfterPartner } from '../domain/partner';
import { DeliveryStore, type DeliveryLine } from '../store/delivery.store';
import { FolderStore, type FolderFileLine } from '../store/folder.store';
import { PartnerStore, type PartnerLine } from '../store/partner.store';

interface PageAsked {
  readonly limit: number;
  readonly cursor?: string;
}

/** What an administrator sees of the platforms of the own districts. */
@Injectable()
export class PartnersQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly partners: PartnerStore,
    private readonly deliveries: DeliveryStore,
    private readonly folders: FolderStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** An installation has a handful of them, so those of other districts are left out after the query. @throws INVALID_CURSOR */
  async list(caller: Caller, { limit, cursor }: PageAsked): Promise<Page<PartnerLine>> {
    const rows = await this.work.read(caller, (manager) =>
      this.partners.list(manager, {
        ...(cursor === undefined ? {} : { before: decodeIdCursor(cursor) }),
        limit: limit + 1,
        at: this.clock.now(),
      }),
    );
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => encodeCursor([id]),
    );
    return { ...page, items: page.items.filter((partner) => looksAfterPartner(caller.districts, partner)) };
  }

  /** @throws NOT_FOUND also for one of other districts */
  async get(caller: Caller, id: string): Promise<PartnerLine> {
    const [partner] = await this.work.read(caller, (manager) =>
      this.partners.list(manager, { id, limit: 1, at: this.clock.now() }),
    );
    if (!partner || !looksAfterPartner(caller.districts, partner)) throw refuse('NOT_FOUND');
    return partner;
  }

  /** Newest first. @throws NOT_FOUND, INVALID_CURSOR */
  async listDeliveries(
    caller: Caller,
    partnerId: string,
    { limit, cursor, state }: PageAsked & { readonly state?: DeliveryState },
  ): Promise<Page<DeliveryLine>> {
    await this.get(caller, partnerId);
    const rows = await this.work.read(caller, (manager) =>
      this.deliveries.list(manager, {
        partnerId,
        ...(state === undefined ? {} : { state }),
        ...(cursor === undefined ? {} : { before: decodeIdCursor(cursor) }),
        limit: limit + 1,
      }),
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ changeId }) => encodeCursor([changeId]),
    );
  }

  /** Files that it laid into its folder, newest first. @throws NOT_FOUND, INVALID_CURSOR */
  async listFiles(
    caller: Caller,
    partnerId: string,
    { limit, cursor }: PageAsked,
  ): Promise<Page<FolderFileLine>> {
    await this.get(caller, partnerId);
    const rows = await this.work.read(caller, (manager) =>
      this.folders.listFiles(manager, {
        partnerId,
        ...(cursor === undefined ? {} : { before: decodeIdCursor(cursor) }),
        limit: limit + 1,
      }),
    );
    return pageOf(
      rows,
      limit,
      (row) => row,
      ({ id }) => encodeCursor([id]),
    );
  }
}
