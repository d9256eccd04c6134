import { Injectable } from '@nestjs/common';
import { FieldCipher, type Tx } from '@zhaoguan/platform';
import type { DirectoryRow } from '../domain/directory-row';
import {
  differencesInWords,
  type ComparedColumn,
  type Registered,
} from '../domain/directory-row-differences';
import { isLicenceNumber } from '../domain/directory-row-number';
import type { DivisionIndex } from '../domain/directory-row-district';
import { OWNERSHIPS, type LegalForm } from '@zhaoguan/contracts';
import { lockDirectories } from './institution.store';

/** What became of one row of a directory. */
export type ImportOutcome =
  'NEW' | 'UNCHANGED' | 'DIFFERENT' | 'FILING_NUMBER_TAKEN' | 'LICENCE_NUMBER' | 'SUSPECTED';

export interface RowOutcome {
  readonly outcome: ImportOutcome;
  /**
   * Of a row that is SUSPECTED: the number of the institution that it may be, or its name when it has none. Of one that is DIFFERENT:
   * what differs, in words; null in an import that an earlier version has begun.
   */
  readonly known: string | null;
}

interface Taken {
  readonly row: number;
  /** Null of a row that is new in the registry now. */
  readonly known: string | null;
}

interface Existing {
  readonly row: number;
  /** Null when its site is not in the registry. */
  readonly differing: readonly ComparedColumn[] | null;
  readonly registered: Registered | null;
}

const LEGAL_FORM_BY_PREFIX: Readonly<Record<string, LegalForm>> = {
  '12': 'PUBLIC_INSTITUTION',
  '52': 'PRIVATE_NON_ENTERPRISE',
  '92': 'SOLE_PROPRIETOR',
};

const COLUMNS = `id uuid, "row" integer, kind text, name text, uscc text, legal_form text, legal_representative text,
  legal_representative_phone text, service_phone text, address text, district text, township text, capacity integer,
  nursing_beds integer, ownership text, details jsonb, filing_number text, is_licence boolean, filed_on date, grade text, bare text, spellings text[]`;

/** A number of the register `n` in the spelling in which rows are read. */
const SPELT = `upper(translate(n.filing_number, '‐‑‒–—―− ', '-------'))`;

/**
 * `known`: rows of a site that is registered, however its address begins. `suspected`: rows of the same legal person and kind in the same county
 * that may be one that is registered, or a row above it: at the same house under the same name, or where one of the two has no number; or
 * under the same name at an address of which only the end is written. Whether two are one is for people to say.
 * `offset 0` and one spelling at a time: a table that an import has just filled has no statistics yet, and is looked into by index all the same.
 */
const FOUND = `
  known as materialized (
    select b."row" from batch b
     where exists (
       select from unnest(b.spellings) as w(spelling)
        where exists (
          select from institutions.institution n
           where n.uscc = b.uscc and n.district = b.district and n.address_key = w.spelling and n.status <> 'CLOSED'
          offset 0))),
  rest as materialized (
    select b.*, count(*) over (partition by b.uscc, b.district, b.kind) > 1 as is_among
      from batch b where not exists (select from known k where k."row" = b."row")),
  registered as materialized (
    select n.uscc, n.district, n.kind, n.name, n.filing_number, n.address_key, n.address
      from (select distinct uscc, district from rest) r
      cross join lateral (
        select * from institutions.institution i
         where i.uscc = r.uscc and i.district = r.district and i.status <> 'CLOSED' offset 0) n),
  doubtful as materialized (
    select r.*, platform.address_key(r.address) as address_key, platform.site_key(r.address) as site
      from rest r
     where r.is_among or (r.uscc, r.district, r.kind) in (select n.uscc, n.district, n.kind from registered n)),
  standing as materialized (
    select uscc, district, kind, name, filing_number, address_key, platform.site_key(address) as site, null::integer as "row"
      from registered
    union all
    select uscc, district, kind, name, filing_number, address_key, site, "row" from doubtful),
  suspected as materialized (
    select distinct on (r."row") r."row", coalesce(s.filing_number, s.name) as known
      from doubtful r
      join standing s on s.uscc = r.uscc and s.district = r.district and s.kind = r.kind
       and (s."row" is null or s."row" < r."row")
       and (s.site = r.site and (s.name = r.name or s.filing_number is null or r.filing_number is null)
         or s.name = r.name and (right(s.address_key, length(r.bare)) = r.bare
                              or right(r.address_key, length(s.address_key)) = s.address_key))
     order by r."row", s."row" nulls first, s.name = r.name desc, known)`;

