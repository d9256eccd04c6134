import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reference data: districts, working-day calendar, and the lists of seeds/reference. */
export class Reference1763700200000 implements MigrationInterface {
  name = 'Reference1763700200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema reference;
      grant usage on schema reference to zhaoguan_app, zhaoguan_public;

      create table reference.loaded (
        list text primary key,
        hash text not null,
        source jsonb not null
      );
      comment on table reference.loaded is 'Which file of seeds/reference is loaded, by the SM3 of its content';

      create table reference.entry (
        id uuid primary key,
        list text not null,
        key text not null,
        position integer not null,
        data jsonb not null,
        withdrawn boolean not null default false,
        unique (list, key)
      );
      create index entry_order on reference.entry (list, position);
      comment on table reference.entry is 'Rows of the lists of seeds/reference; a row that left its file is withdrawn, not deleted';

      create table reference.district (
        code text primary key check (code ~ '^[0-9]{6}([0-9]{3})?$'),
        name text not null,
        level text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
        parent text references reference.district deferrable initially deferred
      );
      create index district_parent on reference.district (parent);
      comment on table reference.district is 'Administrative divisions (GB/T 2260, nine digits for townships)';

      create table reference.calendar_year (year integer primary key);
      comment on table reference.calendar_year is 'Years whose holiday arrangement has been published';

      create table reference.special_day (
        date date primary key,
        kind text not null check (kind in ('DAY_OFF', 'WORKDAY')),
        name text not null
      );
      comment on table reference.special_day is 'Weekdays off and weekend days worked, by the yearly notice of the State Council';

      grant select on all tables in schema reference to zhaoguan_app, zhaoguan_public;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop schema reference cascade');
  }
}
