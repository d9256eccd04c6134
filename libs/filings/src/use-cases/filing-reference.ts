import { Injectable } from '@nestjs/common';
import {
  isOwnOffice,
  refuse,
  type Caller,
  placeOfAuthority,
  type FiledSite,
  type JurisdictionRow,
  type Kind,
  type MaterialRow,
  type Site,
} from '@zhaoguan/contracts';
import { addDays, workingDayFrom, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, type Term } from '@zhaoguan/platform';
import type { LicenceTerms, Remedies } from '../domain/papers/paper-words';
import { DISCLOSURE_TERM } from '../domain/disclosure.process';
import { CALL_TERM } from '../domain/call-before-return';
import { COMMITMENT_CHECK_TERM, type CommitmentOffer } from '../domain/commitment';
import { answerTermOf, CORRECTION_TERM } from '../domain/filing.deadlines';
import { ADMISSION_TERM } from '../domain/admission';
import { EXTENSION_TERM, type LongerTerm } from '../domain/extension';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import { areaFault, levelFault, placeOf, settledAuthority } from '../domain/filing-authority';
import { firstResident, firstResidentOn, INTAKE_TERM, type FirstResident } from '../domain/first-resident';
import { materialsFor, type RequiredMaterial } from '../domain/materials';
import { RENEWAL_TERM } from '../domain/renewal';
import { termsOfConditions, type TermOf } from '../domain/conditions-notice';

/** In how many working days the authority answers, and by which day at the latest. */
export interface ReceiptTerm {
  readonly workingDays: number;
  readonly dueOn: PlainDate;
}

/** Until when a licence that was granted is given out. @law 行政许可法第四十四条、第八十二条 */
const SERVICE_TERM = 'LICENCE_SERVICE';

/** What its terms are asked for by: those of the authority that has it. */
function officeFor(filing: Pick<Filing, 'kind' | 'application' | 'authority'>) {
  return { kind: filing.kind, district: placeOf(filing).district };
}

/** The reference data as a filing needs them: materials, terms, authorities. */
@Injectable()
export class FilingReference {
  constructor(private readonly reference: ReferenceData) {}

  async materialsOf(
    filing: Pick<
      Filing,
      'kind' | 'type' | 'regime' | 'application' | 'base' | 'enteredBy' | 'assistanceEndedAt' | 'claims'
    >,
  ): Promise<RequiredMaterial[]> {
    return materialsFor(await this.reference.list<MaterialRow>('materials'), filing);
  }

  /** The authority's term for what is handed in on this day. */
  async receiptTerm(filing: Filing, on: PlainDate): Promise<ReceiptTerm> {
    const where = { ...officeFor(filing), on };
    const { value } = await this.reference.term(answerTermOf(filing), where);
    return { workingDays: value, dueOn: await this.dueOn(filing, on) };
  }

  dueOn(filing: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(answerTermOf(filing), from, officeFor(filing));
  }

  /** Last day for saying whether an application that is handed in on this day is taken in. */
  admitBy(filing: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(ADMISSION_TERM, from, officeFor(filing));
  }

  /** How many days before its last day it is asked that a licence goes on. */
  async renewalDays(
    { kind, application }: Pick<Filing, 'kind' | 'application'>,
    on: PlainDate,
  ): Promise<number> {
    const where = { kind, district: application.district, on };
    return (await this.reference.term(RENEWAL_TERM, where)).value;
  }

  /** What the paper that grants a licence says of its service and of asking that it goes on. */
  async licenceTerms(filing: Filing, on: PlainDate): Promise<LicenceTerms> {
    const { kind, application } = filing;
    return {
      service: await this.reference.term(SERVICE_TERM, { ...officeFor(filing), on }),
      renewal: await this.reference.term(RENEWAL_TERM, { kind, district: application.district, on }),
    };
  }

  /** The numbers of its 基本条件告知书: those by which its form is checked. */
  async conditionTerms({ kind, application }: Filing, on: PlainDate): Promise<TermOf> {
    const { siteType, district } = application;
    const found = new Map<string, Term | undefined>();
    for (const code of termsOfConditions(kind, siteType))
      found.set(code, await this.reference.findTerm(code, { kind, district, on }));
    return (code) => found.get(code);
  }

  /** The term that runs, were it extended. @throws Error when none runs: that is asked before */
  async longerTerm(filing: Filing): Promise<LongerTerm> {
    const { id, dueOn } = filing;
    if (dueOn === null) throw new Error(`filing ${id} has no term to extend`);
    const office = officeFor(filing);
    const { value: days } = await this.reference.term(EXTENSION_TERM, { ...office, on: dueOn });
    const dueAfter = await this.reference.dueOn(EXTENSION_TERM, dueOn, office);
    return { days, dueBefore: dueOn, dueAfter };
  }

  /** Last day for handing in again what is returned on this day. */
  correctBy(filing: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(CORRECTION_TERM, from, officeFor(filing));
  }

