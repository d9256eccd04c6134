import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An institution that lawfully stays closed longer tells that it does (延长暂停): a suspension filed while it is suspended, whose step leaves
 * the state and moves the day on which the service is expected to go on.
 * @law 老年人权益保障法第四十六条；托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export class ProlongedSuspensions1764970000090 implements MigrationInterface {
  name = 'ProlongedSuspensions1764970000090';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column prolongs jsonb
        constraint filing_prolongs check (prolongs is null or type = 'SUSPENSION');
      comment on column filings.filing.prolongs is
        'Of a suspension that prolongs another (延长暂停): since when that runs, and until when it was expected to; null for any other';
      ${steps(['suspend', 'prolong'])}
      create function filings.type_in_words(type text, regime text, renewal boolean, prolonging boolean) returns text
        language sql immutable set search_path = pg_catalog as $$
          select case when prolonging and type = 'SUSPENSION' then '延长暂停服务，'
                      else filings.type_in_words(type, regime, renewal) end
        $$;
      comment on function filings.type_in_words(text, text, boolean, boolean) is
        'What a case is about, before what is said of it; nothing for a first filing';
      revoke execute on function filings.type_in_words(text, text, boolean, boolean) from public;
      grant execute on function filings.type_in_words(text, text, boolean, boolean) to zhaoguan_app;
    `);
    await reword(db, WORDS);
    for (const each of LONGER) await lengthen(db, each);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const each of LONGER) await shorten(db, each);
    await reword(
      db,
      WORDS.map(({ was, now }) => ({ was: now, now: was })),
    );
    await db.query(`
      drop function filings.type_in_words(text, text, boolean, boolean);
      ${steps(['suspend'])}
      alter table filings.filing drop column prolongs;
    `);
  }
}

const list = (actions: readonly string[]): string => actions.map((each) => `'${each}'`).join(', ');

/** Which steps there are, and which of them say when the service is expected to go on. */
const steps = (telling: readonly string[]): string => `
  alter table institutions.status_step
    drop constraint status_step_action_check,
    drop constraint status_step_expected,
    add constraint status_step_action_check check (action in (${list([...telling, 'resume', 'close', 'reinstate', 'reinstateSuspended'])})),
    add constraint status_step_expected check (expected_until is null or action in (${list(telling)}));`;

const PROLONGS = 'f.prolongs is not null as prolongs';
const SINCE_OF_CASE = `(f.prolongs ->> 'since')::date as suspended_since`;
/** Of a prolonging, from which day on the service is stopped: its own step says only since when it is longer. */
const SINCE_OF_STEP = `
  case when s.action = 'prolong'
       then (select b.effective_on from institutions.status_step b
              where b.institution_id = s.institution_id and b.action = 'suspend' and (b.decided_at, b.id) < (s.decided_at, s.id)
              order by b.decided_at desc, b.id desc limit 1) end as suspended_since`;

interface Words {
  readonly was: string;
  readonly now: string;
}

const named = (of: string): Words => ({
  was: `type_in_words(${of}.type, ${of}.regime, (${of}.renews IS NOT NULL))`,
  now: `type_in_words(${of}.type, ${of}.regime, (${of}.renews IS NOT NULL), (${of}.prolongs IS NOT NULL))`,
});

/** What waits names the case, looks at the newest day that was told, and does not wait while a prolonging is with the authority. */
const WORDS: readonly Words[] = [
  named('filing'),
  named('f'),
  {
    was: `(s_1.action = 'suspend'::text)`,
    now: `(s_1.action = ANY (ARRAY['suspend'::text, 'prolong'::text]))`,
  },
  {
    was: `ARRAY['RESUMPTION'::text, 'CLOSURE'::text]`,
    now: `ARRAY['SUSPENSION'::text, 'RESUMPTION'::text, 'CLOSURE'::text]`,
  },
  { was: '请办理恢复服务或者终止服务', now: '请办理恢复服务、延长暂停服务或者终止服务' },
];

async function reword(db: QueryRunner, words: readonly Words[]): Promise<void> {
  let body = await bodyOf(db, 'filings.work_item');
  for (const { was, now } of words) {
    if (!body.includes(was)) throw new Error(`the view of what waits is another: ${was}`);
    body = body.replaceAll(was, now);
  }
  await db.query(`create or replace view filings.work_item with (security_invoker = true) as ${body}`);
}

async function bodyOf(db: QueryRunner, view: string): Promise<string> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('${view}'), ';') as body`,
  );
  return body;
}

interface Longer {
  readonly view: string;
  /** Whence its columns come, as its last FROM names it. */
  readonly from: string;
  readonly columns: readonly string[];
  /** How the first of them begins in the definition of the view. */
  readonly begins: RegExp;
  readonly reader: string;
}

const LONGER: readonly Longer[] = [
  {
    view: 'filings.filing_facts',
    from: 'filings.filing f',
    columns: [PROLONGS],
    begins: /,\s+\(prolongs IS NOT NULL\) AS prolongs/,
    reader: 'zhaoguan_app',
  },
  {
    view: 'filings.receipt_public',
    from: '(filings.filing f',
    columns: [PROLONGS, SINCE_OF_CASE],
    begins: /,\s+\(f\.prolongs IS NOT NULL\) AS prolongs/,
    reader: 'zhaoguan_public',
  },
  {
    view: 'institutions.status_step_public',
    from: 'institutions.status_step s',
    columns: [SINCE_OF_STEP],
    begins: /,\s+CASE\s+WHEN \(action = 'prolong'/,
    reader: 'zhaoguan_public',
  },
];

const optionsOf = (view: string): string =>
  view === 'filings.filing_facts' ? ' with (security_invoker = true)' : '';

async function parted(db: QueryRunner, { view, from }: Longer): Promise<[columns: string, rest: string]> {
  const body = await bodyOf(db, view);
  const at = body.lastIndexOf(`\n   FROM ${from}`);
  if (at < 0) throw new Error(`${view} is another`);
  return [body.slice(0, at), body.slice(at)];
}

async function lengthen(db: QueryRunner, longer: Longer): Promise<void> {
  const { view, columns } = longer;
  const [before, rest] = await parted(db, longer);
  await db.query(
    `create or replace view ${view}${optionsOf(view)} as ${before}, ${columns.join(', ')} ${rest}`,
  );
}

/** Without these columns, and with the comments and the grant that it had. */
async function shorten(db: QueryRunner, longer: Longer): Promise<void> {
  const { view, begins, reader } = longer;
  const [all, rest] = await parted(db, longer);
  const at = all.search(begins);
  if (at < 0) throw new Error(`${view} is another`);
  const comments: { name: string | null; said: string }[] = await db.query(`
    select a.attname as name, d.description as said
      from pg_description d left join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid and d.objsubid > 0
     where d.classoid = 'pg_class'::regclass and d.objoid = '${view}'::regclass`);
  await db.query(`drop view ${view}`);
  await db.query(`create view ${view}${optionsOf(view)} as ${all.slice(0, at)} ${rest}`);
  await db.query(`grant select on ${view} to ${reader}`);
  for (const { name, said } of comments)
    await db.query(
      `comment on ${name === null ? `view ${view}` : `column ${view}.${name}`} is ${literal(said)}`,
    );
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
