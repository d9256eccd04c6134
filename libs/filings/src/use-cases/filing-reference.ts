import { Injectable } from '@nestjs/common';
import {
  isResponsible,
  refuse,
  type Caller,
  type JurisdictionRow,
  type Kind,
  type MaterialRow,
  type Site,
} from '@zhaoguan/contracts';
import { addDays, workingDayFrom, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import type { Remedies } from '../domain/papers/paper-words';
import { DISCLOSURE_TERM } from '../domain/disclosure.process';
import { CALL_TERM } from '../domain/call-before-return';
import type { CommitmentOffer } from '../domain/commitment';
import { answerTermOf, CORRECTION_TERM } from '../domain/filing.deadlines';
import { ADMISSION_TERM } from '../domain/admission';
import { EXTENSION_TERM, type LongerTerm } from '../domain/extension';
import type { Filing } from '../domain/filing';
import { firstResident, firstResidentOn, INTAKE_TERM, type FirstResident } from '../domain/first-resident';
import { materialsFor, type RequiredMaterial } from '../domain/materials';
import { RENEWAL_TERM } from '../domain/renewal';

/** In how many working days the authority answers, and by which day at the latest. */
export interface ReceiptTerm {
  readonly workingDays: number;
  readonly dueOn: PlainDate;
}

/** A city has fewer counties. */
const MOST_COUNTIES = 25;

/** The reference data as a filing needs them: materials, terms, authorities. */
@Injectable()
export class FilingReference {
  constructor(private readonly reference: ReferenceData) {}

  async materialsOf(
    filing: Pick<
      Filing,
      'kind' | 'type' | 'regime' | 'application' | 'base' | 'enteredBy' | 'assistanceEndedAt'
    >,
  ): Promise<RequiredMaterial[]> {
    return materialsFor(await this.reference.list<MaterialRow>('materials'), filing);
  }

  /** The authority's term for what is handed in on this day. */
  async receiptTerm(filing: Filing, on: PlainDate): Promise<ReceiptTerm> {
    const { kind, regime, application } = filing;
    const where = { kind, district: application.district, on };
    const { value } = await this.reference.term(answerTermOf(regime), where);
    return { workingDays: value, dueOn: await this.dueOn(filing, on) };
  }

  dueOn({ kind, regime, application }: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(answerTermOf(regime), from, { kind, district: application.district });
  }

  /** Last day for saying whether an application that is handed in on this day is taken in. */
  admitBy({ kind, application }: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(ADMISSION_TERM, from, { kind, district: application.district });
  }

  /** How many days before its last day it is asked that a licence goes on. */
  async renewalDays({ kind, application }: Filing, on: PlainDate): Promise<number> {
    const where = { kind, district: application.district, on };
    return (await this.reference.term(RENEWAL_TERM, where)).value;
  }

  /** The term that runs, were it extended. @throws Error when none runs: that is asked before */
  async longerTerm({ id, kind, application: { district }, dueOn }: Filing): Promise<LongerTerm> {
    if (dueOn === null) throw new Error(`filing ${id} has no term to extend`);
    const { value: days } = await this.reference.term(EXTENSION_TERM, { kind, district, on: dueOn });
    const dueAfter = await this.reference.dueOn(EXTENSION_TERM, dueOn, { kind, district });
    return { days, dueBefore: dueOn, dueAfter };
  }

  /** Last day for handing in again what is returned on this day. */
  correctBy({ kind, application }: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(CORRECTION_TERM, from, { kind, district: application.district });
  }

  /** How long after the first older person was taken in it was filed, as the day is named; null where none is. */
  async firstResident(
    filing: Pick<Filing, 'kind' | 'type' | 'application'>,
    filedOn: PlainDate,
  ): Promise<FirstResident | null> {
    const on = firstResidentOn(filing);
    if (on === null) return null;
    const where = { kind: filing.kind, district: filing.application.district, on: filedOn };
    const { value } = await this.reference.term(INTAKE_TERM, where);
    return firstResident(on, filedOn, value, await this.reference.calendar());
  }

  /** How often a filing is handed in before the authority rings the applicant up rather than returns it once more unasked. */
  async roundsBeforeCall({ kind, application }: Filing, on: PlainDate): Promise<number> {
    const where = { kind, district: application.district, on };
    return (await this.reference.term(CALL_TERM, where)).value;
  }

  /** Last day on which the public is told that what was handed in on this day does not meet the standards. */
  disclosureDueOn({ kind, application }: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(DISCLOSURE_TERM, from, { kind, district: application.district });
  }

  /** What may be promised in place of these materials (告知承诺), by code, in the words and with the days of the place. */
  async commitmentOffers(
    { kind, application: { district } }: Pick<Filing, 'kind' | 'application'>,
    listed: readonly RequiredMaterial[],
    on: PlainDate,
  ): Promise<ReadonlyMap<string, CommitmentOffer>> {
    const offers = new Map<string, CommitmentOffer>();
    for (const { code, commitment } of listed) {
      if (commitment === null) continue;
      const { value: days } = await this.reference.term(commitment.term, { kind, district, on });
      const text = commitment.text.replace('{days}', String(days));
      offers.set(code, { text, days, dueIfToday: await this.dayAfter(on, days), basis: commitment.basis });
    }
    return offers;
  }

  /** So many days later, moved to a working day. @law 民法典第二百零三条 */
  async dayAfter(from: PlainDate, days: number): Promise<PlainDate> {
    return workingDayFrom(addDays(from, days), await this.reference.calendar()).date;
  }

  /** Counties of the jurisdiction, for an index; null where there are so many that a page is soon filled among all. */
  async placesOf({ districts }: Caller): Promise<readonly string[] | null> {
    const counties = await this.reference.countiesOf(districts);
    return counties && counties.length <= MOST_COUNTIES ? counties : null;
  }

  /** @throws WRONG_DISTRICT when another authority decides about the site */
  async requireResponsible(caller: Caller, site: Site): Promise<void> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isResponsible(caller.districts, jurisdictions, site)) throw refuse('WRONG_DISTRICT');
  }

  /** Name of the authority (备案机关). */
  authorityName(kind: Kind, site: Site): Promise<string> {
    return this.reference.authorityName(kind, site);
  }

  /** What can be done against a decision of this day. */
  async remedies({ kind, application }: Filing, on: PlainDate): Promise<Remedies> {
    const where = { kind, district: application.district, on };
    return {
      reviewBody: await this.reference.reviewBody(application),
      reconsiderationDays: (await this.reference.term('RECONSIDERATION', where)).value,
      litigationMonths: (await this.reference.term('LITIGATION', where)).value,
    };
  }

  districtPath(code: string): Promise<string> {
    return this.reference.districtPath(code);
  }
}