  /** How long after the first older person was taken in it was filed, as the day is named; null where none is. */
  async firstResident(
    filing: Pick<Filing, 'kind' | 'type' | 'application' | 'authority'>,
    filedOn: PlainDate,
  ): Promise<FirstResident | null> {
    const on = firstResidentOn(filing);
    if (on === null) return null;
    const { value } = await this.reference.term(INTAKE_TERM, { ...officeFor(filing), on: filedOn });
    return firstResident(on, filedOn, value, await this.reference.calendar());
  }

  /** How often a filing is handed in before the authority rings the applicant up rather than returns it once more unasked. */
  async roundsBeforeCall(filing: Filing, on: PlainDate): Promise<number> {
    return (await this.reference.term(CALL_TERM, { ...officeFor(filing), on })).value;
  }

  /** Last day on which the public is told that what was handed in on this day does not meet the standards. */
  disclosureDueOn(filing: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(DISCLOSURE_TERM, from, officeFor(filing));
  }

  /** What may be promised in place of these materials (告知承诺), by code, in the words and with the days of the place. */
  async commitmentOffers(
    filing: Pick<Filing, 'kind' | 'application' | 'authority'>,
    listed: readonly RequiredMaterial[],
    on: PlainDate,
  ): Promise<ReadonlyMap<string, CommitmentOffer>> {
    const offers = new Map<string, CommitmentOffer>();
    const { value: checkDays } = await this.reference.term(COMMITMENT_CHECK_TERM, {
      ...officeFor(filing),
      on,
    });
    for (const { code, commitment } of listed) {
      if (commitment === null) continue;
      const { value: days } = await this.reference.term(commitment.term, { ...officeFor(filing), on });
      const text = commitment.text.replace('{days}', String(days));
      const dueIfToday = await this.dayAfter(on, days);
      offers.set(code, { text, days, dueIfToday, checkDays, basis: commitment.basis });
    }
    return offers;
  }

  /** Last day for looking at what is handed in for a commitment on this day. */
  checkCommitmentBy(filing: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(COMMITMENT_CHECK_TERM, from, officeFor(filing));
  }

  /** So many days later, moved to a working day. @law 民法典第二百零三条 */
  async dayAfter(from: PlainDate, days: number): Promise<PlainDate> {
    return workingDayFrom(addDays(from, days), await this.reference.calendar()).date;
  }

  /** The city or the province with which it is filed, once it is handed in as it is now; null: the place's own authority. */
  async authorityOf(
    filing: Pick<Filing, 'kind' | 'application' | 'round' | 'institutionId' | 'authority'>,
  ): Promise<string | null> {
    return settledAuthority(filing, await this.reference.districts());
  }

  /** What was handed in stays with its authority; the fault of answers by which it would not. */
  async authorityFault(filing: Filing, application: Application): Promise<FieldError | null> {
    return (
      levelFault(filing, application, await this.reference.districts()) ??
      areaFault(filing, application, await this.reference.list<JurisdictionRow>('jurisdictions'))
    );
  }

  /** @throws WRONG_DISTRICT when another authority decides about the site */
  async requireResponsible(caller: Caller, site: Site): Promise<void> {
    if (!(await this.isResponsible(caller, site))) throw refuse('WRONG_DISTRICT');
  }

  async isResponsible({ districts }: Caller, site: Site): Promise<boolean> {
    return isOwnOffice(districts, await this.reference.list<JurisdictionRow>('jurisdictions'), site);
  }

  /**
   * The caller as one who acts on this filing: without a place where a functional area (功能区) holds the township, so that nothing is
   * offered that `requireResponsible` refuses. What is theirs as the applicant stays.
   */
  async actingOn(caller: Caller, filing: Pick<Filing, 'application' | 'authority'>): Promise<Caller> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const isOwn = isOwnOffice(caller.districts, jurisdictions, placeOf(filing));
    return isOwn ? caller : { ...caller, districts: [] };
  }

  /** Name of the authority (备案机关). */
  authorityName(kind: Kind, site: FiledSite): Promise<string> {
    return this.reference.authorityName(kind, placeOfAuthority(site));
  }

  /** What can be done against a decision of this day. */
  async remedies(filing: Filing, on: PlainDate): Promise<Remedies> {
    const where = { ...officeFor(filing), on };
    return {
      reviewBody: await this.reference.reviewBody(placeOf(filing)),
      reconsiderationDays: (await this.reference.term('RECONSIDERATION', where)).value,
      litigationMonths: (await this.reference.term('LITIGATION', where)).value,
    };
  }

  /** The last days for it, where the decision was received on this day. @law 行政复议法第二十条；行政诉讼法第四十六条 */
  async remediesUntil(
    filing: Filing,
    receivedOn: PlainDate,
  ): Promise<{ reconsiderationUntil: PlainDate; litigationUntil: PlainDate }> {
    const where = officeFor(filing);
    return {
      reconsiderationUntil: await this.reference.dueOn('RECONSIDERATION', receivedOn, where),
      litigationUntil: await this.reference.dueOn('LITIGATION', receivedOn, where),
    };
  }

  districtPath(code: string): Promise<string> {
    return this.reference.districtPath(code);
  }
}
