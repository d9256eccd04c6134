import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who decides a filing is shown what stood in the house and has ended, too: the predecessor of what is filed (沿革), or the same
 * business under another name. What has ended is told of its house alone, and where it is not the reader's to read not even counted.
 */
export class ClosedAtTheHouse1764701000000 implements MigrationInterface {
  name = 'ClosedAtTheHouse1764701000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(duplicates(OPEN_OR_OF_THE_HOUSE, OPEN_FIRST));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(duplicates(OPEN, ''));
  }
}

const OPEN = `i.status <> 'CLOSED'`;

/** Asked of the few that the indexes have found. */
const OPEN_OR_OF_THE_HOUSE = `i.status <> 'CLOSED'
             or i.district = place and platform.site_key(i.address) = platform.site_key(site)
                and platform.covers(coalesce(i.township, i.district))`;

const OPEN_FIRST = `(j.what = 'INSTITUTION' and j.status = 'CLOSED'), `;

/** As 1764323300000 made it, but for which institutions are asked. */
const duplicates = (institutions: string, first: string): string => `
  create or replace function filings.duplicates(
      subject uuid, own_institution uuid, code text, place text, site text, head text, kinds text[])
    returns table (covered boolean, what text, id uuid, kind text, name text, uscc text, district text, address text,
                   status text, same_code boolean, same_address boolean, near_address boolean, same_head boolean)
    language sql stable security definer set search_path = pg_catalog as $$
      with found as (
        select 'INSTITUTION' as what, i.id, i.kind, i.name, i.uscc, i.district, i.address, i.status,
               i.legal_representative_id_index as head_index, platform.covers(coalesce(i.township, i.district)) as covered
          from institutions.institution i
         where i.id in (
             select c.id from institutions.institution c where c.uscc = code
             union
             select n.id from institutions.institution n
              where n.district = place and platform.site_key(n.address) = platform.site_key(site)
             union
             select h.id from institutions.institution h where h.legal_representative_id_index = head)
           and (${institutions}) and i.id is distinct from own_institution
        union all
        select 'FILING', f.id, f.kind, s.application ->> 'name', s.application ->> 'uscc', f.district,
               s.application ->> 'address', f.status, s.resident_id_index,
               f.kind = any(kinds) and platform.covers(coalesce(f.township, f.district))
          from filings.submission s
          join filings.filing f on f.id = s.filing_id and f.round = s.round
         where s.id in (
             select c.id from filings.submission c where c.application ->> 'uscc' = code
             union
             select n.id from filings.submission n
              where n.application ->> 'district' = place
                and platform.site_key(n.application ->> 'address') = platform.site_key(site)
             union
             select h.id from filings.submission h where h.resident_id_index = head)
           and f.status in ('SUBMITTED', 'RETURNED') and f.id <> subject
           and (own_institution is null or f.institution_id is distinct from own_institution)),
      judged as (
        select found.*, found.uscc = code as is_code,
               coalesce(found.district = place
                 and platform.address_key(found.address) = platform.address_key(site), false) as is_site,
               coalesce(found.district = place
                 and platform.site_key(found.address) = platform.site_key(site), false) as is_near,
               coalesce(found.head_index = head, false) as is_head
          from found)
      select j.covered, case when j.covered then j.what end, case when j.covered then j.id end,
             case when j.covered then j.kind end, case when j.covered then j.name end,
             case when j.covered then j.uscc end, case when j.covered then j.district end,
             case when j.covered then j.address end, case when j.covered then j.status end,
             j.covered and j.is_code, j.covered and j.is_site, j.covered and j.is_near and not j.is_site,
             j.covered and j.is_head
        from judged j
       order by j.covered desc, ${first}j.is_site desc, j.is_code desc, j.is_head desc, j.id
       limit 500
    $$;
`;
