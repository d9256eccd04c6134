import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What may be the same as a filing (疑似重复): registered institutions and other open filings under the same code, at the same
 * or a near address, with the same head. Compared is what was handed in; each way of finding has its index.
 */
export class FilingDuplicates1764323300000 implements MigrationInterface {
  name = 'FilingDuplicates1764323300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(SITE_KEY);
    await db.query(HEADS);
    await db.query(INDEXES);
    await db.query(FUNCTION);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function filings.duplicates(uuid, uuid, text, text, text, text, text[]);
      drop index institutions.institution_head;
      drop index institutions.institution_near_site;
      drop index filings.submission_head;
      drop index filings.submission_code;
      drop index filings.submission_near_site;
      alter table filings.submission drop column resident_id_index;
      drop function platform.site_key(text);
    `);
  }
}

/**
 * 长安区韦曲街道长安路88号3号楼 and 长安路88号 are one house: what stands before the road (province to 街道) and behind the number
 * of the house falls away. Without such a number the whole address is the key. 小区, 社区 and 园区 are no districts.
 */
const SITE_KEY = `
  create function platform.site_key(address text) returns text
    language sql immutable parallel safe strict
    return coalesce(
      substring(
        regexp_replace(
          regexp_replace(
            regexp_replace(platform.address_key(address),
              '^([^0-9]{2,7}(省|自治区))?([^0-9省]{1,6}市)?', ''),
            '^[^0-9路街巷道村]{1,8}(?<![社小园])(区|县|旗)(?![0-9])', ''),
          '^[^0-9]{1,10}街道', '')
        from '^[^0-9]{2,}(?:[0-9]+组)?[0-9]+(?:号|弄)'),
      platform.address_key(address));
  comment on function platform.site_key(text) is
    'By what two addresses of one county are known to be at one house: road and number, else the whole address';
  grant execute on function platform.site_key(text) to zhaoguan_app;
`;

/** The last submission of a filing that is not returned is what its row says; of a returned one the same, but for what is being corrected. */
const HEADS = `
  alter table filings.submission add column resident_id_index text;
  comment on column filings.submission.resident_id_index is
    'Blind index of the resident id of the legal representative, as handed in';
  alter table filings.submission disable trigger submission_append_only;
  update filings.submission s set resident_id_index = f.resident_id_index
    from filings.filing f where f.id = s.filing_id and f.round = s.round;
  alter table filings.submission enable trigger submission_append_only;
`;

const INDEXES = `
  create index institution_head on institutions.institution (legal_representative_id_index)
    where legal_representative_id_index is not null;
  create index institution_near_site on institutions.institution (district, platform.site_key(address));
  create index submission_head on filings.submission (resident_id_index) where resident_id_index is not null;
  create index submission_code on filings.submission ((application ->> 'uscc'));
  create index submission_near_site on filings.submission
    ((application ->> 'district'), platform.site_key(application ->> 'address'));
`;

/**
 * Reads past row-level security, for what lies elsewhere is counted; of that it gives out that it is there and nothing else. An
 * expression index is no use behind row-level security either: its function would have to be leakproof.
 */
const FUNCTION = `
  create function filings.duplicates(
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
           and i.status <> 'CLOSED' and i.id is distinct from own_institution
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
       order by j.covered desc, j.is_site desc, j.is_code desc, j.is_head desc, j.id
       limit 500
    $$;
  comment on function filings.duplicates is
    'Registered institutions and open filings that may be the same as this one; of those elsewhere only that they are there';
  revoke execute on function filings.duplicates from public;
  grant execute on function filings.duplicates to zhaoguan_app;
`;
