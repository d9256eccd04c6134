import { Injectable } from '@nestjs/common';
import { kindsLedBy, type Caller, type Kind } from '@zhaoguan/contracts';
import { districtPrefix } from '@zhaoguan/kernel';
import { pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import { FILING_STATUS_LABELS, type FilingStatus } from '../domain/filing.process';
import { FilingListStore, type FilingLine, type FilingSort } from '../store/filing-list.store';

export interface FilingListQuery {
  readonly status?: FilingStatus;
  readonly kind?: Kind;
  readonly district?: string;
  readonly institutionId?: string;
  /** Of an official's queue: own cases, or those that nobody conducts. */
  readonly assignee?: 'me' | 'none';
  readonly sort: FilingSort;
  readonly limit: number;
  readonly cursor?: string;
}

/** Operators see their own filings; officials those of their district and department, what is due first on top. */
@Injectable()
export class ListFilings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: FilingListStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DISTRICT */
  async execute(
    caller: Caller,
    { district, assignee, ...query }: FilingListQuery,
  ): Promise<Page<FilingLine & { readonly statusLabel: string }>> {
    const places = await this.reference.countiesOf(caller.districts);
    const rows = await this.work.read(caller, (manager) =>
      this.list.find(manager, {
        ...query,
        ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
        ...(assignee === 'me' ? { heldBy: caller.id } : {}),
        ...(assignee === 'none' ? { unheld: true as const } : {}),
        applicantId: caller.id,
        kinds: kindsLedBy(caller.departments),
        places,
      }),
    );
    return pageOf(
      rows,
      query.limit,
      ({ position: _position, ...line }) => ({ ...line, statusLabel: FILING_STATUS_LABELS[line.status] }),
      (row) => this.list.cursorOf(row),
    );
  }
}
