import { Inject, Injectable } from '@nestjs/common';
import {
  paperAuthority,
  refuse,
  reviewBodyOf,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type PaperAuthority,
  type Site,
  type TermUnit,
} from '@zhaoguan/contracts';
import {
  dateInShanghai,
  jurisdictionPrefixes,
  workingDaysBetween,
  type Clock,
  type HolidayCalendar,
  type PlainDate,
} from '@zhaoguan/kernel';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { CLOCK, LOGGER, REFERENCE_DATABASE } from '../tokens';
import { lastDayOf } from './last-day';

/** A statutory term or limit (法定期限) in force for a kind, a district and a day. */
export interface Term {
  readonly code: string;
  readonly value: number;
  readonly unit: TermUnit;
  readonly basis: { readonly law: string; readonly article: string } | null;
}

/** For which kind of institution, where and on which day a term is asked for. */
interface TermWanted {
  readonly kind: Kind;
  readonly district: string;
  readonly on: PlainDate;
}

export interface District {
  readonly code: string;
  readonly name: string;
  readonly level: 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWNSHIP';
  readonly parent: string | null;
}

export type ReferenceRow<T> = T & { readonly id: string };

interface TermRow extends Term {
  readonly kind: Kind | null;
  readonly jurisdiction: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

const FRESH_MS = 60_000;

/** Reference data (基础数据) as the modules read it: kept in memory for a minute. */
@Injectable()
export class ReferenceData {
  private readonly cache = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();

