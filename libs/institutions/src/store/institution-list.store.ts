import { Injectable } from '@nestjs/common';
import type { FilingEnd, Grade, InstitutionStatus, Kind, Ownership, Regime } from '@zhaoguan/contracts';
import { checkUscc, decodePositionCursor, encodeCursor, type PlainDate } from '@zhaoguan/kernel';
import type { EntityManager } from 'typeorm';

/** An institution as a line of the list. */
export interface InstitutionLine {
  readonly id: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly name: string;
  readonly uscc: string;
  readonly address: string;
  readonly district: string;
  readonly capacity: number;
  readonly status: InstitutionStatus;
  readonly grade: Grade;
  readonly filingNumber: string | null;
  readonly filedOn: string | null;
  readonly filingEndedAs: FilingEnd | null;
  /** What it holds under its number. */
  readonly regime: Regime;
  readonly validUntil: PlainDate | null;
  /** 曾用名, the last one first. */
  readonly formerNames: readonly string[];
}

export interface InstitutionFilter {
  /** Part of the name or of a former one, or a whole 统一社会信用代码 or 备案编号. */
  readonly q?: string;
  readonly kind?: Kind;
  /** Digits that the district code begins with. */
  readonly districtPrefix?: string;
  readonly grade?: Grade;
  readonly limit: number;
  readonly cursor?: string;
}

/** Where the caller's own rows lie, for the indexes; who may see what is decided by row-level security alone. */
export interface Reach {
  /** Counties of the jurisdiction however many there are; null for the whole country. */
  readonly allCounties: readonly string[] | null;
  /** Counties of the jurisdiction; null where there are so many that the newest of all are soon found among them. */
  readonly counties: readonly string[] | null;
  /** An operator sees what they file for. */
  readonly operatorId: string | null;
}

export type Positioned<Line> = Line & { readonly position: string };

/** An institution as a row of the directory that goes out: what a directory that comes in says, without its people. */
export interface DirectoryLine extends Omit<InstitutionLine, 'formerNames' | 'validUntil'> {
  readonly township: string | null;
  readonly servicePhone: string | null;
  readonly nursingBeds: number | null;
  readonly ownership: Ownership | null;
  /** The city or the province with which it has filed; null: the authority of the place. */
  readonly authority: string | null;
}

const LINE = `id, kind, nullif(details ->> 'siteType', '') as "siteType", name, uscc, address, district, capacity, status, grade, filing_number as "filingNumber",
              to_char(filed_on, 'YYYY-MM-DD') as "filedOn", filing_ended_as as "filingEndedAs", regime,
              to_char(valid_until, 'YYYY-MM-DD') as "validUntil", registered_at::text as position`;
const FORMER_NAMES = `array(select f.name from institutions.former_name f where f.institution_id = institution.id and f.name <> institution.name
                     group by f.name order by max(f.until) desc) as "formerNames"`;
const DIRECTORY = `township, service_phone as "servicePhone", nursing_beds as "nursingBeds", ownership, authority`;

@Injectable()
export class InstitutionListStore {
  /** Newest first; row-level security leaves what the caller may see. One row more than asked for. */
  find(
    manager: EntityManager,
    filter: InstitutionFilter,
    reach: Reach,
  ): Promise<Positioned<InstitutionLine>[]> {
    return this.select(manager, `${LINE}, ${FORMER_NAMES}`, filter, reach);
  }

  /** The same rows in the same order, with what a directory says of them. */
  findForDirectory(
    manager: EntityManager,
    filter: InstitutionFilter,
    reach: Reach,
  ): Promise<Positioned<DirectoryLine>[]> {
    return this.select(manager, `${LINE}, ${DIRECTORY}`, filter, reach);
  }

