import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was accepted and is not in force yet (暂停、恢复、终止服务) can be taken back (撤回): who filed it asks, the office grants or declines,
 * and meanwhile the step waits. Neither the acceptance nor the step is changed: that the step was taken back is added, once.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class Retractions1764970000300 implements MigrationInterface {
  name = 'Retractions1764970000300';

  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(steps('applied_at is null and retracted_at is null', ' and not held'));
    await db.query(keeping('old.applied_at is not null or old.retracted_at is not null'));
    await db.query(lastSteps(true));
    await db.query(TABLE);
    await db.query(closures(`'CALLED_OFF', `));
    await db.query(naming(`c.status not in ('SETTLED', 'CALLED_OFF')`));
    await db.query(rated(`, 'filing-retraction'`, `, 'retract'`));
    await reword(db, 'filings.work_item', WAITING, (body) => `${body} ${BRANCH}`);
    await reword(db, 'filings.step_facts', [{ was: END_OF_STEPS, now: `${STEP} ${END_OF_STEPS}` }]);
    await reword(db, 'filings.paper_public', REPLACING);
    await reword(db, 'filings.receipt_public', [
      { was: END_OF_RECEIPTS, now: `${RECEIPT_COLUMNS} ${END_OF_RECEIPTS}` },
    ]);
  }

  /** What was taken back would come into force after all: that is refused while there is any. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if exists (select from filings.retraction where status in ('ASKED', 'GRANTED')) then
          raise exception 'what was taken back would come into force';
        end if;
      end $$;
    `);
    await withoutReceiptColumns(db);
    await reword(
      db,
      'filings.paper_public',
      REPLACING.map(({ was, now }) => ({ was: now, now: was })),
    );
    await reword(db, 'filings.step_facts', [], (body) =>
      body.replace(/\s+UNION ALL\s+SELECT r\.filing_id,\s+'filing-retraction'[\s\S]*?(?=\) s ON)/, ''),
    );
    await reword(
      db,
      'filings.work_item',
      WAITING.map(({ was, now }) => ({ was: now, now: was })),
      (body) => body.replace(/UNION ALL(?![\s\S]*UNION ALL)[\s\S]*$/, ''),
    );
    await db.query(rated('', ''));
    await db.query(naming(`c.status <> 'SETTLED'`));
    await db.query(closures(''));
    await db.query('drop table filings.retraction');
    // A view loses a column only when it is made anew.
    await db.query(`
      drop view institutions.status_step_public;
      ${lastSteps(false)};
      grant select on institutions.status_step_public to zhaoguan_public, zhaoguan_app;
      comment on view institutions.status_step_public is 'The last suspension, resumption or closure of each institution';
    `);
    await db.query(keeping('old.applied_at is not null'));
    await db.query(steps('applied_at is null', ''));
    await db.query('alter table institutions.status_step drop column retracted_at, drop column held');
  }
}

const COLUMNS = `
  alter table institutions.status_step
    add column retracted_at timestamptz,
    add column held boolean not null default false,
    add constraint status_step_ends_once check (applied_at is null or retracted_at is null);
  comment on column institutions.status_step.retracted_at is
    'When it was taken back before its day (撤回): it never comes into force';
  comment on column institutions.status_step.held is
    'Whether it is asked to be taken back: until that is answered it does not come into force, also when its day has come. Of one in force: that it was, beyond its day';
  grant update (retracted_at, held) on institutions.status_step to zhaoguan_app;
`;

const steps = (pending: string, free: string): string => `
  drop index institutions.status_step_due, institutions.status_step_pending;
  create index status_step_due on institutions.status_step (effective_on, id) where ${pending}${free};
  create unique index status_step_pending on institutions.status_step (institution_id) where ${pending};
`;

const KEPT = [
  'id',
  'institution_id',
  'action',
  'from_status',
  'to_status',
  'effective_on',
  'filing_id',
  'decided_by',
  'decided_at',
  'expected_until',
];
const of = (row: 'old' | 'new'): string => KEPT.map((each) => `${row}.${each}`).join(', ');

/** What is decided stays as it is; how it ends is added, once. */
const keeping = (hasEnded: string): string => `
  drop trigger status_step_applied_once on institutions.status_step;
  create trigger status_step_applied_once before update on institutions.status_step for each row
    when (${hasEnded} or (${of('old')}) is distinct from (${of('new')}))
    execute function platform.refuse_rewriting();`;

/**
 * The last step of each institution; with retractions, but for what was taken back, and of what was held beyond its day and declined, with
 * the day from which on it does hold.
 */
