import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an office learns of a suspension past its day (暂停期间了解的情况), and from which day on it waits for the office again.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class SuspensionContacts1764970000313 implements MigrationInterface {
  name = 'SuspensionContacts1764970000313';

  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLE);
    await rebranch(db, ASKED_AFTER);
  }

  async down(db: QueryRunner): Promise<void> {
    await rebranch(db, PASSED);
    await db.query('drop table institutions.suspension_contact');
  }
}

const SEEN_BY_OFFICIALS = `exists (select from institutions.institution i
  where i.id = institution_id and platform.covers(coalesce(i.township, i.district)))`;

const TABLE = `
  create table institutions.suspension_contact (
    id uuid primary key,
    institution_id uuid not null references institutions.institution,
    step_id uuid not null references institutions.status_step,
    contacted_on date not null,
    way text not null check (way in ('PHONE', 'VISIT', 'OTHER')),
    whom text not null check (whom ~ '[^[:space:]]'),
    words text not null check (words ~ '[^[:space:]]'),
    look_again_on date not null,
    made_by uuid not null,
    made_at timestamptz not null,
    constraint suspension_contact_days check (look_again_on > contacted_on)
  );
  create index suspension_contact_institution on institutions.suspension_contact (institution_id, id desc);
  create index suspension_contact_step on institutions.suspension_contact (step_id, id desc);
  comment on table institutions.suspension_contact is
    'What the office learnt of a suspension past its expected day (暂停期间了解的情况); append-only, the last of a step counts';
  comment on column institutions.suspension_contact.step_id is 'The suspension, or what prolonged it, whose day had passed';
  comment on column institutions.suspension_contact.look_again_on is 'From this day on it waits for the office again';
  create trigger suspension_contact_append_only before update or delete or truncate on institutions.suspension_contact
    for each statement execute function platform.refuse_change();
  alter table institutions.suspension_contact enable row level security;
  create policy suspension_contact_rights on institutions.suspension_contact to zhaoguan_app
    using (${SEEN_BY_OFFICIALS}) with check (${SEEN_BY_OFFICIALS});
  grant select, insert on institutions.suspension_contact to zhaoguan_app;`;

const inWords = (day: string): string => `to_char(${day}::timestamp, 'YYYY"年"FMMM"月"FMDD"日"')`;
const startOf = (day: string): string => `(${day})::timestamp at time zone 'Asia/Shanghai'`;

const branch = (detail: string, since: string, asked: string): string => `
 SELECT 'SUSPENSION_TO_FOLLOW', 'institution', i.id, i.name,
        '预计 ' || ${inWords('s.expected_until')} || ${detail},
        coalesce(i.authority, i.district), case when i.authority is null then i.township end, ${since},
        date 'infinity', date 'infinity', 'filing.accept', platform.lead_department(i.kind), null::uuid, '{}'::uuid[]
   from institutions.institution i
  cross join lateral (select s.id, s.expected_until from institutions.status_step s
                       where s.institution_id = i.id and s.action in ('suspend', 'prolong')
                       order by s.decided_at desc, s.id desc limit 1) s
  ${asked}
  where i.status = 'SUSPENDED' and i.filing_ended_as is null and s.expected_until is not null
    and not exists (select from institutions.status_step p where p.institution_id = i.id and p.applied_at is null and p.retracted_at is null)
    and not exists (select from filings.filing f where f.institution_id = i.id
                       and f.type in ('SUSPENSION', 'RESUMPTION', 'CLOSURE') and f.status in ('SUBMITTED', 'RETURNED'))`;

/** Suspended beyond the day that was told, and nothing under way by which that ends. */
const PASSED = branch(`'恢复，这一天已过，请向机构了解情况'`, startOf('s.expected_until + 1'), '');

const ASKED_AFTER = branch(
  `case when c.id is null then '恢复，这一天已过，请向机构了解情况'
        else '恢复，这一天已过；' || ${inWords('c.contacted_on')} || '了解过，请再次了解情况' end`,
  startOf('coalesce(c.look_again_on, s.expected_until + 1)'),
  `left join lateral (select c.id, c.contacted_on, c.look_again_on from institutions.suspension_contact c
                       where c.step_id = s.id order by c.id desc limit 1) c on true`,
);

/** Puts another query in the place of the one by which it waits for the office. */
async function rebranch(db: QueryRunner, by: string): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const parts = body.split('\nUNION ALL\n');
  const at = parts.findIndex((part) => part.includes(`'SUSPENSION_TO_FOLLOW'::text`));
  if (at < 0) throw new Error('the view of what waits is another');
  const next = parts.with(at, by).join('\nUNION ALL\n');
  await db.query(`create or replace view filings.work_item with (security_invoker = true) as ${next}`);
}
