import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A bad rating that nobody of the office rated may follow up, because the only ones who could have had a hand in the filing, is handled
 * by the nearest office above that has somebody, and waits there. Two halves of the view, each with an index of its own.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 差评件件有整改、有反馈
 */
export class FollowUpsAbove1764950000020 implements MigrationInterface {
  name = 'FollowUpsAbove1764950000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table feedback.follow_up add column raised_to text;
      comment on column feedback.follow_up.raised_to is 'The division above whose office handles it, where nobody of the office rated may';
      grant update (raised_to) on feedback.follow_up to zhaoguan_app;
      create index follow_up_raised on feedback.follow_up (raised_to, due_on, id)
        where status in ('OPEN', 'CONTACTED') and raised_to is not null;
    `);
    await db.query(`${items('f.district, f.township', 'and f.raised_to is null')}
      union all ${itemsBody('f.raised_to as district, null::text as township', 'and f.raised_to is not null')}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(items('f.district, f.township', ''));
    await db.query(`
      drop index feedback.follow_up_raised;
      alter table feedback.follow_up drop column raised_to;
    `);
  }
}

const items = (place: string, which: string): string =>
  `create or replace view feedback.work_item with (security_invoker = true) as ${itemsBody(place, which)}`;

const itemsBody = (place: string, which: string): string => `
    select 'RATING_TO_FOLLOW_UP'::text as type, 'rating-follow-up'::text as subject_type, f.id as subject_id,
           '服务评价为差评，请回访核实'::text as title,
           case f.status when 'OPEN' then '尚未回访'::text else '已回访，尚未办结'::text end as detail,
           ${place}, f.opened_at as since, 'infinity'::date as until, f.due_on,
           'rating.follow-up'::text as permission, platform.lead_department(f.kind) as department, null::uuid as assignee,
           array(select h.person_id from filings.hand h where h.filing_id = f.filing_id) as not_actors
      from feedback.follow_up f
     where f.status in ('OPEN', 'CONTACTED') ${which}`;
