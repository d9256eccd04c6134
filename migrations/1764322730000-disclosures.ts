import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the public is told of 托育机构 whose filing does not meet the standards: lines are added, never changed, and the last of a
 * filing counts. The states and acts are those of disclosureProcess; a test compares them.
 */
export class Disclosures1764322730000 implements MigrationInterface {
  name = 'Disclosures1764322730000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table filings.disclosure (
        filing_id uuid not null references filings.filing,
        seq integer not null check (seq > 0),
        action text not null constraint disclosure_action check (action in ('publish', 'correct', 'withdraw')),
        to_status text not null constraint disclosure_status check (to_status in ('UNPUBLISHED', 'PUBLISHED', 'WITHDRAWN')),
        reason text,
        note text,
        actor_id uuid not null,
        at timestamptz not null,
        primary key (filing_id, seq),
        constraint disclosure_words check ((reason is not null) = (to_status = 'PUBLISHED'))
      );
      create index disclosure_at on filings.disclosure (at desc, filing_id);
      comment on table filings.disclosure is
        'What the public was told of filings that do not meet the standards (不符合要求的公开); the last line counts';
      comment on column filings.disclosure.reason is 'The words of the public, confirmed by an official';
      comment on column filings.disclosure.note is 'Why they were told anew or taken down; not public';
      create trigger disclosure_append_only before update or delete or truncate on filings.disclosure
        for each statement execute function platform.refuse_change();
      alter table filings.disclosure enable row level security;
      create policy disclosure_rights on filings.disclosure to zhaoguan_app
        using (exists (select from filings.filing f where f.id = filing_id))
        with check (exists (select from filings.filing f where f.id = filing_id));
      grant select, insert on filings.disclosure to zhaoguan_app;

      create view filings.nonconformity_public as
        select p.id, p.number, p.addressee as name, f.uscc, f.district, p.authority, p.issued_on, d.reason,
               d.at as published_at, d.action = 'correct' as corrected,
               (select i.filing_number from institutions.institution i
                 where i.uscc = f.uscc and i.district = f.district and i.kind = f.kind and i.filed_on >= p.issued_on
                 order by i.filed_on limit 1) as filed_since
          from filings.disclosure d
          join filings.filing f on f.id = d.filing_id
          join filings.paper p on p.filing_id = d.filing_id and p.kind = 'NONCONFORMITY_NOTICE'
         where d.to_status = 'PUBLISHED'
           and not exists (select from filings.disclosure l where l.filing_id = d.filing_id and l.seq > d.seq);
      comment on view filings.nonconformity_public is
        'Notices of nonconformity that the public reads today, in the words confirmed for it';
      grant select on filings.nonconformity_public to zhaoguan_public;
    `);
    await db.query(paperChecks('create or replace view', LISTED));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop view filings.paper_public; ${paperChecks('create view', '')} ${PAPER_CHECKS_SAID}`);
    await db.query('drop view filings.nonconformity_public; drop table filings.disclosure;');
  }
}

/** Numbers can be counted up: who was refused is told by number alone only once the public is told of it. */
const LISTED = `,
           p.is_public and (p.kind <> 'NONCONFORMITY_NOTICE'
             or exists (select from filings.nonconformity_public n where n.id = p.id)) as is_listed`;

const paperChecks = (create: string, more: string): string => `
  ${create} filings.paper_public as
    select p.kind, p.number, p.spelling, p.code_digest, p.title, p.authority, p.issued_on, p.is_public,
           case when p.is_public then p.addressee end as addressee, r.sm3,
           (select later.number from filings.paper later
             where later.filing_id = p.filing_id and later.kind = p.kind and later.round > p.round
             order by later.round desc limit 1) as superseded_by${more}
      from filings.paper p
      left join filings.paper_print r on r.paper_id = p.id;
`;
const PAPER_CHECKS_SAID = `
  comment on view filings.paper_public is 'Whether a paper is genuine; what it says is in none of it';
  grant select on filings.paper_public to zhaoguan_public;
`;
