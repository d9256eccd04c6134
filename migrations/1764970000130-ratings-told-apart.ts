import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Bad ratings that wait are told apart: by institution and step once the filing is decided; before that by the minute alone, for among
 * those who read the list may be who decides it. What waits above says why it does.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）: 差评件件有整改、有反馈, and no retaliation
 */
export class RatingsToldApart1764970000130 implements MigrationInterface {
  name = 'RatingsToldApart1764970000130';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table feedback.follow_up add column raised_for text check (raised_for in ('INVOLVED', 'ABSENT'));
      comment on column feedback.follow_up.raised_for is
        'Why nobody of the office rated may handle it: all who could have had a hand in the filing, or nobody holds the right';
      grant update (raised_for) on feedback.follow_up to zhaoguan_app;
    `);
    await db.query(
      viewOf(NAMED, `${STEP} || ${STATE}`, ` || '；被评价的机关没有可以回访的人员，由本机关回访'`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(viewOf(`'服务评价为差评，请回访核实'::text`, STATE_OF_BEFORE, ''));
    await db.query('alter table feedback.follow_up drop column raised_for');
  }
}

const DECIDED = `not exists (select from filings.filing g where g.id = f.filing_id and g.status in ('SUBMITTED', 'RETURNED'))`;

const NAMED = `coalesce((select g.name from filings.filing g where g.id = f.filing_id and g.status not in ('SUBMITTED', 'RETURNED')),
  '服务评价为差评，请回访核实（该件办结后显示机构名称）')`;

const STEP = `case when ${DECIDED} then
  (select case r.action when 'submit' then '提交申请' when 'admit' then '受理' when 'dismiss' then '不予受理'
     when 'extend' then '延长办理期限' when 'return' then '退回补正' when 'refuse' then '不予办理' when 'accept' then '准予办理'
     when 'visit' then '现场核查' when 'revisit' then '现场复核' when 'recheck' then '书面复核' when 'keepPromise' then '核实承诺的材料'
     when 'returnPromise' then '退回承诺的材料' when 'breakPromise' then '认定未履行承诺' else '终止后续核实' end || '被评为差评'
     from feedback.rating r where r.id = f.rating_id)
  else to_char(f.opened_at at time zone 'Asia/Shanghai', 'FMMM月FMDD日HH24:MI') || '收到' end`;

const STATE = `case f.status when 'OPEN' then '，尚未回访' else '，已回访，尚未办结' end`;

const STATE_OF_BEFORE = `case f.status when 'OPEN' then '尚未回访'::text else '已回访，尚未办结'::text end`;

const viewOf = (title: string, detail: string, above: string): string =>
  `create or replace view feedback.work_item with (security_invoker = true) as
     ${half(title, detail, 'f.district, f.township', 'f.raised_to is null')}
     union all
     ${half(title, `${detail}${above}`, 'f.raised_to as district, null::text as township', 'f.raised_to is not null')};
   comment on view feedback.work_item is 'Bad ratings to follow up; they name the institution once the filing is decided'`;

const half = (title: string, detail: string, place: string, which: string): string => `
    select 'RATING_TO_FOLLOW_UP'::text as type, 'rating-follow-up'::text as subject_type, f.id as subject_id,
           ${title} as title, ${detail} as detail,
           ${place}, f.opened_at as since, 'infinity'::date as until, f.due_on,
           'rating.follow-up'::text as permission, platform.lead_department(f.kind) as department, null::uuid as assignee,
           array(select h.person_id from filings.hand h where h.filing_id = f.filing_id) as not_actors
      from feedback.follow_up f
     where f.status in ('OPEN', 'CONTACTED') and ${which}`;
