import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Browsers from which a person has signed in: wrong passwords from elsewhere do not lock them out. */
export class KnownDevices1764115200000 implements MigrationInterface {
  name = 'KnownDevices1764115200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table access.known_device (
        token_hash text primary key,
        person_id uuid not null references access.person,
        failed_count integer not null,
        locked_until timestamptz,
        seen_at timestamptz not null
      );
      create index known_device_person on access.known_device (person_id, seen_at desc);
      comment on table access.known_device is 'Browsers from which a person has signed in; wrong passwords from elsewhere do not lock them';
      comment on column access.known_device.token_hash is 'SM3 of the token, hex';
      comment on column access.known_device.failed_count is 'Wrong passwords in a row from this browser';
      grant select, insert, update, delete on access.known_device to zhaoguan_app;

      create table access.unknown_name (
        name_hash text primary key,
        failed_count integer not null,
        locked_until timestamptz,
        at timestamptz not null
      );
      create index unknown_name_age on access.unknown_name (at);
      comment on table access.unknown_name is 'Attempts to sign in under names that nobody has: they rest like accounts do';
      comment on column access.unknown_name.name_hash is 'SM3 of the name, hex';
      grant select, insert, update, delete on access.unknown_name to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table access.unknown_name, access.known_device');
  }
}