function lastSteps(retracting: boolean): string {
  const stands = (step: string): string => (retracting ? `and ${step}.retracted_at is null` : '');
  const day = retracting
    ? `case when held then greatest(effective_on, (applied_at at time zone 'Asia/Shanghai')::date) else effective_on end as effective_on`
    : 'effective_on';
  return `create ${retracting ? 'or replace ' : ''}view institutions.status_step_public as
    select institution_id, action, ${day}, applied_at is not null as in_force, expected_until,
           case when action = 'prolong'
                then (select b.effective_on from institutions.status_step b
                       where b.institution_id = s.institution_id and b.action = 'suspend'
                         and (b.decided_at, b.id) < (s.decided_at, s.id) ${stands('b')}
                       order by b.decided_at desc, b.id desc limit 1) end as suspended_since${retracting ? ', held and applied_at is null as held' : ''}
      from institutions.status_step s
     where not exists (select from institutions.status_step l
                        where l.institution_id = s.institution_id and (l.decided_at, l.id) > (s.decided_at, s.id) ${stands('l')})
           ${stands('s')}`;
}

const STATES = `('ASKED', 'GRANTED', 'DECLINED', 'TAKEN_BACK', 'LAPSED')`;

const TABLE = `
  create table filings.retraction (
    id uuid primary key,
    filing_id uuid not null references filings.filing,
    seq integer not null check (seq > 0),
    kind text not null check (kind in ('ELDERLY_CARE', 'CHILDCARE')),
    district text not null references reference.district,
    township text references reference.district,
    reason text not null check (reason ~ '[^[:space:]]'),
    status text not null constraint retraction_status check (status in ${STATES}),
    due_on date not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    answer text,
    ended_by uuid,
    ended_at timestamptz,
    constraint retraction_answer check ((answer is not null) = (status = 'DECLINED')),
    constraint retraction_ended check ((status = 'ASKED') = (ended_at is null) and (ended_at is null) = (ended_by is null)),
    constraint retraction_by_another check (status not in ('GRANTED', 'DECLINED') or ended_by <> asked_by),
    unique (filing_id, seq)
  );
  comment on table filings.retraction is
    'That what was accepted and is not in force yet be taken back (撤回): why, and what was answered; each is answered once';
  comment on column filings.retraction.district is 'Of the authority that has the filing, as is the township';
  comment on column filings.retraction.seq is 'Which of its filing; after one that was declined another may be asked for';
  create unique index retraction_open on filings.retraction (filing_id) where status = 'ASKED';
  create unique index retraction_once on filings.retraction (filing_id) where status = 'GRANTED';
  create index retraction_waiting on filings.retraction (district, due_on, id) where status = 'ASKED';
  create trigger retraction_ends_once before update on filings.retraction for each row
    when (old.status <> 'ASKED' or (old.id, old.filing_id, old.seq, old.reason, old.due_on, old.asked_by, old.asked_at)
      is distinct from (new.id, new.filing_id, new.seq, new.reason, new.due_on, new.asked_by, new.asked_at))
    execute function platform.refuse_rewriting();
  create trigger retraction_stays before delete or truncate on filings.retraction
    for each statement execute function platform.refuse_rewriting();
  create trigger retraction_is_a_hand after insert or update on filings.retraction for each row
    execute function filings.note_hand('filing_id', 'asked_by', 'ended_by');
  alter table filings.retraction enable row level security;
  create policy retraction_rights on filings.retraction to zhaoguan_app
    using (exists (select from filings.filing f where f.id = filing_id))
    with check (exists (select from filings.filing f where f.id = filing_id));
  grant select, insert on filings.retraction to zhaoguan_app;
  grant update (status, answer, ended_by, ended_at) on filings.retraction to zhaoguan_app;
`;

/** Of a closure that was taken back nothing is left to be looked at; one that was held beyond its day ends later than it was filed. */
const closures = (more: string): string => `
  alter table filings.closure_follow_up drop constraint closure_follow_up_status, drop constraint closure_follow_up_due,
    add constraint closure_follow_up_status check (status in ('OPEN', 'UNSETTLED', 'REPORTED', ${more}'SETTLED')),
    add constraint closure_follow_up_due check ((due_on is not null) = (status not in (${more}'SETTLED')));
  ${more === '' ? 'revoke update (ends_on, since) on filings.closure_follow_up from' : 'grant update (ends_on, since) on filings.closure_follow_up to'} zhaoguan_app;
`;

/** Nor does it name anybody as taking over. */
const naming = (open: string): string => `
  create or replace function filings.closures_naming(named uuid) returns table (name text, ends_on date, account_id uuid)
    language sql stable security definer set search_path to pg_catalog as $$
        select c.filing_name, c.ends_on, c.successor_account
          from filings.closure_follow_up c
         where c.successor_id = named and ${open} and c.successor_account <> c.applicant_id
         order by c.ends_on, c.filing_id
      $$;
`;

const rated = (process: string, act: string): string => `
  alter table feedback.rating drop constraint rating_process, drop constraint rating_action_check,
    add constraint rating_process check (process in ('filing', 'filing-verification', 'commitment', 'closure-follow-up'${process})),
    add constraint rating_action_check check (action in ('submit', 'admit', 'dismiss', 'extend', 'return', 'refuse', 'accept', 'visit',
      'revisit', 'recheck', 'keepPromise', 'returnPromise', 'breakPromise', 'checkClosure'${act}));
`;