/** An empty cell says nothing of it; what it says, in the register or in the details of what was imported, is compared. */
const OWNED = `coalesce(coalesce(b.ownership, b.details ->> 'ownership') = coalesce(i.ownership, i.details ->> 'ownership', ''), true)`;
const PROFITS = `coalesce(b.details ->> 'forProfit' = coalesce(i.details ->> 'forProfit', b.details ->> 'forProfit'), true)`;

/** Directory rows into the registry, a thousand at a time; a site that is there already is left as it is. */
@Injectable()
export class InstitutionImportStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** @returns the outcome by row number */
  async insertMissing(
    tx: Tx,
    rows: readonly DirectoryRow[],
    divisions: DivisionIndex,
  ): Promise<ReadonlyMap<number, RowOutcome>> {
    await lockDirectories(
      tx,
      rows.map(({ district }) => district),
    );
    const batch = JSON.stringify(rows.map((row) => this.columnsOf(row, tx.newId(), divisions)));
    const taken: Taken[] = await tx.manager.query(
      `with batch as materialized (select * from jsonb_to_recordset($1::jsonb) as r(${COLUMNS})),
            ${FOUND},
            added as (
              insert into institutions.institution
                (id, kind, name, uscc, legal_form, legal_representative, legal_representative_phone, service_phone,
                 address, district, township, capacity, nursing_beds, ownership, details, filing_number, filed_on,
                 status, grade, grade_since, source, registered_at, version)
              select id, kind, name, uscc, legal_form, legal_representative, legal_representative_phone, service_phone,
                     address, district, township, capacity, nursing_beds, ownership, details, filing_number, filed_on,
                     'OPERATING', coalesce(grade, 'B'), case when grade is not null then $2::date end, 'IMPORT', $3, 1
                from rest
               where not exists (select from suspected s where s."row" = rest."row")
                 and not rest.is_licence
                 and not exists (
                   select from institutions.former_number f where upper(f.filing_number) = rest.filing_number)
              on conflict do nothing
              returning id)
       select b."row", null as known from batch b join added a on a.id = b.id
       union all
       select "row", known from suspected`,
      [batch, tx.at, tx.at],
    );
    const outcomes = new Map<number, RowOutcome>();
    const suspected = new Map<number, string>();
    for (const { row, known } of taken) {
      if (known === null) outcomes.set(row, { outcome: 'NEW', known });
      else suspected.set(row, known);
    }
    const rest = rows.filter(({ row }) => !outcomes.has(row));
    if (rest.length > 0) {
      const licences = new Set(rest.filter(isLicence).map(({ row }) => row));
      const byNumber = new Map(rest.map((row) => [row.row, row]));
      for (const existing of await this.compare(tx, batch, rest)) {
        const { row } = existing;
        const known = existing.differing === null ? (suspected.get(row) ?? null) : null;
        const refused = licences.has(row) ? 'LICENCE_NUMBER' : 'FILING_NUMBER_TAKEN';
        const compared = comparedWith(existing, byNumber.get(row)) ?? { outcome: refused, known };
        outcomes.set(row, known === null ? compared : { outcome: 'SUSPECTED', known });
      }
    }
    return outcomes;
  }

  /**
   * Nothing differs or is the same when the row's site is not in the registry: then it is suspected, or its filing number belongs to another one, or
   * did. One that is closed is found by its number: who exports a directory has it in there, and the site may be another's by now.
   */
  private compare(tx: Tx, batch: string, rest: readonly DirectoryRow[]): Promise<Existing[]> {
    return tx.manager.query(
      `select b."row", case when i.id is not null then d.differing end as differing,
              case when i.id is not null and d.differing <> '{}' then jsonb_build_object(
                'kind', i.kind, 'name', i.name, 'capacity', i.capacity, 'nursingBeds', i.nursing_beds,
                'filingNumber', i.filing_number, 'ownership', coalesce(i.ownership, i.details ->> 'ownership'),
                'forProfit', (i.details ->> 'forProfit')::boolean) end as registered
         from jsonb_to_recordset($1::jsonb) as b(${COLUMNS})
         left join lateral (
           select n.*, ${SPELT} as spelt
             from unnest(b.spellings) as w(spelling)
             cross join lateral (
               select * from institutions.institution i
                where i.uscc = b.uscc and i.district = b.district and i.address_key = w.spelling offset 0) n
            where (n.status <> 'CLOSED' or ${SPELT} = b.filing_number)
            order by n.status = 'CLOSED' desc, n.address_key = platform.address_key(b.address) desc limit 1) i on true
         cross join lateral (
           select array_remove(array[
             case when b.kind is distinct from i.kind then 'kind' end,
             case when b.name is distinct from i.name then 'name' end,
             case when b.capacity is distinct from i.capacity then 'capacity' end,
             case when b.nursing_beds is distinct from i.nursing_beds then 'nursingBeds' end,
             case when b.filing_number is distinct from i.spelt then 'filingNumber' end,
             case when not (${OWNED} and ${PROFITS}) then 'ownership' end], null) as differing) d
        where b."row" = any($2::integer[])`,
      [batch, rest.map(({ row }) => row)],
    );
  }

  private columnsOf(row: DirectoryRow, id: string, divisions: DivisionIndex): Record<string, unknown> {
    return {
      id,
      row: row.row,
      kind: row.kind,
      name: row.name,
      uscc: row.uscc,
      legal_form: LEGAL_FORM_BY_PREFIX[row.uscc.slice(0, 2)] ?? 'ENTERPRISE',
      legal_representative: row.legalRepresentative,
      legal_representative_phone: row.phone && this.cipher.seal(row.phone, `institution.phone:${id}`),
      service_phone: row.servicePhone,
      address: row.address,
      district: row.district,
      township: row.township,
      capacity: row.capacity,
      nursing_beds: row.nursingBeds,
      ownership: KNOWN_OWNERSHIPS.has(row.ownership ?? '') ? row.ownership : null,
      details: {
        ...(row.siteType ? { siteType: row.siteType } : {}),
        ...(row.ownership && !KNOWN_OWNERSHIPS.has(row.ownership) ? { ownership: row.ownership } : {}),
        ...(row.forProfit === null ? {} : { forProfit: row.forProfit }),
      },
      filing_number: row.filingNumber,
      is_licence: isLicence(row),
      filed_on: row.filedOn,
      grade: row.grade,
      bare: row.bareAddress,
      // Its own first: where it is registered as it is written, the search ends there.
      spellings: divisions.spellingsOf(row.district, row.address),
    };
  }
}

/** Null when its site is not in the registry. */
function comparedWith({ differing, registered }: Existing, row: DirectoryRow | undefined): RowOutcome | null {
  if (differing === null) return null;
  if (registered === null || row === undefined) return { outcome: 'UNCHANGED', known: null };
  return { outcome: 'DIFFERENT', known: differencesInWords(row, registered, differing) };
}

const KNOWN_OWNERSHIPS: ReadonlySet<string> = new Set(OWNERSHIPS);

/** A licence comes into the register by being granted alone: a row may name one that is there, as an exported directory does. */
const isLicence = ({ filingNumber }: DirectoryRow): boolean =>
  filingNumber !== null && isLicenceNumber(filingNumber);
