import { Injectable } from '@nestjs/common';
import { FieldCipher, type Tx } from '@zhaoguan/platform';
import type { DirectoryRow } from '../domain/directory-row';
import { OWNERSHIPS, type LegalForm } from '@zhaoguan/contracts';

/** What became of one row of a directory. */
export type ImportOutcome = 'NEW' | 'UNCHANGED' | 'DIFFERENT' | 'FILING_NUMBER_TAKEN';

interface Existing {
  readonly row: number;
  readonly same: boolean | null;
}

const LEGAL_FORM_BY_PREFIX: Readonly<Record<string, LegalForm>> = {
  '12': 'PUBLIC_INSTITUTION',
  '52': 'PRIVATE_NON_ENTERPRISE',
  '92': 'SOLE_PROPRIETOR',
};

const COLUMNS = `id uuid, "row" integer, kind text, name text, uscc text, legal_form text, legal_representative text,
  legal_representative_phone text, service_phone text, address text, district text, township text, capacity integer,
  nursing_beds integer, ownership text, details jsonb, filing_number text, filed_on date, grade text`;

/** A number of the register `n` in the spelling in which rows are read. */
const SPELT = `upper(translate(n.filing_number, '‐‑‒–—―− ', '-------'))`;

/** Directory rows into the registry, a thousand at a time; a site that is there already is left as it is. */
@Injectable()
export class InstitutionImportStore {
  constructor(private readonly cipher: FieldCipher) {}

  /** @returns the outcome by row number */
  async insertMissing(tx: Tx, rows: readonly DirectoryRow[]): Promise<ReadonlyMap<number, ImportOutcome>> {
    const batch = JSON.stringify(rows.map((row) => this.columnsOf(row, tx.newId())));
    const inserted: { row: number }[] = await tx.manager.query(
      `with batch as (select * from jsonb_to_recordset($1::jsonb) as r(${COLUMNS})),
            added as (
              insert into institutions.institution
                (id, kind, name, uscc, legal_form, legal_representative, legal_representative_phone, service_phone,
                 address, district, township, capacity, nursing_beds, ownership, details, filing_number, filed_on,
                 status, grade, grade_since, source, registered_at, version)
              select id, kind, name, uscc, legal_form, legal_representative, legal_representative_phone, service_phone,
                     address, district, township, capacity, nursing_beds, ownership, details, filing_number, filed_on,
                     'OPERATING', coalesce(grade, 'B'), case when grade is not null then $2::date end, 'IMPORT', $3, 1
                from batch
               where not exists (
                 select from institutions.former_number f where upper(f.filing_number) = batch.filing_number)
              on conflict do nothing
              returning id)
       select b."row" from batch b join added a on a.id = b.id`,
      [batch, tx.at, tx.at],
    );
    const outcomes = new Map<number, ImportOutcome>(inserted.map(({ row }) => [row, 'NEW']));
    const rest = rows.filter(({ row }) => !outcomes.has(row));
    if (rest.length > 0) {
      for (const { row, same } of await this.compare(tx, batch, rest)) {
        outcomes.set(row, same === null ? 'FILING_NUMBER_TAKEN' : same ? 'UNCHANGED' : 'DIFFERENT');
      }
    }
    return outcomes;
  }

  /**
   * `same` is null when the row's site is not in the registry: then its filing number belongs to another one, or did. One that is closed is
   * found by its number: who exports a directory has it in there, and the site may be another's by now.
   */
  private compare(tx: Tx, batch: string, rest: readonly DirectoryRow[]): Promise<Existing[]> {
    return tx.manager.query(
      `select b."row",
              case when i.id is not null then
                (b.kind, b.name, b.capacity, b.nursing_beds, b.filing_number)
                is not distinct from (i.kind, i.name, i.capacity, i.nursing_beds, i.spelt)
              end as same
         from jsonb_to_recordset($1::jsonb) as b(${COLUMNS})
         left join lateral (
           select n.*, ${SPELT} as spelt from institutions.institution n
            where n.uscc = b.uscc and n.district = b.district and n.address_key = platform.address_key(b.address)
              and (n.status <> 'CLOSED' or ${SPELT} = b.filing_number)
            order by n.status = 'CLOSED' desc limit 1) i on true
        where b."row" = any($2::integer[])`,
      [batch, rest.map(({ row }) => row)],
    );
  }

  private columnsOf(row: DirectoryRow, id: string): Record<string, unknown> {
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
      filed_on: row.filedOn,
      grade: row.grade,
    };
  }
}

const KNOWN_OWNERSHIPS: ReadonlySet<string> = new Set(OWNERSHIPS);
