import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A notice of corrections (补正通知书) that was answered, or whose case was decided, asks for nothing any more: its check says since
 * when, and the paper stays as it was given out.
 */
export class AnsweredPapers1764701000010 implements MigrationInterface {
  name = 'AnsweredPapers1764701000010';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create or replace view filings.paper_public as ${CHECKS}, e.ended_as, e.ended_on ${FROM} ${ENDS}`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view filings.paper_public;
      create view filings.paper_public as ${CHECKS} ${FROM};
      comment on view filings.paper_public is 'Whether a paper is genuine; what it says is in none of it';
      grant select on filings.paper_public to zhaoguan_public;
    `);
  }
}

/** As 1764322730000 left them. */
const CHECKS = `
    select p.kind, p.number, p.spelling, p.code_digest, p.title, p.authority, p.issued_on, p.is_public,
           case when p.is_public then p.addressee end as addressee, r.sm3,
           (select later.number from filings.paper later
             where later.filing_id = p.filing_id and later.kind = p.kind and later.round > p.round
             order by later.round desc limit 1) as superseded_by,
           p.is_public and (p.kind <> 'NONCONFORMITY_NOTICE'
             or exists (select from filings.nonconformity_public n where n.id = p.id)) as is_listed`;

const FROM = `
      from filings.paper p
      left join filings.paper_print r on r.paper_id = p.id`;

/** The next submission answers it; what ended the case without one is the last that happened to it. */
const ENDS = `
      left join lateral (
        select * from (
          select 1 as rank, 'REPLACED' as ended_as, null::date as ended_on from filings.paper l
           where l.filing_id = p.filing_id and l.kind = p.kind and l.round > p.round
          union all
          select 2, 'ANSWERED', (s.submitted_at at time zone 'Asia/Shanghai')::date from filings.submission s
           where s.filing_id = p.filing_id and s.round = p.round + 1 and p.kind in ('CORRECTION_NOTICE', 'LICENCE_CORRECTION')
          union all
          select 3, case c.status when 'LAPSED' then 'DROPPED' else 'CONCLUDED' end, (c.updated_at at time zone 'Asia/Shanghai')::date
            from filings.filing c
           where c.id = p.filing_id and p.kind in ('CORRECTION_NOTICE', 'LICENCE_CORRECTION') and c.status not in ('RETURNED', 'SUBMITTED')
        ) ends order by rank limit 1
      ) e on true`;
