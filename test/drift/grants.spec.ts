import { ROLE_NAMES } from '@zhaoguan/platform';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import { Client } from 'pg';

const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'bullmq', 'public')`;

/** Reference data are laws, codes and places: published by their nature, and read by the public pages as they are. */
const PUBLISHED_SCHEMA = 'reference';

/** Tables that name a district but are not split by it, each with its reason. */
const WITHOUT_ROW_SECURITY: Readonly<Record<string, string>> = {
  'audit.entry': 'written by everybody in every district; its one reader filters by jurisdiction',
  'filings.number_counter': 'a number is counted past what the caller may see; the row holds nothing else',
};

/** Functions that look past row-level security, each with its reason. */
const DEFINERS: Readonly<Record<string, string>> = {
  'filings.highest_serial(text)': 'the next filing number must be free in the whole district',
  'filings.is_number_taken(text)': 'the same',
  'filings.accepted_by(text)':
    'an office of another level may have accepted it; only who did comes out, so that they do not judge their own act',
  'filings.leave_assistance(uuid,integer,timestamp with time zone)':
    'who has left an assistance does not see the draft any more; it changes nothing else, and only for who assists',
  'filings.has_broken_commitment(text,text)':
    'who has broken a commitment is barred in every place and account, and is told no more than yes or no',
  'filings.drafts_of(uuid)':
    'drafts of an applicant are out of the sight of the official at the window; only their number comes out',
  'filings.drafts_beside(uuid)': 'the same, of those at the site of a draft',
  'filings.closures_naming(uuid)':
    'who is named as taking over reads that, and nothing else of the closure of another account',
  'filings.closures_sending(uuid)':
    'who stops itself reads who sends people to it, how many and when, and nothing else of the closure of another account',
  'filings.drafts_unseen(uuid,text,text)':
    'the same, of those under a code, asked before the official begins another at the window',
  'filings.drafts_of_clerks(uuid,text,text)':
    'of those who began one of them at a window; the name is told to colleagues of the very office alone',
  'filings.open_filing_at(text,text,text[],uuid,uuid)':
    'the second applicant is told what holds the site, and cannot see it',
  'filings.assistance_was_ended(uuid)':
    'who assisted sees the draft no more; whether the applicant ended that is told to them alone, yes or no',
  'filings.duplicates(uuid,uuid,text,text,text,text,text[])':
    'what lies outside the own districts is counted; nothing else comes out of it',
  'institutions.imported_of_nobody(text,text)':
    'what of an imported site that nobody has filed for the public reads, to begin its first filing with',
  'institutions.is_held_by_another(text,text,uuid)':
    'whether a code is in another account, which an applicant is told no more of',
  'institutions.is_dwelling_of_another(text,text,text[],uuid)':
    'whether a dwelling of another account is registered at a site, which nobody is told: one bit, by which a draft says nothing',
  'institutions.others_in_house(text,text,text,text[])':
    'homes of others in a house, by what the public reads of them',
  'institutions.is_in_house(uuid,text,text,text[])':
    'whether a home of which an applicant has said something is in the house of their draft: one bit',
  'institutions.is_site_taken(text,text,text,text[],uuid)':
    'the institution of another operator is out of sight; it answers yes or no, as the public directory does',
  'inspections.absent_inspectors(uuid,date)':
    'an entry that was moved away is out of the sight of those whom it left; only who was drawn from comes out',
  'access.remember_giver()': 'a trigger: nobody writes by hand who was shown a password',
  'access.note_acting_change()': 'a trigger: nobody writes by hand when an account ceased to inspect',
  'inspections.absences(uuid,date)': 'as absent_inspectors, with the reason of each; it is published',
  'inspections.note_return(uuid,timestamp with time zone)':
    'an absence ends in draws of places that the keeper does not cover',
  'inspections.note_directory_return()': 'a trigger: nobody writes by hand when an absence ended',
  'inspections.note_account_return()': 'the same',
  'inspections.note_return_meanwhile()': 'the same',
  'inspections.took_part(uuid,uuid)':
    'a draw of several counties is out of the sight of the officer of one; it answers yes or no',
  'inspections.name_party()':
    'a trigger: whose institution is inspected is asked where the inspector is of another place than the institution',
  'inspections.exchange_members()':
    'a trigger: the index over the teams follows a stand-in, and nobody else removes from it',
  'inspections.directory_counts(uuid,text,text[],text[],timestamp with time zone)':
    'an entry that was moved away takes its record out of sight; only numbers come out, and they are published',
  'inspections.was_listed(uuid)':
    'who comes back is nobody new, though the old entry is of another district; it answers yes or no',
  'inspections.is_beacon_known(text[])':
    'a lottery value known in one county is known in all; it answers yes or no',
  'inspections.refuse_late_inputs()':
    'a trigger: a draw of which the writer covers one county only is invisible',
  'inspections.refuse_unless_draw_is()': 'the same',
  'filings.note_hand()': 'a trigger: nobody writes by hand who has had a part in a filing',
  'institutions.matching(text,text[],text[])':
    'no operator on arrays is leakproof; the ids are joined under row-level security',
  'filings.matching(text,text[])': 'the same',
  'institutions.related(uuid)':
    'of institutions outside the jurisdiction only the number is told; the ids are joined under row-level security',
  'institutions.stood_before(uuid)':
    'what stood at the address may have been of another township; only its id comes out',
  'inspections.plans_matching(text,text[])': 'the same',
};

describe('the rights of the database roles', () => {
  let database: TestDatabase;
  let app: Client;
  let visitor: Client;
  beforeAll(async () => {
    database = await createTestDatabase();
    [app, visitor] = [ROLE_NAMES.app, ROLE_NAMES.public].map(
      (role) => new Client({ connectionString: database.url, options: `-c role=${role}` }),
    ) as [Client, Client];
    await app.connect();
    await visitor.connect();
  });
  afterAll(async () => {
    await app.end();
    await visitor.end();
    await database.drop();
  });

  const relations = async (kinds: string): Promise<{ name: string; schema: string }[]> =>
    database.query(
      `select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in (${kinds}) and ${OURS} order by 1`,
    );
  const appendOnly = (): Promise<{ name: string; columns: string }[]> =>
    database.query(
      `select distinct format('%I.%I', n.nspname, c.relname) as name,
              (select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum = 1) as columns
         from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where t.tgfoid = 'platform.refuse_change'::regproc order by 1`,
    );
  const codeOf = async (client: Client, sql: string): Promise<string> => {
    try {
      await client.query(sql);
      return 'done';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const DENIED = '42501';
  const REFUSED = '23001';

  it('keep the history, the ledgers and the log append-only', async () => {
    const tables = (await relations(`'r', 'p'`)).map(({ name }) => name);
    const must = tables.filter((name) =>
      /^audit\.(?!pending)|transition|ledger|history|_event$|stored_file/.test(name),
    );
    const protectedTables = (await appendOnly()).map(({ name }) => name);
    expect(must.filter((name) => !protectedTables.includes(name))).toEqual([]);
    expect(protectedTables.length).toBeGreaterThan(5);
  });

  it('let the system neither change nor remove a row of them, and not even the owner by accident', async () => {
    const faults: string[] = [];
    for (const { name, columns } of await appendOnly()) {
      const update = `update ${name} set ${columns} = ${columns}`;
      for (const [what, sql] of Object.entries({
        update,
        delete: `delete from ${name}`,
        truncate: `truncate ${name} cascade`,
      })) {
        const [asApp, asOwner] = [await codeOf(app, sql), await codeOf(ownerOf(database), sql)];
        if (asApp !== DENIED) faults.push(`${what} of ${name} by the system: ${asApp}`);
        if (asOwner !== REFUSED) faults.push(`${what} of ${name} by the owner: ${asOwner}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('let the public see published views and nothing else', async () => {
    const faults: string[] = [];
    for (const { name, schema } of await relations(`'r', 'p'`)) {
      const open = schema === PUBLISHED_SCHEMA;
      const code = await codeOf(visitor, `select * from ${name} limit 1`);
      if (code !== (open ? 'done' : DENIED)) faults.push(`select from ${name}: ${code}`);
    }
    for (const { name, schema } of await relations(`'v', 'm'`)) {
      const open = name.endsWith('_public') || schema === PUBLISHED_SCHEMA;
      const code = await codeOf(visitor, `select * from ${name} limit 1`);
      if (code !== (open ? 'done' : DENIED)) faults.push(`select from ${name}: ${code}`);
    }
    expect(faults).toEqual([]);
  });

  it('let the public write nothing anywhere', async () => {
    const granted = await database.query(
      `select c.oid::regclass::text as name, g.privilege_type as right
         from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
        where g.grantee in ('${ROLE_NAMES.public}'::regrole, 0) and g.privilege_type <> 'SELECT'
          and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
    );
    expect(granted).toEqual([]);
    for (const sql of ['create table public.x ()', 'create table platform.x ()', 'create temp table x ()'])
      expect([sql, await codeOf(visitor, sql)]).toEqual([sql, sql.includes('temp') ? 'done' : DENIED]);
  });

  it('keep resident ids, phones, hashes and seals out of every published view', async () => {
    const columns = await database.query<{ name: string }>(
      `select c.oid::regclass || '.' || a.attname as name
         from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relkind in ('v', 'm') and c.relname like '%\\_public' and a.attnum > 0
          and a.attname ~ '(resident|phone|password|_index$|sealed|secret|nonce|representative_id|actor|operator_id)'
        order by 1`,
    );
    // What the institution itself publishes, and what a draw reveals once it is open.
    const allowed = ['institutions.institution_public.service_phone', 'inspections.draw_opened_public.nonce'];
    expect(columns.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('let nobody but the owner make or change a table, a policy or a trigger', async () => {
    for (const client of [app, visitor]) {
      expect(await codeOf(client, 'alter table audit.entry disable trigger all')).toBe(DENIED);
      expect(await codeOf(client, 'drop policy institution_rights on institutions.institution')).toBe(DENIED);
      expect(await codeOf(client, 'alter table institutions.institution disable row level security')).toBe(
        DENIED,
      );
      expect(await codeOf(client, 'create table platform.x ()')).toBe(DENIED);
      expect(await codeOf(client, 'create table public.x ()')).toBe(DENIED);
    }
  });

  it('split every table that names a district by jurisdiction', async () => {
    const open = await database.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'district'
        where c.relkind in ('r', 'p') and not c.relrowsecurity and ${OURS} and n.nspname <> '${PUBLISHED_SCHEMA}'
        order by 1`,
    );
    expect(open.map(({ name }) => name)).toEqual(Object.keys(WITHOUT_ROW_SECURITY).sort());
  });

  it('show nothing behind row-level security to the system when nobody is bound', async () => {
    const tables = await database.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${OURS}`,
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const { rows } = await app.query(`select 1 from ${name} limit 1`);
      expect([name, rows]).toEqual([name, []]);
    }
  });

  it('give more rights than its caller’s to no function but those listed, which fix what they look at', async () => {
    const definers = await database.query<{ name: string; config: string[] | null; open: boolean }>(
      `select p.oid::regprocedure::text as name, p.proconfig as config,
              has_function_privilege('${ROLE_NAMES.public}', p.oid, 'execute') as open
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${OURS} order by 1`,
    );
    expect(definers.map(({ name }) => name)).toEqual(Object.keys(DEFINERS).sort());
    for (const { name, config, open } of definers)
      expect({ name, config, open }).toEqual({ name, config: ['search_path=pg_catalog'], open: false });
  });
});

/** The test database's own connection is the owner's; it answers like a client. */
function ownerOf(database: TestDatabase): Client {
  return { query: (sql: string) => database.query(sql) } as unknown as Client;
}
