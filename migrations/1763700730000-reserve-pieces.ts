import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reserves in pieces: a stratum of a million institutions is neither written nor read in one go. */
export class ReservePieces1763700730000 implements MigrationInterface {
  name = 'ReservePieces1763700730000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table inspections.draw_reserve
        add column first integer not null default 1 check (first >= 1),
        drop constraint draw_reserve_pkey,
        add primary key (draw_id, stratum, first);
      alter table inspections.draw_reserve alter column first drop default;
      comment on column inspections.draw_reserve.first is 'Place of the first of these targets in ticket order, from 1';

      create or replace view inspections.draw_reserve_public as
        select r.draw_id, r.stratum, r.targets, r.first
          from inspections.draw_reserve r join inspections.draw d on d.id = r.draw_id and d.seed is not null;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create temporary table whole on commit drop as
        select r.draw_id, r.stratum,
               coalesce(array_agg(u.id order by r.first, u.place) filter (where u.id is not null), '{}') as targets
          from inspections.draw_reserve r
          left join lateral unnest(r.targets) with ordinality as u(id, place) on true
         group by r.draw_id, r.stratum;
      alter table inspections.draw_reserve disable trigger draw_reserve_append_only;
      delete from inspections.draw_reserve;
      alter table inspections.draw_reserve enable trigger draw_reserve_append_only;

      drop view inspections.draw_reserve_public;
      alter table inspections.draw_reserve drop column first;
      alter table inspections.draw_reserve add primary key (draw_id, stratum);
      insert into inspections.draw_reserve (draw_id, stratum, targets) select draw_id, stratum, targets from whole;
      create view inspections.draw_reserve_public as
        select r.draw_id, r.stratum, r.targets
          from inspections.draw_reserve r join inspections.draw d on d.id = r.draw_id and d.seed is not null;
      grant select on inspections.draw_reserve_public to zhaoguan_public;
    `);
  }
}
