import { Injectable } from '@nestjs/common';
import { OfficialStore, PeopleQuery } from '@zhaoguan/access';
import {
  departmentLabel,
  isOwnOffice,
  permissionsOf,
  siteOf,
  systemCaller,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type Permission,
  type Site,
} from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { LeftOpinionsStore } from '../store/left-opinions.store';
import type { RightsAfter } from './left-behind.query';

const TO_ANSWER: Permission = 'opinion.answer';

/** A department of a place that would miss the account. */
export interface LeftDepartment {
  readonly departmentName: string;
  /** Nobody at all would answer there any more; else others are there, who have a part in these cases (回避). */
  readonly vacant: boolean;
  /** Opinions that were asked for and that nobody of it could answer then. */
  readonly opinions: number;
}

/**
 * What an account that answers for a department (协同意见答复人) leaves behind when it is taken out of use, or may do less: how many
 * registrars wait for what nobody could give, and not what it is about.
 */
@Injectable()
export class LeftOpinions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleQuery,
    private readonly officials: OfficialStore,
    private readonly waiting: LeftOpinionsStore,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_FOUND also for an account that another administrator looks after */
  async execute(caller: Caller, personId: string, after: RightsAfter): Promise<LeftDepartment[]> {
    const { person } = await this.people.get(caller, personId);
    if (person.disabledAt !== null || !permissionsOf(person.roles).has(TO_ANSWER)) return [];
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const nameOf = await this.departmentNames();
    return this.work.read(systemCaller(caller.traceId), async (manager) => {
      const places = await this.waiting.places(manager, person.districts, person.departments);
      const answering = await this.officials.around(manager, { permission: TO_ANSWER, department: null }, [
        ...person.districts,
        ...places.map(({ district, township }) => township ?? district),
      ]);
      const goesOn = after !== null && permissionsOf(after.roles).has(TO_ANSWER);
      const then = [
        ...answering.filter(({ id }) => id !== personId),
        ...(goesOn ? [{ id: personId, ...after }] : []),
      ];
      const others = (department: string, site: Site): string[] =>
        then
          .filter(
            ({ districts, departments }) =>
              departments.includes(department) && isOwnOffice(districts, jurisdictions, site),
          )
          .map(({ id }) => id);
      const toCount = places.map((place) => ({ ...place, able: others(place.department, place) }));
      const counted = await this.waiting.count(manager, toCount, personId);
      const found: LeftDepartment[] = [];
      for (const district of person.districts)
        for (const department of person.departments) {
          const office = siteOf(district);
          if (!isOwnOffice([district], jurisdictions, office)) continue;
          const vacant = others(department, office).length === 0;
          const opinions = counted
            .filter(
              (place) => place.department === department && isOwnOffice([district], jurisdictions, place),
            )
            .reduce((sum, place) => sum + place.opinions, 0);
          if (vacant || opinions > 0)
            found.push({ departmentName: nameOf(office.district, department), vacant, opinions });
        }
      return found;
    });
  }

  private async departmentNames(): Promise<(district: string, department: string) => string> {
    const departments = await this.reference.list<DepartmentRow>('departments');
    const districts = await this.reference.districts();
    return (district, department) =>
      departments.find(({ jurisdiction, code }) => jurisdiction === district && code === department)?.name ??
      `${districts.get(district)?.name ?? district}${departmentLabel(department)}`;
  }
}
