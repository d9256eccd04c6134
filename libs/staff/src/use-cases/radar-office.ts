import { Injectable } from '@nestjs/common';
import {
  isOwnOffice,
  placeOfAuthority,
  KINDS,
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  refuse,
  type Caller,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import type { RadarReach } from '../store/radar.store';

/** A city has fewer counties, and itself; of a province or the country every page is filled by what ends first anyway. */
const MOST_PLACES = 25;

/** Who checks what has ended: the authority that accepts filings of this kind at the site. */
@Injectable()
export class RadarOffice {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly reference: ReferenceData,
  ) {}

  async reachOf({ departments, districts }: Caller): Promise<RadarReach> {
    const kinds = KINDS.filter((kind) => departments.includes(LEAD_DEPARTMENT[kind]));
    const places = await this.reference.divisionsOf(districts);
    return { kinds, places: places && places.length <= MOST_PLACES ? places : null };
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT where a functional area (功能区) is in charge */
  async require({ manager, caller }: Tx, institutionId: string): Promise<Institution> {
    const institution = await this.institutions.findById(manager, institutionId);
    if (!institution) throw refuse('NOT_FOUND');
    if (!caller.departments.includes(LEAD_DEPARTMENT[institution.kind]))
      throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[institution.kind] });
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isOwnOffice(caller.districts, jurisdictions, placeOfAuthority(institution)))
      throw refuse('WRONG_DISTRICT');
    return institution;
  }
}
