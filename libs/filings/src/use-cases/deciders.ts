import { Injectable } from '@nestjs/common';
import type { Person } from '@zhaoguan/access';
import { isOwnOffice, LEAD_DEPARTMENT, permissionsOf, type JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData, type Tx } from '@zhaoguan/platform';
import { TO_DECIDE } from '../domain/assignment';
import { mayConduct, type Conducted, type Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { Colleagues, type Colleague } from './colleagues';

/** Who may decide a filing: by permission, department and place, with an account in use; not who filed it, entered it at the window or gave an opinion on it. */
@Injectable()
export class Deciders {
  constructor(
    private readonly colleagues: Colleagues,
    private readonly reference: ReferenceData,
  ) {}

  /** All of them, by name. */
  async list(manager: Tx['manager'], filing: Conducted): Promise<Colleague[]> {
    const able = await this.colleagues.holding(manager, filing, [TO_DECIDE]);
    return able.filter(({ id }) => mayConduct(filing, id));
  }

  /** Whether anybody but this person may. */
  async hasOther(manager: Tx['manager'], filing: Conducted, personId: string): Promise<boolean> {
    return (await this.list(manager, filing)).some(({ id }) => id !== personId);
  }

  async may(person: Person | null, filing: Filing): Promise<boolean> {
    if (person === null || person.disabledAt !== null || !mayConduct(filing, person.id)) return false;
    return (
      permissionsOf(person.roles).has(TO_DECIDE) &&
      person.departments.includes(LEAD_DEPARTMENT[filing.kind]) &&
      isOwnOffice(
        person.districts,
        await this.reference.list<JurisdictionRow>('jurisdictions'),
        placeOf(filing),
      )
    );
  }
}
