import { Inject, Injectable } from '@nestjs/common';
import { FILING_CONTACTS, type FilingContacts, type InstitutionContact } from '@zhaoguan/access';
import {
  hasExpectedDayPassed,
  isRenewedAhead,
  refuse,
  regimeOn,
  transitionEnd,
  type Caller,
  type FilingType,
  type RegimeRow,
} from '@zhaoguan/contracts';
import {
  dateInShanghai,
  lastFour,
  maskPhone,
  maskResidentId,
  type Clock,
  type PlainDate,
} from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { siteTypeOf, type Institution } from '../domain/institution';
import { beginsAs } from '../domain/begins-as';
import { institutionProcess, openFilings } from '../domain/institution.process';
import { InstitutionStore } from '../store/institution.store';
import { StatusStepStore } from '../store/status-step.store';
import { ASKED_RENEWALS, type AskedRenewals } from './asked-renewals';
import { InstitutionOffice } from './institution-office';
import { LicenceExpiry } from './licence-expiry';

/** An institution without who operates it, and the step that is decided and not in force yet. */
export type InstitutionView = Omit<Institution, 'operatorId'> & {
  /** Whom its last filing names to be asked (联系人). */
  readonly contact: InstitutionContact | null;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  /** Of one that is suspended, when its service is expected to go on (预计恢复服务日), and whether that day has passed; null where it was not told. */
  readonly expectedResumption: { readonly on: PlainDate; readonly hasPassed: boolean } | null;
  readonly pendingStep: {
    readonly label: string;
    readonly effectiveOn: PlainDate;
    /** The case that it follows from. */
    readonly filingId: string | null;
    /** Whether it is asked to be taken back (申请撤回), and waits for the answer. */
    readonly held: boolean;
  } | null;
  /** Last day on which its filing stands without the licence that the law asks for now (过渡期); null where there is nothing to apply for. */
  readonly transitionUntil: PlainDate | null;
  /** Last day of its licence, where that has expired; null where it holds. */
  readonly licenceExpiredOn: PlainDate | null;
  /** What its operator can file for it now; empty for everybody else. */
  readonly openFilings: readonly FilingType[];
  /** What an official of its authority can enter for it at the window (窗口代办), where somebody has its account; empty for everybody else. */
  readonly openAtWindow: readonly FilingType[];
  /** Whether it has filed with the caller's authority, which may act on it; others look at it. */
  readonly ofOwnOffice: boolean;
};

@Injectable()
export class GetInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly steps: StatusStepStore,
    private readonly reference: ReferenceData,
    private readonly office: InstitutionOffice,
    private readonly expiry: LicenceExpiry,
    @Inject(FILING_CONTACTS) private readonly contacts: FilingContacts,
    @Inject(ASKED_RENEWALS) private readonly renewals: AskedRenewals,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** With personal data masked. @throws NOT_FOUND, also for an institution of another jurisdiction */
  async execute(caller: Caller, id: string): Promise<InstitutionView> {
    const { expired, found, pendingStep, contact, isAsked, expectedOn } = await this.work.read(
      caller,
      async (manager) => {
        const institution = await this.institutions.findById(manager, id);
        return {
          found: institution,
          expired: await this.expiry.of(manager, institution ? [institution] : []),
          pendingStep: await this.steps.findPending(manager, id),
          contact: await this.contacts.ofInstitution(manager, id),
          isAsked: await this.renewals.isAsked(manager, id),
          expectedOn:
            institution?.status === 'SUSPENDED' ? (await this.steps.suspension(manager, id)).until : null,
        };
      },
    );
    if (!found) throw refuse('NOT_FOUND');
    const { operatorId, legalRepresentative: head, ...rest } = found;
    const { isWanted, transitionUntil } = await this.lawFor(found);
    const mayApply = isWanted && !isAsked;
    const licenceExpiredOn = expired.get(id) ?? null;
    const open = openFilings(found, pendingStep !== null, mayApply, licenceExpiredOn !== null);
    const ofOwnOffice = await this.office.isOwn(caller, found);
    const as = beginsAs(caller, operatorId, ofOwnOffice);
    const mask = operatorId === caller.id ? lastFour : maskResidentId;
    return {
      ...rest,
      siteType: siteTypeOf(found),
      licenceExpiredOn,
      openFilings: as === 'OPERATOR' ? open : [],
      openAtWindow: as === 'WINDOW' ? open : [],
      ofOwnOffice,
      transitionUntil,
      expectedResumption: this.expectedResumption(expectedOn),
      pendingStep: pendingStep && {
        label: institutionProcess.actions[pendingStep.action].label,
        effectiveOn: pendingStep.effectiveOn,
        filingId: pendingStep.filingId,
        held: pendingStep.held,
      },
      legalRepresentative: head && {
        name: head.name,
        residentId: head.residentId && mask(head.residentId),
        phone: head.phone && maskPhone(head.phone),
      },
      contact: contact && { name: contact.name, phone: contact.phone && maskPhone(contact.phone) },
    };
  }

  private expectedResumption(on: PlainDate | null) {
    if (on === null) return null;
    return { on, hasPassed: hasExpectedDayPassed(on, dateInShanghai(this.clock.now())) };
  }

  /** Whether the law asks for a licence, or the next one, today, and until when its filing does instead. */
  private async lawFor({ kind, district, details, regime, validUntil, status, filingEndedAs }: Institution) {
    const rows = await this.reference.list<RegimeRow>('regimes');
    const siteType = siteTypeOf({ details });
    const wanted = { kind, siteType, district, on: dateInShanghai(this.clock.now()) };
    const waits = regime === 'FILING' && status !== 'CLOSED' && filingEndedAs === null;
    const isAhead = regime === 'LICENCE' && isRenewedAhead(validUntil, wanted, rows);
    return {
      isWanted: regimeOn(rows, wanted) === 'LICENCE' && !isAhead,
      transitionUntil: waits ? transitionEnd(rows, wanted) : null,
    };
  }
}
