import { Injectable } from '@nestjs/common';
import {
  isOwnOffice,
  isResponsible,
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  placeOfAuthority,
  refuse,
  type Caller,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';

/** Whose an institution is: the authority with which it has filed, which need not be that of its county. */
@Injectable()
export class InstitutionOffice {
  constructor(private readonly reference: ReferenceData) {}

  /** Before an act of an official. @throws WRONG_DISTRICT, WRONG_DEPARTMENT */
  async require(caller: Caller, institution: Institution): Promise<void> {
    if (!(await this.isOfPlace(caller, institution))) throw refuse('WRONG_DISTRICT');
    if (!leads(caller, institution))
      throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[institution.kind] });
  }

  /**
   * Before the head is named: to the authority that has it, and to whoever conducts cases at the site, which a city does in its counties
   * as well. @throws WRONG_DISTRICT, WRONG_DEPARTMENT
   */
  async requireToKnow(caller: Caller, institution: Institution): Promise<void> {
    if (!caller.permissions.has('case.manage') || !leads(caller, institution))
      return this.require(caller, institution);
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isResponsible(caller.districts, jurisdictions, institution)) throw refuse('WRONG_DISTRICT');
  }

  async isOwn(caller: Caller, institution: Institution): Promise<boolean> {
    return leads(caller, institution) && this.isOfPlace(caller, institution);
  }

  private async isOfPlace({ districts }: Caller, institution: Institution): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isOwnOffice(districts, jurisdictions, placeOfAuthority(institution));
  }
}

const leads = ({ departments }: Caller, { kind }: Institution): boolean =>
  departments.includes(LEAD_DEPARTMENT[kind]);
