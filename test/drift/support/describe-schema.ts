import type { TestDatabase } from '@zhaoguan/testing';

type Query = TestDatabase['query'];

/** Schemas that are ours: not PostgreSQL's, not the queue's, not TypeORM's own table. */
const OURS = `n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'bullmq', 'public')`;
const ROLES = `('zhaoguan_app', 'zhaoguan_public')`;

/**
 * The whole database as text, read from the catalogues: what `pg_dump --schema-only` would tell, in an order that does
 * not depend on how the database came to be.
 */
export async function describeSchema(query: Query): Promise<string> {
  const lines = async (sql: string): Promise<string[]> =>
    (await query<{ line: string }>(sql)).map(({ line }) => line);
  const parts: [string, string[]][] = [
    ['Schemas', await lines(SCHEMAS)],
    ['Functions', await lines(FUNCTIONS)],
    ['Tables', await lines(TABLES)],
    ['Constraints', await lines(CONSTRAINTS)],
    ['Indexes', await lines(INDEXES)],
    ['Triggers', await lines(TRIGGERS)],
    ['Row-level security', await lines(POLICIES)],
    ['Views', await lines(VIEWS)],
    ['Grants', await lines(GRANTS)],
    ['Comments', await lines(COMMENTS)],
  ];
  return parts.map(([title, content]) => `-- ${title}\n\n${content.join('\n')}\n`).join('\n');
}

const SCHEMAS = `
  select format('create schema %I;', nspname) as line from pg_namespace n where ${OURS} order by 1`;

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' || E'\\n' as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${OURS} order by n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)`;

const TABLES = `
  select format(E'create table %I.%I (\\n%s\\n)%s;\\n', n.nspname, c.relname,
           (select string_agg(
                     format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                       case when a.attnotnull then ' not null' else '' end,
                       case when a.attidentity <> '' then ' generated always as identity' else '' end,
                       case when d.adbin is null then ''
                            when a.attgenerated <> '' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                            else ' default ' || pg_get_expr(d.adbin, d.adrelid) end),
                     E',\\n' order by a.attnum)
              from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
           case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and ${OURS} order by n.nspname, c.relname`;

const CONSTRAINTS = `
  select format('alter table %I.%I add constraint %I %s;', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)) as line
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
   where k.contype <> 'n' and ${OURS} order by n.nspname, c.relname, k.contype, k.conname`;

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
   order by n.nspname, c.relname, 1`;

const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || ';' as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
   where not t.tgisinternal and ${OURS} order by n.nspname, c.relname, t.tgname`;

const POLICIES = `
  select line from (
    select n.nspname, c.relname, '' as name,
           format('alter table %I.%I enable row level security;', n.nspname, c.relname) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity and ${OURS}
    union all
    select p.schemaname, p.tablename, p.policyname,
           format('create policy %I on %I.%I as %s for %s to %s%s%s;', p.policyname, p.schemaname, p.tablename,
             lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', '),
             coalesce(' using (' || p.qual || ')', ''), coalesce(' with check (' || p.with_check || ')', ''))
      from pg_policies p
  ) all_policies order by nspname, relname, name`;

const VIEWS = `
  select format(E'create %s %I.%I%s as\\n%s\\n', case c.relkind when 'm' then 'materialized view' else 'view' end,
           n.nspname, c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''),
           pg_get_viewdef(c.oid)) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('v', 'm') and ${OURS} order by n.nspname, c.relname`;

const GRANTS = `
  select line from (
    select n.nspname as schema, '' as object,
           format('grant %s on schema %I to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
             n.nspname, g.grantee::regrole) as line
      from pg_namespace n, aclexplode(n.nspacl) g
     where ${OURS} and g.grantee::regrole::text in ${ROLES} group by n.nspname, g.grantee
    union all
    select n.nspname, c.relname,
           format('grant %s on %I.%I to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
             n.nspname, c.relname, g.grantee::regrole)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
     where ${OURS} and g.grantee::regrole::text in ${ROLES} group by n.nspname, c.relname, g.grantee
    union all
    select n.nspname, c.relname || '.' || a.attname,
           format('grant %s (%I) on %I.%I to %s;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type),
             a.attname, n.nspname, c.relname, g.grantee::regrole)
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
           aclexplode(a.attacl) g
     where ${OURS} and g.grantee::regrole::text in ${ROLES} group by n.nspname, c.relname, a.attname, g.grantee
    union all
    select n.nspname, p.proname || '()',
           format('grant execute on function %s to %s;', p.oid::regprocedure, g.grantee::regrole)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) g
     where ${OURS} and g.grantee::regrole::text in ${ROLES}
  ) all_grants order by schema, object, line`;

const COMMENTS = `
  select line from (
    select n.nspname, c.relname, a.attnum,
           format('comment on %s %I.%I%s is %L;',
             case when a.attnum is not null then 'column' when c.relkind in ('v', 'm') then 'view' else 'table' end,
             n.nspname, c.relname, coalesce('.' || quote_ident(a.attname), ''), d.description) as line
      from pg_description d
      join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
     where ${OURS} and c.relkind in ('r', 'p', 'v', 'm')
  ) all_comments order by nspname, relname, attnum nulls first`;
