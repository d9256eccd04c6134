import { Injectable } from '@nestjs/common';
import { rolesWith, type Permission } from '@zhaoguan/contracts';
import { coversDistrict } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';
import { EVERYWHERE } from '../domain/person';

/** What somebody of an office has to do, and where (职责). */
export interface Duty {
  readonly permission: Permission;
  /** Codes of the divisions it lies in; an official's districts must cover every one. */
  readonly districts: readonly [string, ...string[]];
  /** The department in charge; null: any. */
  readonly department: string | null;
}

export interface Official {
  readonly id: string;
  readonly districts: readonly string[];
  readonly departments: readonly string[];
}

/** Who could do something, for telling them; whether they may is decided when they do it. */
@Injectable()
export class OfficialStore {
  /** The accounts in use that hold the permission, in the department, and cover every one of the districts. */
  holders(manager: EntityManager, duty: Duty): Promise<Official[]> {
    return this.accounts(manager, duty, 'disabled_at is null');
  }

  /** Those of a department who may be responsible in any of these places, each once; in which, their districts say. */
  around(
    manager: EntityManager,
    { permission, department }: Pick<Duty, 'permission' | 'department'>,
    places: readonly string[],
  ): Promise<Official[]> {
    return manager.query(
      `select id, districts, departments from access.person
        where disabled_at is null and districts && $1 and roles && $2 and ($3::text is null or $3 = any (departments)) order by id`,
      [[...new Set(places.flatMap(around))], rolesWith(permission), department],
    );
  }

  /** The same, and those that were taken out of use: whether an office is there at all, though nobody of it may act now. */
  known(manager: EntityManager, duty: Duty): Promise<Official[]> {
    return this.accounts(manager, duty, 'true');
  }

  /** Whether any of these offices, each by its own code, has or has had an account that holds the permission in the department. */
  async isKnownAt(
    manager: EntityManager,
    { permission, department }: Pick<Duty, 'permission' | 'department'>,
    codes: readonly string[],
  ): Promise<boolean> {
    const [row]: { found: boolean }[] = await manager.query(
      `select exists (select from access.person
                       where districts && $1 and roles && $2 and ($3::text is null or $3 = any (departments))) as found`,
      [codes, rolesWith(permission), department],
    );
    return row?.found === true;
  }

  /** In which departments of which places, each by its own code, accounts in use hold the permission. */
  async heldAt(
    manager: EntityManager,
    permission: Permission,
    codes: readonly string[],
  ): Promise<{ readonly code: string; readonly department: string }[]> {
    return manager.query(
      `select distinct code, department
         from access.person p, unnest(p.districts) code, unnest(p.departments) department
        where p.disabled_at is null and p.districts && $1 and p.roles && $2 and code = any ($1)`,
      [codes, rolesWith(permission)],
    );
  }

  /** Codes of the places for which accounts in use hold the permission, each once. */
  async districtsOf(manager: EntityManager, permission: Permission): Promise<string[]> {
    const rows: { code: string }[] = await manager.query(
      `select distinct unnest(districts) as code from access.person
        where disabled_at is null and roles && $1 order by code`,
      [rolesWith(permission)],
    );
    return rows.map(({ code }) => code);
  }

  private async accounts(
    manager: EntityManager,
    { permission, districts, department }: Duty,
    state: 'disabled_at is null' | 'true',
  ): Promise<Official[]> {
    const rows: Official[] = await manager.query(
      `select id, districts, departments from access.person
        where ${state} and districts && $1 and roles && $2
          and ($3::text is null or $3 = any (departments)) order by id`,
      [around(districts[0]), rolesWith(permission), department],
    );
    return rows.filter((official) =>
      districts.every(
        (district) => official.districts.includes(EVERYWHERE) || coversDistrict(official.districts, district),
      ),
    );
  }
}

/** The codes under which an official may be responsible for a place: its own and those of the divisions above it. */
function around(place: string): string[] {
  const [province, city, county] = [`${place.slice(0, 2)}0000`, `${place.slice(0, 4)}00`, place.slice(0, 6)];
  return [place, county, city, province, EVERYWHERE];
}
