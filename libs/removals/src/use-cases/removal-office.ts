import { Injectable } from '@nestjs/common';
import {
  isResponsible,
  KINDS,
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  refuse,
  type Caller,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';

/** Who is in charge of a removal: the authority that accepts filings of this kind at the site. */
@Injectable()
export class RemovalOffice {
  constructor(private readonly reference: ReferenceData) {}

  /** @throws WRONG_DEPARTMENT, WRONG_DISTRICT */
  async require(caller: Caller, site: Site & { readonly kind: Kind }): Promise<void> {
    const { kind } = site;
    if (!caller.departments.includes(LEAD_DEPARTMENT[kind]))
      throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[kind] });
    if (!(await this.isResponsible(caller, site))) throw refuse('WRONG_DISTRICT');
  }

  async isInCharge(caller: Caller, site: Site & { readonly kind: Kind }): Promise<boolean> {
    return caller.departments.includes(LEAD_DEPARTMENT[site.kind]) && this.isResponsible(caller, site);
  }

  /** Kinds that the official's departments lead. */
  kindsOf({ departments }: Caller): Kind[] {
    return KINDS.filter((kind) => departments.includes(LEAD_DEPARTMENT[kind]));
  }

  private async isResponsible(caller: Caller, site: Site): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isResponsible(caller.districts, jurisdictions, site);
  }
}