  constructor(
    @Inject(REFERENCE_DATABASE) private readonly database: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Rows of a list in the order of its file, e.g. `materials`, `inspection-items`, `result-categories`. */
  list<T>(name: string): Promise<readonly ReferenceRow<T>[]> {
    return this.cached(`list:${name}`, async () => {
      const rows: { id: string; data: T }[] = await this.database.query(
        'select id, data from reference.entry where list = $1 and not withdrawn order by position',
        [name],
      );
      return rows.map(({ id, data }) => ({ ...data, id }));
    });
  }

  /** What the file of a list declares beside its rows, e.g. `measures` of penalty-bases, `engine` of credit-rules. */
  header<T>(name: string): Promise<T> {
    return this.cached(`header:${name}`, async () => {
      const rows: { header: T }[] = await this.database.query(
        'select header from reference.loaded where list = $1',
        [name],
      );
      const [row] = rows;
      if (!row) throw new Error(`reference list ${name} is not loaded`);
      return row.header;
    });
  }

  districts(): Promise<ReadonlyMap<string, District>> {
    return this.cached('districts', async () => {
      const rows: District[] = await this.database.query(
        'select code, name, level, parent from reference.district',
      );
      return new Map(rows.map((row) => [row.code, row]));
    });
  }

  /**
   * Counties, cities and provinces in the jurisdiction of somebody, or around it; null for the whole country. What may be seen is decided
   * by row-level security: this only keeps the database from looking everywhere.
   */
  async divisionsOf(jurisdiction: readonly string[]): Promise<readonly string[] | null> {
    return this.codesOf(jurisdiction, ({ level }) => level !== 'TOWNSHIP');
  }

  /** The same of counties alone, for what is kept by where it stands. */
  async countiesOf(jurisdiction: readonly string[]): Promise<readonly string[] | null> {
    return this.codesOf(jurisdiction, ({ level }) => level === 'COUNTY');
  }

  private async codesOf(
    jurisdiction: readonly string[],
    isMeant: (district: District) => boolean,
  ): Promise<readonly string[] | null> {
    if (jurisdiction.includes('*')) return null;
    const prefixes = jurisdictionPrefixes(jurisdiction);
    return [...(await this.districts()).values()]
      .filter(isMeant)
      .map(({ code }) => code)
      .filter((code) => prefixes.some((prefix) => code.startsWith(prefix) || prefix.startsWith(code)));
  }

  /** A county-level district. @throws UNKNOWN_DISTRICT naming the field */
  async county(code: string, pointer: string): Promise<District> {
    const district = (await this.districts()).get(code);
    if (district?.level !== 'COUNTY') {
      throw refuse('UNKNOWN_DISTRICT', {}, [{ pointer, code: 'UNKNOWN_DISTRICT' }]);
    }
    return district;
  }

  /** Name from province to county, e.g. 陕西省西安市长安区. */
  async districtPath(code: string): Promise<string> {
    return (await this.namesTo(code)).join('');
  }

  /** Names from province to county of all districts, for a list of many rows. */
  async districtPaths(): Promise<(code: string) => string> {
    const all = await this.districts();
    return (code) => namesTo(all, code).join('');
  }

  /** Name as its government bears it, without the province above a city: 西安市长安区, 重庆市潼南区. */
  async districtName(code: string): Promise<string> {
    const names = await this.namesTo(code);
    return names.slice(names.length > 2 ? 1 : 0).join('');
  }

  /**
   * Name of the authority that leads this kind at the site (备案机关); where no agency is named, the district and what the agency
   * is for.
   */
  async authorityName(kind: Kind, site: Site): Promise<string> {
    return (await this.paperAuthority(kind, site)).name;
  }

  /** The names of authorities, for a list of many rows. */
  async authorityNames(): Promise<(kind: Kind, site: Site) => string> {
    const authorityOf = await this.paperAuthorities();
    return (kind, site) => authorityOf(kind, site).name;
  }

  /** The same authority as it stands on a paper. */
  async paperAuthority(kind: Kind, site: Site): Promise<PaperAuthority> {
    return (await this.paperAuthorities())(kind, site);
  }

  private async paperAuthorities(): Promise<(kind: Kind, site: Site) => PaperAuthority> {
    const pathOf = await this.districtPaths();
    const jurisdictions = await this.list<JurisdictionRow>('jurisdictions');
    const departments = await this.list<DepartmentRow>('departments');
    return (kind, { district, township }) =>
      paperAuthority(kind, { district, township, path: pathOf(district) }, jurisdictions, departments);
  }

  /** Who reviews its decisions (行政复议机关). */
  async reviewBody(site: Site): Promise<string> {
    const jurisdictions = await this.list<JurisdictionRow>('jurisdictions');
    return reviewBodyOf(site, await this.districtName(site.district), jurisdictions);
  }

  private async namesTo(code: string): Promise<string[]> {
    return namesTo(await this.districts(), code);
  }

  calendar(): Promise<HolidayCalendar> {
    return this.cached('calendar', async () => {
      const days: { date: string; kind: string }[] = await this.database.query(
        `select to_char(date, 'YYYY-MM-DD') as date, kind from reference.special_day`,
      );
      const years: { year: number }[] = await this.database.query(
        'select year from reference.calendar_year order by 1',
      );
      const of = (kind: string): Set<string> =>
        new Set(days.filter((day) => day.kind === kind).map((day) => day.date));
      return { years: years.map(({ year }) => year), holidays: of('DAY_OFF'), workdays: of('WORKDAY') };
    });
  }

  /**
   * The term in force: of the county (a township has that of its county), else its city, else its province, else the
   * national one (000000). Undefined where no rule sets one.
   */
  async findTerm(code: string, where: TermWanted): Promise<Term | undefined> {
    const places = [
      where.district.slice(0, 6),
      `${where.district.slice(0, 4)}00`,
      `${where.district.slice(0, 2)}0000`,
      '000000',
    ];
    const rows = (await this.list<TermRow>('terms')).filter(
      (row) =>
        row.code === code &&
        (row.kind === null || row.kind === where.kind) &&
        row.effectiveFrom <= where.on &&
        (row.effectiveTo === null || where.on <= row.effectiveTo) &&
        places.includes(row.jurisdiction),
    );
    const [best] = rows.sort(
      (a, b) =>
        places.indexOf(a.jurisdiction) - places.indexOf(b.jurisdiction) ||
        Number(a.kind === null) - Number(b.kind === null) ||
        b.effectiveFrom.localeCompare(a.effectiveFrom),
    );
    return best;
  }

  /** The same. @throws Error when the reference data do not hold the code at all: that is our fault, not the caller's */
  async term(code: string, where: TermWanted): Promise<Term> {
    const found = await this.findTerm(code, where);
    if (!found) throw new Error(`no term ${code} for ${where.kind} in ${where.district} on ${where.on}`);
    return found;
  }

  /**
   * The last day of a term from `from` on, which does not count itself: of working days, or of calendar days or months, whose last
   * is no day of rest (民法典第二百零三条).
   * @param where `asOf`: the day whose terms are meant, where that is not `from`: a decision says those of its own day
   */
  async dueOn(
    code: string,
    from: PlainDate,
    where: { kind: Kind; district: string; asOf?: PlainDate },
  ): Promise<PlainDate> {
    const { kind, district, asOf = from } = where;
    const { unit, value } = await this.term(code, { kind, district, on: asOf });
    const calendar = await this.calendar();
    const { date, uncertain } = lastDayOf({ code, unit, value }, from, calendar);
    if (uncertain) {
      this.logger.warn(
        { code, from, date },
        'a term runs into a year whose holidays are not in the reference data',
      );
    }
    return date;
  }

  /** Working days left today, in China, until the last day of a term; negative when it has passed. */
  async workingDaysLeft(): Promise<(dueOn: PlainDate) => number> {
    const calendar = await this.calendar();
    const today = dateInShanghai(this.clock.now());
    return (dueOn) => workingDaysBetween(today, dueOn, calendar);
  }

  private cached<T>(key: string, load: () => Promise<T>): Promise<T> {
    const now = this.clock.now().getTime();
    const hit = this.cache.get(key);
    if (hit && hit.until > now) return hit.value as Promise<T>;
    const value = load();
    this.cache.set(key, { until: now + FRESH_MS, value });
    value.catch(() => this.cache.delete(key));
    return value;
  }
}

function namesTo(all: ReadonlyMap<string, District>, code: string): string[] {
  const names: string[] = [];
  for (let at = all.get(code); at; at = at.parent === null ? undefined : all.get(at.parent))
    names.unshift(at.name);
  return names;
}
