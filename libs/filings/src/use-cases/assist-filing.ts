import { Inject, Injectable } from '@nestjs/common';
import { ManagePerson, PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { isApplicant, isAssisting, mayEndAssistance, type Filing } from '../domain/filing';
import { FilingStore } from '../store/filing.store';
import {
  applicantAtWindow,
  applicantUnknown,
  requireWindowOf,
  type ApplicantAtWindow,
} from './applicant-account';
import { DraftFiling, type DraftToMake } from './draft-filing';
import { PresentFiling, type FilingView } from './present-filing';
import { WindowOffice, type FilingToCome } from './window-office';

/** An account that is opened at the window, with the password that is shown once. */
export interface OpenedAccount extends ApplicantAtWindow {
  readonly initialPassword: string;
}

/** An official enters a filing for an applicant who is there in person (窗口代办). */
@Injectable()
export class AssistFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly accounts: ManagePerson,
    private readonly institutions: InstitutionStore,
    private readonly window: WindowOffice,
    private readonly drafts: DraftFiling,
    private readonly filings: FilingStore,
    private readonly present: PresentFiling,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The account of an applicant who has none, of the district at whose window they are. Whether what they came for is entered at
   * this window is asked first: nobody is given an account for what is refused afterwards.
   * @throws WRONG_DEPARTMENT, WRONG_DISTRICT, USERNAME_TAKEN, UNKNOWN_DISTRICT, BEYOND_OWN_DISTRICTS
   */
  async openAccount(
    caller: Caller,
    { username, name }: ApplicantAtWindow,
    homeDistrict: string,
    about: FilingToCome,
  ): Promise<OpenedAccount> {
    requireWindowOf(caller, about.kind);
    await this.window.requireToCome(caller, about, this.clock.now());
    const { person, initialPassword } = await this.accounts.add(caller, {
      username,
      name,
      roles: ['OPERATOR'],
      districts: [],
      departments: [],
      homeDistrict,
    });
    return { username: person.username, name: person.name, initialPassword };
  }

  /** @throws APPLICANT_UNKNOWN, WRONG_DEPARTMENT, WRONG_DISTRICT, and what a draft throws */
  async begin(caller: Caller, applicant: ApplicantAtWindow, draft: DraftToMake): Promise<FilingView> {
    requireWindowOf(caller, draft.kind);
    const person = await applicantAtWindow(this.people, applicant);
    await this.requireAccountOf(caller, draft, person.id);
    return this.drafts.execute(caller, { ...draft, onBehalfOf: person.id });
  }

  /**
   * Of what is about an institution, or is begun again, its own account is asked for: of another one nothing would be found.
   * @throws NOT_FOUND, APPLICANT_UNKNOWN
   */
  private async requireAccountOf(
    caller: Caller,
    { institutionId, againOf }: DraftToMake,
    accountId: string,
  ): Promise<void> {
    await this.work.read(caller, async (manager) => {
      const found = institutionId && (await this.institutions.findById(manager, institutionId));
      if (found && found.operatorId !== accountId)
        throw applicantUnknown('这个账号不是该机构经办人的账号，请核对');
      if (againOf !== undefined && (await this.filings.get(manager, againOf)).applicantId !== accountId)
        throw applicantUnknown('这个账号不是原来那一件申请人的账号，请核对');
    });
  }

  /** The applicant goes on alone (结束代办). @throws NOT_FOUND, FORBIDDEN, ASSISTANCE_NOT_OPEN */
  async end(caller: Caller, id: string): Promise<FilingView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, id);
      if (!isApplicant(filing, caller)) throw refuse('FORBIDDEN');
      if (!mayEndAssistance(filing, caller)) throw refuse('ASSISTANCE_NOT_OPEN');
      const saved = await this.filings.save(tx, {
        ...filing,
        assistanceEndedAt: tx.at,
        assistanceEndedBy: caller.id,
      });
      await this.noteEnd(tx, filing);
      return this.present.view(tx.manager, saved, caller);
    });
  }

  /** The official who assists leaves it to the applicant (退出代办), while it is not handed in. @throws NOT_FOUND, ASSISTANCE_NOT_OPEN */
  async leave(caller: Caller, id: string): Promise<void> {
    await this.work.run(caller, async (tx) => {
      const filing = await this.filings.getForUpdate(tx, id);
      if (!isAssisting(filing, caller)) throw refuse('ASSISTANCE_NOT_OPEN');
      await this.filings.leaveAssistance(tx, filing);
      await this.noteEnd(tx, filing);
    });
  }

  private async noteEnd(tx: Tx, { id, application }: Filing): Promise<void> {
    await this.audit.append(tx, {
      action: 'filing.assistance-ended',
      subjectType: 'filing',
      subjectId: id,
      district: application.district,
    });
  }
}
