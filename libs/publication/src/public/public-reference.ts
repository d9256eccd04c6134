import { Inject, Injectable } from '@nestjs/common';
import {
  isLicensedIn,
  KINDS,
  paperAuthority,
  PUBLIC_WORDS,
  type DepartmentRow,
  type DistrictRow,
  type JurisdictionRow,
  type Kind,
  type PublicWords,
  type RegimeRow,
  type Site,
} from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, PUBLIC_DATABASE } from '@zhaoguan/platform';
import type { SqlReader } from './sql-reader';

/** Divisions are thousands of rows and change once a year; a list may change what a page says of the law, which the rest of the system reads within a minute. */
const DISTRICTS_FRESH_MS = 10 * 60_000;
const LISTS_FRESH_MS = 60_000;

/** Reference data (基础数据) as the public side reads it, from the published database alone; kept for a minute, the districts for ten. */
@Injectable()
export class PublicReference {
  private readonly kept = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();

  constructor(
    @Inject(PUBLIC_DATABASE) private readonly database: SqlReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How many districts the published database holds; asks it every time. */
  async ping(): Promise<number> {
    const [row] = await this.database.query<{ count: string }[]>('select count(*) from reference.district');
    return Number(row?.count ?? 0);
  }

  /** Districts by code, townships included, in ascending order of code. */
  districts(): Promise<ReadonlyMap<string, DistrictRow>> {
    return this.keep('districts', DISTRICTS_FRESH_MS, async () => {
      const rows = await this.database.query<DistrictRow[]>(
        'select code, name, level, parent from reference.district order by code',
      );
      return new Map(rows.map((row) => [row.code, row]));
    });
  }

  /** Rows of a list of seeds/reference that are in force, in the order of their file. */
  list<T>(name: string): Promise<readonly T[]> {
    return this.keep(`list:${name}`, LISTS_FRESH_MS, async () => {
      const rows = await this.database.query<{ data: T }[]>(
        'select data from reference.entry where list = $1 and not withdrawn order by position',
        [name],
      );
      return rows.map(({ data }) => data);
    });
  }

  /** What the file of a list declares beside its rows, such as `measures` of penalty-bases. */
  header<T>(name: string): Promise<T> {
    return this.keep(`header:${name}`, LISTS_FRESH_MS, async () => {
      const [row] = await this.database.query<{ header: T }[]>(
        'select header from reference.loaded where list = $1',
        [name],
      );
      if (!row) throw new Error(`reference list ${name} is not loaded`);
      return row.header;
    });
  }

  /** Name of the authority that leads this kind at the site (备案机关). */
  async authorityName(kind: Kind, site: Site): Promise<string> {
    const path = districtPath(await this.districts(), site.district);
    const jurisdictions = await this.list<JurisdictionRow>('jurisdictions');
    const departments = await this.list<DepartmentRow>('departments');
    return paperAuthority(kind, { ...site, path }, jurisdictions, departments).name;
  }

  /** What pages about no institution of its own call what is held: filings alone, or licences (许可) as well, wherever these have begun. */
  async words(): Promise<PublicWords> {
    const today = dateInShanghai(this.clock.now());
    const begun = (await this.list<RegimeRow>('regimes')).filter(
      ({ effectiveFrom }) => effectiveFrom <= today,
    );
    return PUBLIC_WORDS[isLicensedIn(begun, { places: ['*'], kinds: KINDS }) ? 'BOTH' : 'FILINGS'];
  }

  private keep<T>(key: string, freshMs: number, load: () => Promise<T>): Promise<T> {
    const now = this.clock.now().getTime();
    const hit = this.kept.get(key);
    if (hit && hit.until > now) return hit.value as Promise<T>;
    const value = load();
    this.kept.set(key, { until: now + freshMs, value });
    value.catch(() => this.kept.delete(key));
    return value;
  }
}

/** Name from province to the division itself, such as 陕西省西安市长安区; the bare code where the reference has none. */
export function districtPath(districts: ReadonlyMap<string, DistrictRow>, code: string): string {
  const names: string[] = [];
  for (let at = districts.get(code); at; at = at.parent === null ? undefined : districts.get(at.parent)) {
    names.unshift(at.name);
  }
  return names.length === 0 ? code : names.join('');
}
