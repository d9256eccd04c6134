import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers of removals (注销、撤销备案事先告知书、决定书、恢复备案告知书), numbered, signed and checked like those of filings. What was told
 * and decided before gets its papers by a job that is asked for here.
 */
export class RemovalPapers1764324000000 implements MigrationInterface {
  name = 'RemovalPapers1764324000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table removals.paper (
        id uuid primary key,
        removal_id uuid not null references removals.removal,
        kind text not null check (kind ~ '^[A-Z_]+$'),
        round integer not null check (round > 0),
        is_public boolean not null,
        number text not null,
        spelling text not null unique,
        title text not null,
        authority text not null,
        addressee text not null,
        issued_on date not null,
        issued_at timestamptz not null,
        content jsonb not null,
        code_digest char(64) not null unique,
        unique (removal_id, kind, round)
      );
      comment on table removals.paper is 'Papers (文书) given out in a removal; the later of a kind takes the place of the earlier';
      comment on column removals.paper.is_public is 'Whether anybody who checks its number learns what it is and to whom';
      comment on column removals.paper.spelling is 'The number in one spelling: how it is asked for';
      comment on column removals.paper.content is 'What it says, as decided; and the code of its QR';
      comment on column removals.paper.code_digest is 'SM3 of the code in its QR, without dashes';

      create table removals.paper_print (
        paper_id uuid primary key references removals.paper,
        file_id uuid not null references platform.stored_file,
        sm3 char(64) not null,
        unprintable text[] not null,
        printed_at timestamptz not null
      );
      create index paper_print_file on removals.paper_print (file_id);
      create index paper_print_sm3 on removals.paper_print (sm3);
      comment on table removals.paper_print is 'The PDF of a paper; its signature is found by its SM3';
    `);
    for (const [table, visible] of VISIBLE) {
      await db.query(`
        create trigger ${table}_append_only before update or delete or truncate on removals.${table}
          for each statement execute function platform.refuse_change();
        alter table removals.${table} enable row level security;
        create policy ${table}_rights on removals.${table} to zhaoguan_app using (${visible}) with check (${visible});
        grant select, insert on removals.${table} to zhaoguan_app;
      `);
    }
    await db.query(PUBLIC);
    await db.query(`
      insert into platform.outbox (job, payload, not_before, created_at)
        select 'removals.issue-papers', '{}', now(), now()
         where exists (select from removals.removal where notice_facts is not null);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view removals.paper_public;
      drop table removals.paper_print;
      drop table removals.paper;
      delete from platform.outbox where job in ('removals.print-paper', 'removals.issue-papers') and settled_at is null;
    `);
  }
}

/** Who sees the case sees its papers: the subquery runs under the policy of the case. */
const VISIBLE = [
  ['paper', 'exists (select from removals.removal r where r.id = removal_id)'],
  ['paper_print', 'exists (select from removals.paper p where p.id = paper_id)'],
] as const;

/** Columns and meaning are those of `filings.paper_public`; what is public of a removal is listed at once. */
const PUBLIC = `
  create view removals.paper_public as
    select p.kind, p.number, p.spelling, p.code_digest, p.title, p.authority, p.issued_on, p.is_public,
           case when p.is_public then p.addressee end as addressee, r.sm3, e.superseded_by, p.is_public as is_listed, e.ended_as
      from removals.paper p
      left join removals.paper_print r on r.paper_id = p.id
      left join lateral (
        select * from (
          select 1 as rank, 'REPLACED' as ended_as, l.number as superseded_by, l.round from removals.paper l
           where l.removal_id = p.removal_id and l.kind = p.kind and l.round > p.round
          union all
          select 2, 'ANNULLED', coalesce(l.number, c.annulment_document), 1
            from removals.removal c
            left join removals.paper l on l.removal_id = c.id and l.kind = 'RESTORATION_NOTICE'
           where c.id = p.removal_id and c.status = 'ANNULLED' and p.kind like '%_DECISION'
          union all
          select 3, 'DROPPED', null, 1 from removals.removal c
           where c.id = p.removal_id and c.status = 'DROPPED'
        ) ends order by rank, round desc limit 1
      ) e on true;
  comment on view removals.paper_public is 'Whether a paper is genuine and in force; what it says is in none of it';
  grant select on removals.paper_public to zhaoguan_public;
`;
