import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever has been shown the password of a party's account could have answered in its name. That somebody else gave it another password
 * since makes it no other: everybody who ever gave one is remembered.
 * @law 公务员法第七十六条、行政处罚法第四十三条（回避）
 */
export class GiversOfPasswords1764903410000 implements MigrationInterface {
  name = 'GiversOfPasswords1764903410000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table access.password_giver (
        person_id uuid not null references access.person,
        giver_id uuid not null references access.person,
        primary key (person_id, giver_id)
      );
      create index password_giver_giver on access.password_giver (giver_id);
      comment on table access.password_giver is 'Officials who were ever shown a password of an account';
      insert into access.password_giver (person_id, giver_id)
        select id, password_given_by from access.person where password_given_by is not null
        union
        select p.id, g.id from audit.entry e
          join access.person p on p.id::text = e.subject_id
          join access.person g on g.id = e.actor_id and g.id <> p.id
         where e.subject_type = 'person' and e.action in ('access.person-created', 'access.password-reset');
      create trigger password_giver_append_only before update or delete or truncate on access.password_giver
        for each statement execute function platform.refuse_change();
      create function access.remember_giver() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
        begin
          insert into access.password_giver (person_id, giver_id) values (new.id, new.password_given_by) on conflict do nothing;
          return null;
        end $$;
      revoke execute on function access.remember_giver() from public;
      create trigger person_giver after insert or update on access.person for each row
        when (new.password_given_by is not null) execute function access.remember_giver();
      grant select on access.password_giver to zhaoguan_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger person_giver on access.person;
      drop function access.remember_giver();
      drop table access.password_giver;
    `);
  }
}