interface Words {
  readonly was: string;
  readonly now: string;
}

/** What was taken back holds nothing up, and of an end that may be taken back nobody looks after the people yet. */
const WAITING: readonly Words[] = [
  { was: '(p.applied_at IS NULL)', now: '(p.applied_at IS NULL) AND (p.retracted_at IS NULL)' },
  {
    was: `WHERE (c.status <> 'SETTLED'::text)`,
    now: `WHERE ((c.due_on IS NOT NULL) AND (NOT (EXISTS ( SELECT
           FROM filings.retraction r
          WHERE ((r.filing_id = c.filing_id) AND (r.status = 'ASKED'::text))))))`,
  },
];

/** What was declined and is granted later is refused no more. */
const REPLACING: readonly Words[] = ['later', 'l'].map((later) => ({
  was: `(${later}.kind = p.kind)`,
  now: `((${later}.kind = p.kind) OR ((p.kind = 'RETRACTION_REFUSAL'::text) AND (${later}.kind = 'RETRACTION_GRANT'::text)))`,
}));

/** For the office, and not for whoever asked in the name of the applicant. */
const BRANCH = `
  union all
  select 'RETRACTION_TO_DECIDE', 'filing', r.filing_id, f.name,
         '申请撤回已经准予的' || rtrim(filings.type_in_words(f.type), '，') || '，原定 '
           || to_char((f.application #>> '{notice,startsOn}')::date::timestamp, 'YYYY"年"FMMM"月"FMDD"日"') || '生效',
         r.district, r.township, r.asked_at, date 'infinity', r.due_on, 'filing.accept', platform.lead_department(r.kind), null::uuid,
         array_remove(array[r.asked_by, f.applicant_id, f.entered_by, f.account_given_by], null) || f.advised_by
    from filings.retraction r join filings.filing f on f.id = r.filing_id
   where r.status = 'ASKED'`;

/** What the office answered is a step of its service, which is rated. */
const STEP = `
  UNION ALL
  SELECT r.filing_id, 'filing-retraction'::text, r.id, 1, case r.status when 'GRANTED' then 'grant' else 'decline' end, false,
         array[r.ended_by], r.ended_at, null::date, case r.status when 'GRANTED' then '准予撤回' else '不予撤回' end
    FROM filings.retraction r WHERE r.status in ('GRANTED', 'DECLINED')`;
const END_OF_STEPS = `) s ON ((s.filing_id = f.id))`;

const RECEIPT_COLUMNS = `,
    (select (t.ended_at at time zone 'Asia/Shanghai')::date from filings.retraction t
      where t.filing_id = f.id and t.status = 'GRANTED') as retracted_on,
    (select t.number from filings.paper t where t.filing_id = f.id and t.kind = 'RETRACTION_GRANT') as retracted_by`;
const END_OF_RECEIPTS = `
   FROM (filings.filing f
     LEFT JOIN filings.receipt r ON ((r.filing_id = f.id)))`;

async function bodyOf(db: QueryRunner, view: string): Promise<string> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('${view}'), ';') as body`,
  );
  return body;
}

async function reword(
  db: QueryRunner,
  view: string,
  words: readonly Words[],
  more: (body: string) => string = (body) => body,
): Promise<void> {
  let body = await bodyOf(db, view);
  for (const { was, now } of words) {
    if (!body.includes(was)) throw new Error(`${view} is another: ${was}`);
    body = body.replaceAll(was, now);
  }
  const rights = view.endsWith('_public') ? '' : 'with (security_invoker = true)';
  await db.query(`create or replace view ${view} ${rights} as ${more(body)}`);
}

/** A view loses columns only when it is made anew, and with them its comments and its grant. */
async function withoutReceiptColumns(db: QueryRunner): Promise<void> {
  const body = await bodyOf(db, 'filings.receipt_public');
  const [columns, end] = [body.search(/,\s+\( SELECT \(\(t\.ended_at/), body.indexOf(END_OF_RECEIPTS)];
  if (columns < 0 || end < 0) throw new Error('filings.receipt_public is another');
  const comments: { on: string; said: string }[] = await db.query(`
    select coalesce('column filings.receipt_public.' || quote_ident(a.attname), 'view filings.receipt_public') as "on",
           quote_literal(d.description) as said
      from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
     where d.classoid = 'pg_class'::regclass and d.objoid = 'filings.receipt_public'::regclass`);
  await db.query(`
    drop view filings.receipt_public;
    create view filings.receipt_public as ${body.slice(0, columns)} ${body.slice(end)};
    grant select on filings.receipt_public to zhaoguan_public;
  `);
  for (const { on, said } of comments) await db.query(`comment on ${on} is ${said}`);
}
