import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is meant to be decided (注销、撤销事先告知书) is told until it is decided: its check says since when it is, as that of a notice that an
 * application was taken in does; and on which day a case was dropped or a decision annulled. The paper that ends a decision on a licence is
 * named like that of a filing.
 */
export class NoticesOfDecidedRemovals1764902100000 implements MigrationInterface {
  name = 'NoticesOfDecidedRemovals1764902100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`create or replace view removals.paper_public as ${CHECKS}, e.ended_on ${FROM} ${ENDS}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view removals.paper_public;
      create view removals.paper_public as ${CHECKS} ${FROM} ${ENDS_BEFORE};
      comment on view removals.paper_public is 'Whether a paper is genuine and in force; what it says is in none of it';
      grant select on removals.paper_public to zhaoguan_public;
    `);
  }
}

/** As 1764324000000 left them. */
const CHECKS = `
    select p.kind, p.number, p.spelling, p.code_digest, p.title, p.authority, p.issued_on, p.is_public,
           case when p.is_public then p.addressee end as addressee, r.sm3, e.superseded_by, p.is_public as is_listed, e.ended_as`;

const FROM = `
      from removals.paper p
      left join removals.paper_print r on r.paper_id = p.id`;

/** A case that was annulled had been decided: what was meant has been past since then. */
const ENDS = `
      left join lateral (
        select * from (
          select 1 as rank, 'REPLACED' as ended_as, l.number as superseded_by, null::date as ended_on, l.round from removals.paper l
           where l.removal_id = p.removal_id and l.kind = p.kind and l.round > p.round
          union all
          select 2, 'ANNULLED', coalesce(l.number, c.annulment_document), c.annulled_on, 1
            from removals.removal c
            left join removals.paper l on l.removal_id = c.id and l.kind in ('RESTORATION_NOTICE', 'LICENCE_RESTORATION_NOTICE')
           where c.id = p.removal_id and c.status = 'ANNULLED' and p.kind like '%_DECISION'
          union all
          select 3, 'DROPPED', null, (t.at at time zone 'Asia/Shanghai')::date, 1
            from removals.removal c
            join removals.transition t on t.removal_id = c.id and t.to_state = 'DROPPED'
           where c.id = p.removal_id and c.status = 'DROPPED'
          union all
          select 4, 'CONCLUDED', null, c.decided_on, 1 from removals.removal c
           where c.id = p.removal_id and c.status in ('DECIDED', 'ANNULLED') and p.kind ~ '(CANCELLATION|REVOCATION)_NOTICE$'
        ) ends order by rank, round desc limit 1
      ) e on true`;

const ENDS_BEFORE = `
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
      ) e on true`;
