import { Injectable } from '@nestjs/common';
import {
  heldByOthers,
  isOwnOffice,
  isResponsible,
  officeName,
  officeOf,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type RatingReasonRow,
  type Site,
} from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';

const FOLLOW_UP_TERM = 'RATING_FOLLOW_UP';
const MINIMUM = 'RATING_PUBLIC_MINIMUM';
const NATIONWIDE = '000000';

interface Handled {
  readonly kind: Kind;
  readonly office: string;
  readonly raisedTo: string | null;
}

/** What the module takes from the reference data. */
@Injectable()
export class FeedbackReference {
  constructor(private readonly reference: ReferenceData) {}

  reasons(): Promise<readonly RatingReasonRow[]> {
    return this.reference.list<RatingReasonRow>('rating-reasons');
  }

  /** Last day for a follow-up that begins now. */
  followUpDue(at: Date, place: { readonly kind: Kind; readonly district: string }): Promise<PlainDate> {
    return this.reference.dueOn(FOLLOW_UP_TERM, dateInShanghai(at), place);
  }

  /** Fewer ratings than that are not taken apart. */
  async minimum(kind: Kind, on: PlainDate): Promise<number> {
    return (await this.reference.term(MINIMUM, { kind, district: NATIONWIDE, on })).value;
  }

  async officeOf(kind: Kind, site: Site): Promise<string> {
    return officeOf(kind, site, await this.reference.list<JurisdictionRow>('jurisdictions'));
  }

  async isResponsible(caller: Caller, site: Site): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isResponsible(caller.districts, jurisdictions, site);
  }

  /** Whether it is for this very authority to act (级别管辖); who covers the place from above reads. */
  async isOwnOffice(caller: Caller, site: Site): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isOwnOffice(caller.districts, jurisdictions, site);
  }

  /** Which office stands above which. */
  async places() {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return { jurisdictions, districts: await this.reference.districts() };
  }

  placesOf({ districts }: Caller): Promise<readonly string[] | null> {
    return this.reference.divisionsOf(districts);
  }

  /** Townships in it that are not for the caller: a functional area (功能区) holds them. */
  async heldByOthers({ districts }: Caller): Promise<readonly string[]> {
    return heldByOthers(districts, await this.reference.list<JurisdictionRow>('jurisdictions'));
  }

  /** The office that handles it: the one rated, or that of the division to which it was raised. */
  handledBy({ kind, office, raisedTo }: Handled): Promise<string> {
    return raisedTo === null
      ? Promise.resolve(office)
      : this.officeOf(kind, { district: raisedTo, township: null });
  }

  /** Names of offices. */
  async officeNames(): Promise<(office: string) => string> {
    const departments = await this.reference.list<DepartmentRow>('departments');
    const districts = await this.reference.districts();
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const placeOf = (code: string): string =>
      districts.get(code)?.name ?? jurisdictions.find((row) => row.code === code)?.name ?? code;
    return (office) => officeName(office, departments, placeOf);
  }
}
