import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draw that came to nothing is laid open like any other; the value of a beacon serves once in the whole installation. */
export class LaidOpenFailures1764201630000 implements MigrationInterface {
  name = 'LaidOpenFailures1764201630000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create or replace view inspections.draw_public as
        ${DRAW_PUBLIC},
               case when d.beacon_confirmed_at is not null then d.beacon_entered_at end as beacon_entered_at,
               d.seed is not null as disclosed,
               case when d.seed is not null then d.failure end as failure,
               (select count(*) from inspections.draw_conflict c where c.draw_id = d.id)::integer as recusal_count
          from inspections.draw d;
      create or replace view inspections.draw_opened_public as
        select id as draw_id, nonce, seed, result_digest, failure from inspections.draw where seed is not null;
    `);
    await db.query(KNOWN_BEACONS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index inspections.draw_beacon_entered;
      drop function inspections.is_beacon_known(text[]), inspections.beacon_parts(text, text);
      drop view inspections.draw_opened_public, inspections.draw_public;
      create view inspections.draw_public as
        ${DRAW_PUBLIC}
          from inspections.draw d;
      create view inspections.draw_opened_public as
        select id as draw_id, nonce, seed, result_digest from inspections.draw where seed is not null;
      comment on view inspections.draw_public is 'What the public may know of a draw before it is opened';
      comment on view inspections.draw_opened_public is 'The secrets of a draw, once it is opened, or discarded after it was drawn';
      grant select on inspections.draw_public, inspections.draw_opened_public to zhaoguan_public;
    `);
  }
}

/** As the view was before. */
const DRAW_PUBLIC = `
        select d.id, d.title, d.kind, d.districts, d.status, d.announcement, d.announcement_sm3, d.announced_at,
               d.commitment, d.beacon_source, d.beacon_round, d.target_count, d.beacon_confirmed_at,
               case when d.beacon_confirmed_at is not null then d.beacon_value end as beacon_value,
               case when d.beacon_confirmed_at is not null then d.beacon_source_url end as beacon_source_url,
               d.result_digest, d.drawn_at, d.opened_at, d.voided_at, d.void_reason`;

const KNOWN_BEACONS = `
  create function inspections.beacon_parts(source text, round text) returns text[]
    language sql immutable parallel safe strict
    return (select array_agg(part.source || ':' || part.round)
              from unnest(string_to_array(source, '+'), string_to_array(round, '+')) as part(source, round));
  comment on function inspections.beacon_parts(text, text) is 'Each source of a beacon with its round, such as fucai-ssq:2026135';
  create index draw_beacon_entered on inspections.draw using gin (inspections.beacon_parts(beacon_source, beacon_round))
    where beacon_value is not null;

  -- What is known in one county is known in all: this looks past the jurisdiction and tells nothing but yes or no.
  create function inspections.is_beacon_known(parts text[]) returns boolean
    language sql stable security definer set search_path = pg_catalog
    begin atomic
      select exists (select from inspections.draw
                      where beacon_value is not null and inspections.beacon_parts(beacon_source, beacon_round) && parts);
    end;
  comment on function inspections.is_beacon_known(text[]) is
    'Whether the value of one of these parts of a beacon has been entered for any draw';
  revoke execute on function inspections.is_beacon_known(text[]) from public;
  grant execute on function inspections.is_beacon_known(text[]) to zhaoguan_app;
  grant execute on function inspections.beacon_parts(text, text) to zhaoguan_app;
`;
