import { Inject, Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, pick, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { usccOf, type Application } from '../domain/application';
import { isApplicant, requireRight } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';
import { FilingStore } from '../store/filing.store';
import {
  SameCodeStore,
  type CodeOfKind,
  type ImportedOfNobody,
  type OwnFiling,
} from '../store/same-code.store';
import { applicantAtWindow, requireWindowOf, type ApplicantAtWindow } from './applicant-account';
import { CaseRegimes } from './case-regimes';
import { RegisteredSite } from './registered-site';
import { statusLabel } from './status-label';

/** A draft that a colleague began at the window. */
interface DraftOfColleague {
  readonly name: string;
  readonly begunOn: PlainDate;
}

/** Whether the code of a filing stands elsewhere already; it may, for one legal person may serve at several sites. */
export interface SameCode {
  /** An institution of the kind stands in the public register under this code. */
  readonly registered: boolean;
  readonly own: readonly KnownFiling[];
  /** Imported sites under this code that nobody has filed for; beside a draft those of its district. */
  readonly imported: readonly ImportedOfNobody[];
  /** Beside an own first draft: what was filed of the place where the own institution has ended; null where there is none. */
  readonly ended: EndedSite | null;
  /** For the official at the window: drafts in the account of the applicant that they do not see, of the site; before there is a draft, of the code. */
  readonly draftsUnseen: number;
  /** Of these, those that a colleague of the same office began at the window, who goes on with them. */
  readonly draftsOfColleagues: readonly DraftOfColleague[];
}

/** What a draft of the same place begins with, of which the form says that it was taken over. */
const OF_PLACE = [
  'name',
  'address',
  'township',
  'capacity',
  'nursingBeds',
  'floorAreaM2',
  'servicePhone',
] as const satisfies readonly (keyof Application)[];
export type EndedSite = Pick<Application, (typeof OF_PLACE)[number]>;

/** What is told of an own filing; the rest of its row says by which rule it is called. */
const TOLD = [
  'id',
  'type',
  'status',
  'regime',
  'renewal',
  'name',
  'on',
  'institutionStatus',
  'filingEndedAs',
  'institutionPassed',
  'enteredAtWindow',
  'refusalReason',
] as const satisfies readonly (keyof OwnFiling)[];

type KnownFiling = Pick<OwnFiling, (typeof TOLD)[number]> & { readonly statusLabel: string };

const HANDED_IN: readonly FilingStatus[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REFUSED'];

/**
 * Told to the applicant before they begin, so that nobody fills in the same thing twice, and while they fill in, not only
 * when the whole file is handed in.
 */
@Injectable()
export class FindSameCode {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly codes: SameCodeStore,
    private readonly people: PersonStore,
    private readonly regimes: CaseRegimes,
    private readonly sites: RegisteredSite,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For a filing that is being filled in. @throws NOT_FOUND, FORBIDDEN */
  async execute(caller: Caller, id: string): Promise<SameCode> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.file');
      const code = { kind: filing.kind, uscc: filing.application.uscc };
      const own = await this.codes.own(manager, filing.applicantId, code, ['DRAFT', ...HANDED_IN], id);
      const seen = own.filter(({ status }) => status === 'DRAFT').length;
      const drafts = isApplicant(filing, caller) ? seen : await this.codes.draftsBeside(manager, id);
      const answer = await this.answer(manager, code, own);
      const { district } = filing.application;
      const first = filing.type === 'INITIAL' && filing.institutionId === null;
      const ended =
        first && isApplicant(filing, caller)
          ? await this.sites.endedHere(manager, caller.id, { kind: filing.kind, ...filing.application })
          : null;
      return {
        ...answer,
        ended: ended && pick(ended, OF_PLACE),
        draftsUnseen: Math.max(0, drafts - seen),
        imported: first ? answer.imported.filter((site) => site.district === district) : [],
      };
    });
  }

  /** For a filing that is about to be begun: an own draft is gone on with, and none is made beside it. */
  async beforeDraft(caller: Caller, { kind, uscc }: CodeOfKind): Promise<SameCode> {
    const code = { kind, uscc: usccOf(uscc) };
    return this.work.read(caller, async (manager) =>
      this.answer(manager, code, await this.codes.own(manager, caller.id, code, ['DRAFT', ...HANDED_IN])),
    );
  }

  /**
   * For one that an official is about to begin at the window: theirs to see as beside a draft, what the applicant has begun alone in number.
   * @throws APPLICANT_UNKNOWN, WRONG_DEPARTMENT
   */
  async atWindow(
    caller: Caller,
    applicant: ApplicantAtWindow,
    { kind, uscc }: CodeOfKind,
  ): Promise<SameCode> {
    requireWindowOf(caller, kind);
    const { id } = await applicantAtWindow(this.people, applicant);
    const code = { kind, uscc: usccOf(uscc) };
    return this.work.read(caller, async (manager) => ({
      ...(await this.answer(manager, code, await this.codes.own(manager, id, code, ['DRAFT', ...HANDED_IN]))),
      // Nothing of the register is filled in on the page of the window.
      imported: [],
      draftsUnseen: await this.codes.draftsUnseen(manager, id, code),
      draftsOfColleagues: await this.ofColleagues(
        manager,
        caller,
        await this.codes.draftsOfClerks(manager, id, code),
      ),
    }));
  }

  /** Of another office nothing is told but the number. */
  private async ofColleagues(
    manager: Tx['manager'],
    { districts, departments }: Caller,
    begun: readonly { readonly clerk: string; readonly begunOn: PlainDate }[],
  ): Promise<DraftOfColleague[]> {
    const clerks = await this.people.listByIds(
      manager,
      begun.map(({ clerk }) => clerk),
    );
    const ofOffice = clerks.filter(
      (person) =>
        person.districts.some((code) => districts.includes(code)) &&
        person.departments.some((code) => departments.includes(code)),
    );
    return begun.flatMap(({ clerk, begunOn }) =>
      ofOffice.filter(({ id }) => id === clerk).map(({ name }) => ({ name, begunOn })),
    );
  }

  private async answer(
    manager: Tx['manager'],
    code: CodeOfKind,
    own: readonly OwnFiling[],
  ): Promise<SameCode> {
    const today = dateInShanghai(this.clock.now());
    return {
      registered: await this.codes.isRegistered(code),
      imported: await this.codes.imported(manager, code),
      ended: null,
      draftsUnseen: 0,
      draftsOfColleagues: [],
      own: (await this.regimes.shownOf(manager, own, today)).map((filing) => ({
        ...pick(filing, TOLD),
        statusLabel: statusLabel(filing, today),
      })),
    };
  }
}
