import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import {
  isOwnOffice,
  KINDS,
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  refuse,
  type Caller,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { ReferenceData, type Tx } from '@zhaoguan/platform';

/** The site of an institution, and whom the removal is addressed to; nobody yet while it is being opened. */
type Concerned = Site & {
  readonly kind: Kind;
  readonly institutionId: string;
  readonly partyId?: string | null;
};

/** Who is in charge of a removal: the authority that accepts filings of this kind at the site. */
@Injectable()
export class RemovalOffice {
  constructor(
    private readonly reference: ReferenceData,
    private readonly institutions: InstitutionStore,
    private readonly people: PersonStore,
  ) {}

  /**
   * Before every act of an official. Its party (当事人) and who keeps the account of the institution do nothing in its case, also when they
   * have come to work for the authority since; nor does who ever gave the account a password, and could answer in its name.
   * @law 公务员法第七十六条（回避）
   * @throws WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER
   */
  async require({ caller, manager }: Tx, site: Concerned): Promise<void> {
    const { kind, institutionId, partyId } = site;
    if (!caller.departments.includes(LEAD_DEPARTMENT[kind]))
      throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[kind] });
    if (!(await this.isResponsible(caller, site))) throw refuse('WRONG_DISTRICT');
    const institution = await this.institutions.findById(manager, institutionId);
    const party = partyId ?? institution?.operatorId ?? null;
    const isOwn = party === caller.id || institution?.operatorId === caller.id;
    if (isOwn || (await this.gavePassword(manager, caller, party))) throw refuse('REMOVAL_NEEDS_ANOTHER');
  }

  async isInCharge(caller: Caller, site: Site & { readonly kind: Kind }): Promise<boolean> {
    return caller.departments.includes(LEAD_DEPARTMENT[site.kind]) && this.isResponsible(caller, site);
  }

  /** Kinds that the official's departments lead. */
  kindsOf({ departments }: Caller): Kind[] {
    return KINDS.filter((kind) => departments.includes(LEAD_DEPARTMENT[kind]));
  }

  private async gavePassword(manager: Tx['manager'], caller: Caller, party: string | null): Promise<boolean> {
    return party !== null && this.people.hasGivenPassword(manager, party, caller.id);
  }

  private async isResponsible(caller: Caller, site: Site): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isOwnOffice(caller.districts, jurisdictions, site);
  }
}
