import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the authority makes of a filing (注销、撤销备案) in the register, and how it comes back when that is annulled. */
export class FilingEnds1764322600000 implements MigrationInterface {
  name = 'FilingEnds1764322600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(REGISTER);
    await db.query(lastStep('(l.decided_at, l.id) > (s.decided_at, s.id)'));
    await db.query(siteTaken(`and i.filing_ended_as is distinct from 'REVOKED'`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop view institutions.filing_end_public; drop table institutions.filing_end');
    await db.query(lastStep('l.decided_at > s.decided_at'));
    await db.query(siteTaken(''));
    await db.query(`
      alter table institutions.institution drop column filing_ended_as;
      alter table institutions.status_step disable trigger status_step_stays;
      delete from institutions.status_step where filing_id is null;
      alter table institutions.status_step enable trigger status_step_stays;
      alter table institutions.status_step
        drop constraint status_step_action_check,
        drop constraint status_step_from_status_check,
        drop constraint status_step_cause,
        drop column removal_id,
        alter column filing_id set not null,
        add constraint status_step_action_check check (action in ('suspend', 'resume', 'close')),
        add constraint status_step_from_status_check check (from_status in ('OPERATING', 'SUSPENDED'));
    `);
  }
}

/** A revoked number stays with what was revoked; the site may be filed for again, and stays supervised meanwhile. */
const REGISTER = `
  alter table institutions.institution
    add column filing_ended_as text check (filing_ended_as in ('CANCELLED', 'REVOKED'));
  comment on column institutions.institution.filing_ended_as is
    'What its filing has become by the authority (注销、撤销); null while it is in force';

  alter table institutions.status_step
    drop constraint status_step_action_check,
    drop constraint status_step_from_status_check,
    alter column filing_id drop not null,
    add column removal_id uuid,
    add constraint status_step_cause check (num_nonnulls(filing_id, removal_id) = 1),
    add constraint status_step_action_check check (action in ('suspend', 'resume', 'close', 'reinstate', 'reinstateSuspended')),
    add constraint status_step_from_status_check check (from_status in ('OPERATING', 'SUSPENDED', 'CLOSED'));
  comment on column institutions.status_step.removal_id is 'The removal (注销备案) or its annulment that it follows from';

  create table institutions.filing_end (
    removal_id uuid not null,
    institution_id uuid not null references institutions.institution,
    filing_number text not null,
    ended_as text not null check (ended_as in ('CANCELLED', 'REVOKED', 'RESTORED')),
    ended_on date not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    primary key (removal_id, ended_as)
  );
  create index filing_end_spelling
    on institutions.filing_end (upper(replace(normalize(filing_number, NFKC), ' ', '')), decided_at desc);
  create index filing_end_institution on institutions.filing_end (institution_id, decided_at desc);
  comment on table institutions.filing_end is
    'Filings that the authority ended (注销、撤销), and those that came back because the decision was annulled; append-only';
  create trigger filing_end_append_only before update or delete or truncate on institutions.filing_end
    for each statement execute function platform.refuse_change();
  alter table institutions.filing_end enable row level security;
  create policy filing_end_rights on institutions.filing_end to zhaoguan_app
    using (exists (select from institutions.institution i where i.id = institution_id))
    with check (exists (select from institutions.institution i where i.id = institution_id));
  grant select, insert on institutions.filing_end to zhaoguan_app;

  create view institutions.filing_end_public as
    select e.institution_id, e.filing_number,
           upper(replace(normalize(e.filing_number, NFKC), ' ', '')) as spelling, e.ended_as, e.ended_on
      from institutions.filing_end e
     where e.ended_as <> 'RESTORED'
       and not exists (select from institutions.filing_end r
                        where r.removal_id = e.removal_id and r.ended_as = 'RESTORED');
  comment on view institutions.filing_end_public is 'Numbers whose filing the authority has ended and not restored';
  grant select on institutions.filing_end_public to zhaoguan_public;
`;

/** Two steps of one instant have an order as well. */
const lastStep = (later: string): string => `
  create or replace view institutions.status_step_public as
    select s.institution_id, s.action, s.effective_on, s.applied_at is not null as in_force
      from institutions.status_step s
     where not exists (select from institutions.status_step l where l.institution_id = s.institution_id and ${later});
`;

const siteTaken = (more: string): string => `
  create or replace function institutions.is_site_taken(of_kind text, code text, place text, site text) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
      select exists (select from institutions.institution i
                      where i.uscc = code and i.district = place and i.address_key = platform.address_key(site)
                        and i.status <> 'CLOSED'${more === '' ? '' : ` ${more}`}
                        and not (i.kind = of_kind and i.source = 'IMPORT' and i.operator_id is null))
    $$;
`;
