import { Injectable } from '@nestjs/common';
import { OfficialStore, PeopleQuery, type Official, type Person } from '@zhaoguan/access';
import {
  isOwnOffice,
  kindsLedBy,
  LEAD_DEPARTMENT,
  permissionsOf,
  siteOf,
  systemCaller,
  type Caller,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { TO_DECIDE } from '../domain/assignment';
import { mayConduct } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { UnattendedStore, type WaitingCase } from '../store/unattended.store';
import { FilingReference } from './filing-reference';

/** What an account may do; null: it is taken out of use. */
export type RightsAfter = Pick<Person, 'roles' | 'districts' | 'departments'> | null;

/** An office that would miss the account. */
export interface LeftOffice {
  readonly officeName: string;
  /** Nobody at all would take its applications any more; else others are there, who are kept from these (回避). */
  readonly unstaffed: boolean;
  /** Cases that wait for a decision and that nobody of it could handle then. */
  readonly cases: number;
}

/**
 * What an account leaves behind when it is taken out of use, or may do less: told to who does that before it is done, and without what
 * the cases are about.
 */
@Injectable()
export class LeftBehind {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleQuery,
    private readonly officials: OfficialStore,
    private readonly unattended: UnattendedStore,
    private readonly names: FilingReference,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws NOT_FOUND also for an account that another administrator looks after */
  async execute(caller: Caller, personId: string, after: RightsAfter): Promise<LeftOffice[]> {
    const { person } = await this.people.get(caller, personId);
    if (person.disabledAt !== null || !permissionsOf(person.roles).has(TO_DECIDE)) return [];
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    // How much waits in an office is for who looks after its accounts; what it is about is not asked for.
    return this.work.read(systemCaller(caller.traceId), async (manager) => {
      const found: LeftOffice[] = [];
      const kinds = kindsLedBy(person.departments);
      const waiting = await this.unattended.waitingAt(manager, person.districts, kinds, personId);
      for (const kind of kinds)
        for (const district of person.districts) {
          const office = siteOf(district);
          if (!isOwnOffice([district], jurisdictions, office)) continue;
          const others = async (site: Site) =>
            (await this.deciders(manager, kind, site, jurisdictions)).filter(
              (each) => each.id !== personId || keeps(after, kind, site, jurisdictions),
            );
          const unstaffed = (await others(office)).length === 0;
          const cases = await this.leftOf(
            waiting.filter(
              (each) => each.kind === kind && isOwnOffice([district], jurisdictions, placeOf(each)),
            ),
            personId,
            others,
          );
          if (!unstaffed && cases === 0) continue;
          const site = { ...office, authority: null };
          found.push({ officeName: await this.names.authorityName(kind, site), unstaffed, cases });
        }
      return found;
    });
  }

  /** Those that the person could decide and nobody could then. */
  private async leftOf(
    cases: readonly WaitingCase[],
    personId: string,
    others: (site: Site) => Promise<readonly Official[]>,
  ): Promise<number> {
    const known = new Map<string, readonly Official[]>();
    let left = 0;
    for (const each of cases) {
      const site = placeOf(each);
      const key = site.township ?? site.district;
      const able = known.get(key) ?? (await others(site));
      known.set(key, able);
      if (mayConduct(each, personId) && !able.some(({ id }) => mayConduct(each, id))) left += 1;
    }
    return left;
  }

  private async deciders(
    manager: Tx['manager'],
    kind: Kind,
    site: Site,
    jurisdictions: readonly JurisdictionRow[],
  ): Promise<readonly Official[]> {
    const holders = await this.officials.holders(manager, {
      permission: TO_DECIDE,
      department: LEAD_DEPARTMENT[kind],
      districts: [site.township ?? site.district],
    });
    return holders.filter(({ districts }) => isOwnOffice(districts, jurisdictions, site));
  }
}

const keeps = (
  after: RightsAfter,
  kind: Kind,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
): boolean =>
  after !== null &&
  permissionsOf(after.roles).has(TO_DECIDE) &&
  after.departments.includes(LEAD_DEPARTMENT[kind]) &&
  isOwnOffice(after.districts, jurisdictions, site);
