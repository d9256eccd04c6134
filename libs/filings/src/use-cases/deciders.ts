import { Injectable } from '@nestjs/common';
import { OfficialStore, PersonStore, type Person } from '@zhaoguan/access';
import {
  isResponsible,
  LEAD_DEPARTMENT,
  permissionsOf,
  type JurisdictionRow,
  type Permission,
} from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { isMadeBy, type Filing } from '../domain/filing';

/** A colleague, by whom a case can be conducted. */
export interface Decider {
  readonly id: string;
  readonly name: string;
}

const TO_DECIDE: Permission = 'filing.accept';

/** Who may decide a filing: by permission, department and place, with an account in use; not who filed it or entered it at the window. */
@Injectable()
export class Deciders {
  constructor(
    private readonly officials: OfficialStore,
    private readonly people: PersonStore,
    private readonly reference: ReferenceData,
  ) {}

  /** All of them, by name. */
  async list(manager: Tx['manager'], filing: Filing): Promise<Decider[]> {
    const { kind, application } = filing;
    const holders = await this.officials.holders(manager, {
      permission: TO_DECIDE,
      department: LEAD_DEPARTMENT[kind],
      districts: [application.township ?? application.district],
    });
    const jurisdictions = await this.jurisdictions();
    const able = holders.filter(
      ({ id, districts }) => !isMadeBy(filing, id) && isResponsible(districts, jurisdictions, application),
    );
    const names = await this.people.listNames(
      manager,
      able.map(({ id }) => id),
    );
    return able
      .map(({ id }) => ({ id, name: names.get(id) ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh'));
  }

  async may(person: Person | null, filing: Filing): Promise<boolean> {
    const { kind, application } = filing;
    if (person === null || person.disabledAt !== null || isMadeBy(filing, person.id)) return false;
    return (
      permissionsOf(person.roles).has(TO_DECIDE) &&
      person.departments.includes(LEAD_DEPARTMENT[kind]) &&
      isResponsible(person.districts, await this.jurisdictions(), application)
    );
  }

  private jurisdictions() {
    return this.reference.list<JurisdictionRow>('jurisdictions');
  }
}
