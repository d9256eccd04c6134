import { Inject, Injectable } from '@nestjs/common';
import {
  isOwnOffice,
  kindsLedBy,
  placeOfAuthority,
  type Caller,
  type JurisdictionRow,
  type Kind,
} from '@zhaoguan/contracts';
import { dateInShanghai, districtPrefix, type Clock } from '@zhaoguan/kernel';
import { CLOCK, pageOf, ReferenceData, UnitOfWork, type Page } from '@zhaoguan/platform';
import { awaitsAdmission } from '../domain/admission';
import type { FilingStatus } from '../domain/filing.process';
import {
  FilingListStore,
  type FilingFilter,
  type FilingLine,
  type FilingSort,
} from '../store/filing-list.store';
import { CaseRegimes } from './case-regimes';
import { statusLabel } from './status-label';

/** Which filings, as whoever reads the list says it. */
export interface FilingSelection {
  readonly status?: FilingStatus;
  readonly kind?: Kind;
  readonly district?: string;
  readonly institutionId?: string;
  /** Of an official's queue: own cases, or those that nobody conducts. */
  readonly assignee?: 'me' | 'none';
  /** Those that the caller entered at the window. */
  readonly entered?: 'me';
  readonly sort: FilingSort;
}
export type FilingListQuery = FilingSelection & Pick<FilingFilter, 'limit' | 'cursor'>;

/** A line as it is read: that it was taken in is said by its state, and `admitBy` stands as long as that is open. */
export type ListedFiling = Omit<FilingLine, 'admittedOn' | 'township' | 'countsAfter'> & {
  readonly statusLabel: string;
  /** Whether it is for the office of the reader, who otherwise only reads it. */
  readonly ofOwnOffice: boolean;
};

/** Operators see their own filings; officials those of their district and department, what is due first on top. */
@Injectable()
export class ListFilings {
  constructor(
    private readonly work: UnitOfWork,
    private readonly list: FilingListStore,
    private readonly reference: ReferenceData,
    private readonly regimes: CaseRegimes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws INVALID_CURSOR, INVALID_DISTRICT */
  async execute(
    caller: Caller,
    { limit, cursor, ...selection }: FilingListQuery,
  ): Promise<Page<ListedFiling>> {
    const today = dateInShanghai(this.clock.now());
    const filter = await this.filterOf(caller, selection);
    const page = { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) };
    // A draft shows what would hold today, as it does when it is opened.
    const rows = await this.work.read(caller, async (manager) =>
      this.regimes.shownOf(manager, await this.list.find(manager, page), today),
    );
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const leads = kindsLedBy(caller.departments);
    return pageOf(
      rows,
      limit,
      ({ position: _position, countsAfter, admitBy, admittedOn, township, ...line }) => ({
        ...line,
        ofOwnOffice:
          leads.includes(line.kind) &&
          isOwnOffice(caller.districts, jurisdictions, placeOfAuthority({ ...line, township })),
        admitBy: awaitsAdmission({ ...line, admitBy, admittedOn }, today) ? admitBy : null,
        statusLabel: statusLabel(
          {
            ...line,
            admitBy,
            admittedOn,
            counts: countsAfter !== null && countsAfter < today ? 'PRESUMED' : null,
          },
          today,
        ),
      }),
      (row) => this.list.cursorOf(row),
    );
  }

  /** @throws INVALID_DISTRICT */
  private async filterOf(
    caller: Caller,
    { district, assignee, entered, ...selection }: FilingSelection,
  ): Promise<Omit<FilingFilter, 'limit' | 'cursor'>> {
    return {
      ...selection,
      ...(district === undefined ? {} : { districtPrefix: districtPrefix(district) }),
      ...(assignee === 'me' ? { heldBy: caller.id } : {}),
      ...(assignee === 'none' ? { unheld: caller.districts } : {}),
      ...(entered === 'me' ? { enteredBy: caller.id } : {}),
      applicantId: caller.id,
      kinds: kindsLedBy(caller.departments),
      places: await this.reference.countiesOf(caller.districts),
    };
  }
}
