import type { Client } from 'pg';

/**
 * A filing for each institution of the registry, and what waits of it: one in twenty is to be verified, in fifty to be
 * decided (half of those wait for another department), has a paper that ran out, or owes a material; one in a hundred was
 * found without a filing.
 */
export async function fillOpenWork(owner: Client): Promise<void> {
  // What is generated refers to what exists, and nobody searches by name here: with both the filling takes four times as long.
  await owner.query('set session_replication_role = replica; drop index filings.filing_search_terms');
  for (const statement of [FILINGS, OPINIONS, VERIFICATIONS, EXPIRIES, COMMITMENTS, SITES])
    await owner.query(statement);
  await owner.query('set session_replication_role = default');
  await owner.query('vacuum analyze');
}

const NUMBERED = `(select i.*, row_number() over (order by id) as n from institutions.institution i)`;
const DUE = `(current_date - 5 + (n % 30)::integer)`;
const NOBODY = `'00000000-0000-7000-8000-000000000000'::uuid`;

const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id, round,
                              due_on, submitted_at, filing_number, filed_on, institution_id, created_at, updated_at, version)
  select uuidv7(), 'INITIAL', kind, case when open then 'SUBMITTED' else 'ACCEPTED' end, name, uscc, address, district, '{}', '',
         ${NOBODY}, 1, case when open then ${DUE} end, now() - interval '3 days',
         case when not open then district || '-YL-2026-' || n end, case when not open then current_date end,
         case when not open then id end, now() - interval '9 days', now(), 1
    from (select *, n % 50 = 0 as open from ${NUMBERED} i) i`;

const OPINIONS = `
  insert into filings.opinion (id, filing_id, round, kind, district, department, question, materials, status, due_on, asked_by, asked_at)
  select uuidv7(), id, 1, kind, district, 'fire', '示例', '{}', 'ASKED', ${DUE}, ${NOBODY}, now() - interval '2 days'
    from (select *, row_number() over (order by id) as n from filings.filing where status = 'SUBMITTED') f where n % 2 = 0`;

const VERIFICATIONS = `
  insert into filings.verification (id, filing_id, institution_id, applicant_id, kind, district, status, due_on, opened_at, since,
                                    filing_name)
  select uuidv7(), id, institution_id, ${NOBODY}, kind, district, 'OPEN', ${DUE}, now(), now() - interval '1 day', name
    from (select *, row_number() over (order by id) as n from filings.filing where status = 'ACCEPTED') f where n % 20 = 0`;

const EXPIRIES = `
  insert into staff.expiry (id, institution_id, kind, district, thing, what, ends_on, status, stage, opened_at, version)
  select uuidv7(), id, kind, district, 'LEASE', 'LEASE', current_date - 1, 'EXPIRED', 3, now() - interval '9 days', 1
    from ${NUMBERED} i where n % 50 = 1`;

const COMMITMENTS = `
  insert into filings.commitment (id, filing_id, code, name, text, days, basis_law, status, given_by, given_at, due_on,
                                  applicant_id, kind, district, filing_name)
  select uuidv7(), id, 'FIRE', '示例·消防材料', '示例', 30, '示例', 'OPEN', ${NOBODY}, now() - interval '90 days', ${DUE}, ${NOBODY},
         kind, district, name
    from (select *, row_number() over (order by id) as n from filings.filing where status = 'ACCEPTED') f where n % 50 = 2`;

const SITES = `
  insert into unfiled.site (id, kind, district, name, address, source, found_on, clue, status, due_on, recorded_by, recorded_at,
                            version)
  select uuidv7(), kind, district, name, address, 'PATROL', current_date - 3, '示例', 'FOUND', ${DUE}, ${NOBODY},
         now() - interval '3 days', 1
    from ${NUMBERED} i where n % 100 = 3`;
