import { Injectable } from '@nestjs/common';
import {
  isResponsible,
  type AgencyContact,
  refuse,
  type Caller,
  type DepartmentCode,
  type DepartmentRow,
  type JurisdictionRow,
  type Site,
} from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import { authorityName, contactAt, reviewBodyOf } from '../domain/authority';
import type { PenaltyCase } from '../domain/penalty-case';
import { assertDepartment } from './case-act';

/** Who is in charge (管辖), and the names of the agencies as they stand under a document. */
@Injectable()
export class Authorities {
  constructor(private readonly reference: ReferenceData) {}

  /**
   * A functional area decides about its townships, and the county around it does not.
   * @throws WRONG_DISTRICT
   * @law 行政处罚法第二十二条
   */
  async requireResponsible(caller: Caller, site: Site): Promise<void> {
    if (!(await this.isResponsible(caller, site))) throw refuse('WRONG_DISTRICT');
  }

  async isResponsible(caller: Caller, site: Site): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return isResponsible(caller.districts, jurisdictions, site);
  }

  /** @throws NOT_FOUND for another department, WRONG_DISTRICT */
  async requireInCharge(caller: Caller, subject: PenaltyCase): Promise<void> {
    assertDepartment(caller, subject);
    await this.requireResponsible(caller, subject);
  }

  async nameOf(department: DepartmentCode, place: Site): Promise<string> {
    return authorityName(
      department,
      { ...place, path: await this.reference.districtPath(place.district) },
      await this.reference.list<JurisdictionRow>('jurisdictions'),
      await this.reference.list<DepartmentRow>('departments'),
    );
  }

  async contactOf({ department, district, township }: PenaltyCase): Promise<AgencyContact | undefined> {
    return contactAt(
      department,
      { district, township },
      await this.reference.list<JurisdictionRow>('jurisdictions'),
      await this.reference.list<DepartmentRow>('departments'),
    );
  }

  /** Who reviews the decision (行政复议机关), e.g. 西安市长安区人民政府. */
  async reviewBodyOf({ department, district, township }: PenaltyCase): Promise<string> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const government = await this.reference.districtName(district);
    return reviewBodyOf(department, { district, township }, government, jurisdictions);
  }
}