  private async select<Line>(
    manager: EntityManager,
    columns: string,
    filter: InstitutionFilter,
    reach: Reach,
  ): Promise<Positioned<Line>[]> {
    const after =
      filter.cursor === undefined
        ? [null, null]
        : decodePositionCursor(filter.cursor, (text) => POSITION.test(text));
    const uscc = filter.q === undefined ? null : usccOf(filter.q);
    const number = filter.q === undefined ? null : numberOf(filter.q);
    const fragment = uscc === null && number === null ? (filter.q ?? null) : null;
    const named = fragment === null ? null : await this.lookFor(manager, fragment, filter, reach);
    return manager.query(
      `select ${columns}
         from institutions.institution
        where ($1::text is null or uscc = $1)
          ${named?.condition ?? 'and $2::text is null'}
          ${number === null ? '' : `and filing_number is not null and ${SPELLING} = $11`}
          and ($3::text is null or kind = $3)
          and ($4::text is null or district like $4 || '%')
          and ($5::text is null or grade = $5)
          and ($6::text is null or (registered_at, id) < ($6::timestamptz, $7::uuid))
          and ($8::text[] is null or district = any ($8))
          and ($9::uuid is null or operator_id = $9)
        order by registered_at desc, id desc
        limit $10`,
      [
        uscc,
        fragment,
        filter.kind ?? null,
        filter.districtPrefix ?? null,
        filter.grade ?? null,
        ...after,
        reach.counties,
        reach.operatorId,
        filter.limit + 1,
        ...(named?.parameters ?? []),
        ...(number === null ? [] : [number]),
      ],
    );
  }

  /** By the index, unless it does not serve or finds so much that a page is sooner filled from the newest on. */
  private async lookFor(
    manager: EntityManager,
    fragment: string,
    filter: InstitutionFilter,
    reach: Reach,
  ): Promise<{ readonly condition: string; readonly parameters: readonly unknown[] }> {
    const byName = { condition: BY_NAME, parameters: [] };
    if ([...fragment].length < INDEXED_CHARACTERS) return byName;
    const parameters = [termsOf(filter), placesOf(filter, reach)];
    const [found]: { count: string }[] = await manager.query(
      'select count(*) from (select institutions.matching($1, $2, $3) limit $4)',
      [fragment, ...parameters, MOST_FOUND + 1],
    );
    if (Number(found?.count) > MOST_FOUND) return byName;
    return { condition: 'and id in (select institutions.matching($2, $11, $12))', parameters };
  }

  cursorOf({ position, id }: { readonly position: string; readonly id: string }): string {
    return encodeCursor([position, id]);
  }
}

function usccOf(q: string): string | null {
  const check = checkUscc(q);
  return check.ok ? check.value : null;
}

/** A whole number of a filing or licence, as it may be written down elsewhere: `610116-YL-2026-0042`, ６１０１１６-yl-2026-0042. */
function numberOf(q: string): string | null {
  const number = q.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  return FILING_NUMBER.test(number) ? number : null;
}

const FILING_NUMBER = /^\d{6}-[A-Z]{2,4}-\d{4}-\d{4,9}$/;
/** As the index institution_number_spelling has it. */
const SPELLING = `upper(replace(normalize(filing_number, NFKC), ' ', ''))`;

const POSITION = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00$/;

/** From two characters on a fragment is found by an index (docs/adr/0006-chinese-search.md). */
const INDEXED_CHARACTERS = 2;

/** Of a million, one in fifty: a page is full after some thousand rows at most. */
const MOST_FOUND = 20_000;

/** By what it is called or was. Not by `exists`, for which the database would first collect all former names of all. */
const BY_NAME = `and (strpos(lower(name), lower($2)) > 0 or
            (select bool_or(strpos(lower(f.name), lower($2)) > 0) from institutions.former_name f
              where f.institution_id = institution.id))`;

/** Kind and grade as institutions.search_terms spells them. */
function termsOf({ kind, grade }: InstitutionFilter): string[] {
  return [...(kind === undefined ? [] : [`k:${kind}`]), ...(grade === undefined ? [] : [`g:${grade}`])];
}

function placesOf({ districtPrefix }: InstitutionFilter, { allCounties }: Reach): string[] | null {
  if (districtPrefix !== undefined) return [`d:${districtPrefix.slice(0, 6)}`];
  return allCounties && allCounties.map((county) => `d:${county}`);
}
