import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who files under a code that another account holds, or in the house of another home, says why (归属说明) and proves it. Of what others hold
 * an applicant is told no more than the public register shows.
 */
export class Takeovers1764905300000 implements MigrationInterface {
  name = 'Takeovers1764905300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column claims text[] not null default '{}';
      comment on column filings.filing.claims is
        'What must be proved because of what stands in the register (ACCOUNT: another account under the code, SUCCESSOR: in place of another home)';

      create table filings.takeover (
        id uuid primary key,
        filing_id uuid not null references filings.filing,
        relation text not null check (relation in ('SAME_PERSON', 'SUCCESSOR', 'BESIDE')),
        ground text not null,
        explanation text not null,
        predecessor_id uuid,
        stated_by uuid not null,
        stated_at timestamptz not null
      );
      create index takeover_filing on filings.takeover (filing_id, id desc);
      comment on table filings.takeover is
        'What an applicant says of what stands in the register under the code or in the house (归属说明); append-only, the last one counts';
      create trigger takeover_append_only before update or delete or truncate on filings.takeover
        for each statement execute function platform.refuse_change();
      alter table filings.takeover enable row level security;
      create policy takeover_rights on filings.takeover to zhaoguan_app using (${SEEN}) with check (${SEEN});
      grant select, insert on filings.takeover to zhaoguan_app;

      create function institutions.is_held_by_another(of_kind text, code text, applicant uuid) returns boolean
      language sql stable security definer set search_path = pg_catalog as $function$
        select exists (select from institutions.institution i
                        where i.uscc = code and i.kind = of_kind and i.status <> 'CLOSED' and i.operator_id <> applicant)
           -- Who a partner platform's account stands for, the platform has asked: the legal person itself.
           and not exists (select from exchange.applicant a where a.person_id = applicant)
      $function$;
      revoke execute on function institutions.is_held_by_another from public;
      grant execute on function institutions.is_held_by_another to zhaoguan_app;

      create function institutions.others_in_house(of_kind text, code text, place text, house text[])
      returns table (id uuid, name text, filing_number text, status text)
      language sql stable security definer set search_path = pg_catalog as $function$
        select i.id, i.name, i.filing_number, i.status
          from institutions.institution i
         where i.district = place and i.address_key = any (house) and i.kind = of_kind and i.uscc <> code
           and i.status <> 'CLOSED' and i.filing_ended_as is null
           and i.details ->> 'siteType' is distinct from 'HOME'
         order by i.registered_at desc, i.id desc limit 5
      $function$;
      revoke execute on function institutions.others_in_house from public;
      grant execute on function institutions.others_in_house to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function institutions.others_in_house, institutions.is_held_by_another;
      drop table filings.takeover;
      alter table filings.filing drop column claims;
    `);
  }
}

const SEEN = `exists (select from filings.filing f where f.id = filing_id)`;
