import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A 告知书 on paper that was not served replaces none that was: to who checks the one in force the next is not there yet, as the party
 * does not read of it.
 */
export class UnservedReplacesNothing1764905400000 implements MigrationInterface {
  name = 'UnservedReplacesNothing1764905400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(paperPublic(SERVED));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(paperPublic(''));
  }
}

/** Of the later paper: it was not only drawn up. */
const SERVED = `
                     AND NOT (EXISTS (SELECT FROM removals.transition t
                                WHERE ((t.removal_id = l.removal_id) AND (t.action = 'prepare'::text) AND (t.at = l.issued_at)
                                  AND ('serve'::text IS DISTINCT FROM (SELECT n.action FROM removals.transition n
                                        WHERE ((n.removal_id = t.removal_id) AND (n.seq > t.seq)) ORDER BY n.seq LIMIT 1)))))`;

/** @param served what the paper that takes the place of another has to be besides later */
const paperPublic = (served: string): string => `create or replace view removals.paper_public as
 SELECT p.kind,
    p.number,
    p.spelling,
    p.code_digest,
    p.title,
    p.authority,
    p.issued_on,
    p.is_public,
        CASE
            WHEN p.is_public THEN p.addressee
            ELSE NULL::text
        END AS addressee,
    r.sm3,
    e.superseded_by,
    p.is_public AS is_listed,
    e.ended_as,
    e.ended_on
   FROM ((removals.paper p
     LEFT JOIN removals.paper_print r ON ((r.paper_id = p.id)))
     LEFT JOIN LATERAL ( SELECT ends.rank,
            ends.ended_as,
            ends.superseded_by,
            ends.ended_on,
            ends.round
           FROM ( SELECT 1 AS rank,
                    'REPLACED'::text AS ended_as,
                    l.number AS superseded_by,
                    NULL::date AS ended_on,
                    l.round
                   FROM removals.paper l
                  WHERE ((l.removal_id = p.removal_id) AND (l.kind = p.kind) AND (l.round > p.round)${served})
                UNION ALL
                 SELECT 2,
                    'ANNULLED'::text,
                    COALESCE(l.number, c.annulment_document) AS "coalesce",
                    c.annulled_on,
                    1
                   FROM (removals.removal c
                     LEFT JOIN removals.paper l ON (((l.removal_id = c.id) AND (l.kind = ANY (ARRAY['RESTORATION_NOTICE'::text, 'LICENCE_RESTORATION_NOTICE'::text])))))
                  WHERE ((c.id = p.removal_id) AND (c.status = 'ANNULLED'::text) AND (p.kind ~~ '%_DECISION'::text))
                UNION ALL
                 SELECT 3,
                    'DROPPED'::text,
                    NULL::text,
                    ((t.at AT TIME ZONE 'Asia/Shanghai'::text))::date AS timezone,
                    1
                   FROM (removals.removal c
                     JOIN removals.transition t ON (((t.removal_id = c.id) AND (t.to_state = 'DROPPED'::text))))
                  WHERE ((c.id = p.removal_id) AND (c.status = 'DROPPED'::text))
                UNION ALL
                 SELECT 4,
                    'CONCLUDED'::text,
                    NULL::text,
                    c.decided_on,
                    1
                   FROM removals.removal c
                  WHERE ((c.id = p.removal_id) AND (c.status = ANY (ARRAY['DECIDED'::text, 'ANNULLED'::text])) AND (p.kind ~ '(CANCELLATION|REVOCATION)_NOTICE$'::text))) ends
          ORDER BY ends.rank, ends.round DESC
         LIMIT 1) e ON (true))`;
