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
import { LeftBehindStore } from '../store/left-behind.store';
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
    private readonly waiting: LeftBehindStore,
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
      const kinds = kindsLedBy(person.departments);
      const places = await this.waiting.places(manager, person.districts, kinds, personId);
      const deciders = await this.decidersOf(manager, kinds, [...person.districts, ...places.map(codeOf)]);
      const others = (kind: Kind, site: Site): string[] =>
        (deciders.get(kind) ?? [])
          .filter(({ id, districts }) =>
            id === personId
              ? keeps(after, kind, site, jurisdictions)
              : isOwnOffice(districts, jurisdictions, site),
          )
          .map(({ id }) => id);
      const toCount = places.map((place) => ({ ...place, able: others(place.kind, place) }));
      const counted = await this.waiting.count(manager, toCount, personId);
      const found: LeftOffice[] = [];
      for (const kind of kinds)
        for (const district of person.districts) {
          const office = siteOf(district);
          if (!isOwnOffice([district], jurisdictions, office)) continue;
          const unstaffed = others(kind, office).length === 0;
          const cases = counted
            .filter((place) => place.kind === kind && isOwnOffice([district], jurisdictions, place))
            .reduce((sum, place) => sum + place.cases, 0);
          if (!unstaffed && cases === 0) continue;
          const site = { ...office, authority: null };
          found.push({ officeName: await this.names.authorityName(kind, site), unstaffed, cases });
        }
      return found;
    });
  }

  private async decidersOf(
    manager: Tx['manager'],
    kinds: readonly Kind[],
    places: readonly string[],
  ): Promise<ReadonlyMap<Kind, readonly Official[]>> {
    const found = new Map<Kind, readonly Official[]>();
    for (const kind of kinds) {
      const duty = { permission: TO_DECIDE, department: LEAD_DEPARTMENT[kind] } as const;
      found.set(kind, await this.officials.around(manager, duty, places));
    }
    return found;
  }
}

const codeOf = ({ district, township }: Site): string => township ?? district;

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
