import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 回避 binds the person, whatever entry of the directory stands for them, and is the concern of the institution's place. */
export class RecusalsOfPeople1764201600000 implements MigrationInterface {
  name = 'RecusalsOfPeople1764201600000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inspections.recusal add column person_id uuid references access.person;
      alter table inspections.recusal disable trigger recusal_append_only;
      update inspections.recusal r set person_id = i.person_id from inspections.inspector i where i.id = r.inspector_id;
      alter table inspections.recusal enable trigger recusal_append_only;
      alter table inspections.recusal alter column person_id set not null;
      create index recusal_person on inspections.recusal (person_id, id desc);
      comment on table inspections.recusal is '回避: this person is not sent to this institution; ended by a row that names it in revokes';
      comment on column inspections.recusal.inspector_id is 'The entry under which it was declared; it holds for every later one of the person';

      create function inspections.covers_institution(institution uuid) returns boolean
        language sql stable parallel safe
        return exists (select from institutions.institution i
                        where i.id = institution and platform.covers(coalesce(i.township, i.district)));
      comment on function inspections.covers_institution(uuid) is
        'Whether the bound jurisdiction covers the place of an institution';
      grant execute on function inspections.covers_institution(uuid) to zhaoguan_app;

      drop policy recusal_read on inspections.recusal;
      create policy recusal_read on inspections.recusal for select to zhaoguan_app
        using (platform.is_actor(person_id) or inspections.covers_institution(institution_id));
      drop policy recusal_insert on inspections.recusal;
      create policy recusal_insert on inspections.recusal for insert to zhaoguan_app
        with check (platform.is_actor(declared_by)
          and (platform.is_actor(person_id) or inspections.covers_institution(institution_id))
          and exists (select from inspections.inspector i where i.id = inspector_id and i.person_id = recusal.person_id));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop policy recusal_read on inspections.recusal;
      create policy recusal_read on inspections.recusal for select to zhaoguan_app
        using (exists (select from inspections.inspector i where i.id = inspector_id));
      drop policy recusal_insert on inspections.recusal;
      create policy recusal_insert on inspections.recusal for insert to zhaoguan_app
        with check (platform.is_actor(declared_by) and exists (select from inspections.inspector i where i.id = inspector_id));
      drop function inspections.covers_institution(uuid);
      comment on column inspections.recusal.inspector_id is null;
      comment on table inspections.recusal is '回避: this inspector is not sent to this institution; ended by a row that names it in revokes';
      alter table inspections.recusal drop column person_id;
    `);
  }
}
