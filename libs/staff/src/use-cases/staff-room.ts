import { Injectable } from '@nestjs/common';
import {
  isOwnOffice,
  isResponsible,
  LEAD_DEPARTMENT,
  placeOfAuthority,
  refuse,
  type Caller,
  type JurisdictionRow,
} from '@zhaoguan/contracts';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import { ReferenceData, type Tx } from '@zhaoguan/platform';

/** Whose register it is, and who may look into it. */
@Injectable()
export class StaffRoom {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly reference: ReferenceData,
  ) {}

  /** The institution, for whoever files for it. @throws NOT_FOUND also for one of somebody else */
  async requireOwn({ manager, caller }: Tx, id: string): Promise<Institution> {
    const institution = await this.institutions.findById(manager, id);
    if (institution?.operatorId !== caller.id || !caller.permissions.has('staff.keep'))
      throw refuse('NOT_FOUND');
    return institution;
  }

  /**
   * The institution, for its operator, and for officials of the department in charge of its kind: row-level security keeps them
   * to their place.
   * @throws NOT_FOUND
   */
  async requireReader(
    manager: Tx['manager'],
    caller: Caller,
    id: string,
  ): Promise<{ readonly institution: Institution; readonly isOwn: boolean }> {
    const institution = await this.institutions.findById(manager, id);
    if (!institution) throw refuse('NOT_FOUND');
    const isOwn = institution.operatorId === caller.id && caller.permissions.has('staff.keep');
    const isInCharge =
      caller.permissions.has('staff.read') && caller.departments.includes(LEAD_DEPARTMENT[institution.kind]);
    if (!isOwn && !isInCharge) throw refuse('NOT_FOUND');
    return { institution, isOwn };
  }

  /**
   * Whether the names of its staff are for this official to read in clear: draws (双随机) go by the site, and a city draws among its
   * counties; who registers is of the authority itself.
   */
  async mayRevealNames(caller: Caller, institution: Institution): Promise<boolean> {
    return caller.permissions.has('staff.reveal') && (await this.isOfItsOffice(caller, institution));
  }

  /** @throws FORBIDDEN, WRONG_DISTRICT for an official who does not read their names in clear */
  async requireNames(caller: Caller, institution: Institution): Promise<void> {
    if (!caller.permissions.has('staff.reveal')) throw refuse('FORBIDDEN');
    if (!(await this.isOfItsOffice(caller, institution))) throw refuse('WRONG_DISTRICT');
  }

  /** Whether the authority that the official works for is the one in charge of the place. */
  private async isOfItsOffice(caller: Caller, institution: Institution): Promise<boolean> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return caller.permissions.has('task.inspect')
      ? isResponsible(caller.districts, jurisdictions, institution)
      : isOwnOffice(caller.districts, jurisdictions, placeOfAuthority(institution));
  }
}
