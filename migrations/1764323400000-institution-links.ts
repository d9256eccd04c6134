import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What came before an institution at its place, what belongs to the same legal person and who is under the same controller
 * (沿革与关联): history does not end with a closure and a new filing.
 */
export class InstitutionLinks1764323400000 implements MigrationInterface {
  name = 'InstitutionLinks1764323400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await db.query(RELATED);
    await db.query(PUBLISHED);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view institutions.predecessor_public;
      drop function institutions.related(uuid);
      drop function institutions.stood_before(uuid);
      drop view institutions.standing_link;
      drop table institutions.link;
      drop index institutions.institution_place;
    `);
  }
}

/** The last row of a pair, if it says that it is so. */
const STANDING = `select k.* from institutions.link k
     where k.stands
       and not exists (select from institutions.link l
                        where l.institution_id = k.institution_id and l.kind = k.kind
                          and l.other_id is not distinct from k.other_id and l.other_code is not distinct from k.other_code
                          and (l.made_at, l.id) > (k.made_at, k.id))`;

const TABLE = `
  create table institutions.link (
    id uuid primary key,
    kind text not null check (kind in ('PREDECESSOR', 'BRANCH_OF', 'CONTROLLER')),
    institution_id uuid not null references institutions.institution,
    other_id uuid references institutions.institution,
    other_code text,
    stands boolean not null,
    basis text not null check (basis in ('PLACE', 'ENTERED')),
    reason text,
    made_by uuid not null,
    made_at timestamptz not null,
    constraint link_other check (num_nonnulls(other_id, other_code) = 1 and (kind = 'BRANCH_OF') = (other_code is not null)),
    constraint link_not_itself check (other_id <> institution_id),
    constraint link_reason check (basis = 'PLACE' and kind = 'PREDECESSOR' and stands or reason ~ '[^[:space:]]')
  );
  create index link_institution on institutions.link (institution_id, made_at desc, id desc);
  create index link_other_institution on institutions.link (other_id, made_at desc, id desc) where other_id is not null;
  create index link_other_code on institutions.link (other_code) where other_code is not null;
  create index institution_place on institutions.institution (district, address_key);
  comment on table institutions.link is
    'What an institution has to do with others (沿革与关联): the last row of a pair counts; append-only';
  comment on column institutions.link.kind is
    'The other one stood at the place before it, is the code of its headquarters, or has the same controller (实际控制人)';
  comment on column institutions.link.stands is 'False: an official has found that it is not so';
  comment on column institutions.link.basis is 'Found by the address at an acceptance, or entered by an official for a reason';
  create trigger link_append_only before update or delete or truncate on institutions.link
    for each statement execute function platform.refuse_change();
  alter table institutions.link enable row level security;
  create policy link_rights on institutions.link to zhaoguan_app
    using (exists (select from institutions.institution i where i.id = institution_id))
    with check (exists (select from institutions.institution i where i.id = institution_id));
  grant select, insert on institutions.link to zhaoguan_app;

  create view institutions.standing_link with (security_invoker = true) as
    ${STANDING};
  comment on view institutions.standing_link is 'Links as they count today';
  grant select on institutions.standing_link to zhaoguan_app;

  create function institutions.stood_before(of uuid) returns uuid
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      select e.id from institutions.institution i
        join institutions.institution e on e.district = i.district and e.address_key = i.address_key and e.id <> i.id
       where i.id = of and e.registered_at <= i.registered_at
         and (e.status = 'CLOSED' or e.filing_ended_as is not null)
       order by (e.kind = i.kind) desc, e.registered_at desc, e.id desc limit 1;
    end;
  comment on function institutions.stood_before(uuid) is
    'What stood at the address of an institution before and has ended, one of its kind first; only its id';
  revoke execute on function institutions.stood_before from public;
  grant execute on function institutions.stood_before to zhaoguan_app;
`;

/** Twenty owners of one place are more than there are; the bound also ends a circle. */
const RELATED = `
  create function institutions.related(of uuid) returns table (relation text, id uuid, basis text, step integer)
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      with recursive self as (
        select i.uscc, i.legal_representative_id_index as head from institutions.institution i where i.id = of),
      before as (
        select l.other_id as id, l.basis, 1 as step from institutions.standing_link l
         where l.institution_id = of and l.kind = 'PREDECESSOR'
        union all
        select l.other_id, l.basis, b.step + 1 from before b
          join institutions.standing_link l on l.institution_id = b.id and l.kind = 'PREDECESSOR' where b.step < 20),
      after as (
        select l.institution_id as id, l.basis, 1 as step from institutions.standing_link l
         where l.other_id = of and l.kind = 'PREDECESSOR'
        union all
        select l.institution_id, l.basis, a.step + 1 from after a
          join institutions.standing_link l on l.other_id = a.id and l.kind = 'PREDECESSOR' where a.step < 20),
      headquarters as (
        select l.other_code as code from institutions.standing_link l
         where l.institution_id = of and l.kind = 'BRANCH_OF'),
      found (relation, id, basis, step) as (
        select 'PREDECESSOR', b.id, b.basis, b.step from before b
        union all
        select 'SUCCESSOR', a.id, a.basis, a.step from after a
        union all
        select 'LEGAL_PERSON', i.id, 'CODE', 1 from self join institutions.institution i on i.uscc = self.uscc
        union all
        select 'LEGAL_PERSON', i.id, 'HEADQUARTERS', 2 from headquarters h join institutions.institution i on i.uscc = h.code
        union all
        select 'LEGAL_PERSON', l.institution_id, 'BRANCH', 3 from self
          join institutions.standing_link l on l.other_code = self.uscc and l.kind = 'BRANCH_OF'
        union all
        select 'LEGAL_PERSON', l.institution_id, 'SIBLING', 4 from headquarters h
          join institutions.standing_link l on l.other_code = h.code and l.kind = 'BRANCH_OF'
        union all
        select 'CONTROLLER', i.id, 'HEAD', 1 from self
          join institutions.institution i on i.legal_representative_id_index = self.head
        union all
        select 'CONTROLLER', l.other_id, 'ENTERED', 2 from institutions.standing_link l
         where l.institution_id = of and l.kind = 'CONTROLLER'
        union all
        select 'CONTROLLER', l.institution_id, 'ENTERED', 2 from institutions.standing_link l
         where l.other_id = of and l.kind = 'CONTROLLER')
      select distinct on (f.relation, f.id) f.relation, f.id, f.basis, f.step from found f
       where f.id <> of order by f.relation, f.id, f.step;
    end;
  comment on function institutions.related(uuid) is
    'Ids of the institutions related to one, wherever they are; joined under row-level security, of the others only the number is told';
  revoke execute on function institutions.related from public;
  grant execute on function institutions.related to zhaoguan_app;
`;

/**
 * A 家庭托育点 is a dwelling: that another one was at the same address would tell where it is. Not by `standing_link`, which
 * would ask for the rights of the visitor.
 */
const PUBLISHED = `
  create view institutions.predecessor_public as
    select l.institution_id, l.other_id as predecessor_id
      from (${STANDING}) l
      join institutions.institution i on i.id = l.institution_id
      join institutions.institution p on p.id = l.other_id
     where l.kind = 'PREDECESSOR' and (p.status = 'CLOSED' or p.filing_ended_as is not null)
       and i.details ->> 'siteType' is distinct from 'HOME' and p.details ->> 'siteType' is distinct from 'HOME';
  comment on view institutions.predecessor_public is
    'Which institution stood at the address before and has ended; never of a dwelling (家庭托育点)';
  grant select on institutions.predecessor_public to zhaoguan_public;
`;
