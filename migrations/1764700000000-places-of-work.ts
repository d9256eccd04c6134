import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits of opinions and of applications for a licence is found by the place of its authority: `coalesce(authority, district)` is served by
 * no index, so that a county read every open opinion of the country. What lies above the county is a part of its own, as with filings to decide;
 * of an application for a licence there is none: that is one of 托育 (filing_licence), an authority one of 养老 (filing_authority).
 */
export class PlacesOfWork1764700000000 implements MigrationInterface {
  name = 'PlacesOfWork1764700000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index filing_above on filings.filing (authority) where authority is not null;
      drop index filings.filing_to_admit;
      create index filing_to_admit on filings.filing (district, admit_by)
        where status = 'SUBMITTED' and admitted_on is null and admit_by is not null;
    `);
    await db.query(replaced(OVERDUE_OF_EITHER, `${OVERDUE(BELOW)} union all ${OVERDUE(ABOVE)}`));
    await db.query(replaced(ADMISSION_OF_EITHER, ADMISSION(PLACE)));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(replaced(ADMISSION_OF_EITHER, ADMISSION(EITHER)));
    await db.query(replaced(OVERDUE_OF_EITHER, OVERDUE(EITHER)));
    await db.query(removed(OVERDUE_OF_EITHER));
    await db.query(`
      drop index filings.filing_above, filings.filing_to_admit;
      create index filing_to_admit on filings.filing (admit_by) where status = 'SUBMITTED' and admitted_on is null;
    `);
  }
}

interface Place {
  readonly district: (row: string) => string;
  readonly township: (row: string) => string;
  readonly having: string;
}

const PLACE: Place = {
  district: (row) => `${row}.district`,
  township: (row) => `${row}.township`,
  having: '',
};
const BELOW: Place = { ...PLACE, having: ' and f.authority is null' };
const ABOVE: Place = {
  district: () => 'f.authority',
  township: () => 'null::text',
  having: ' and f.authority is not null',
};
const EITHER: Place = {
  district: (row) => `coalesce(f.authority, ${row}.district)`,
  township: (row) => `case when f.authority is null then ${row}.township end`,
  having: '',
};

const OVERDUE = ({ district, township, having }: Place): string => `
  select 'FILING_OPINION_OVERDUE', 'filing', o.filing_id, f.name, '征求的意见逾期没有答复', ${district('o')}, ${township('o')},
         (o.due_on + 1)::timestamp at time zone 'Asia/Shanghai', 'infinity'::date, 'infinity'::date, 'filing.consult',
         platform.lead_department(o.kind), null::uuid, '{}'::uuid[]
    from filings.opinion o join filings.filing f on f.id = o.filing_id
   where o.status = 'ASKED'${having}`;

/** The office's, until somebody conducts it. */
const ADMISSION = ({ district, township }: Omit<Place, 'having'>): string => `
  select 'LICENCE_TO_ADMIT', 'filing', f.id, f.name, '逾期没有告知的，自收到材料之日起即为受理', ${district('f')}, ${township('f')},
         f.submitted_at, f.admit_by, f.admit_by, 'filing.admit', platform.lead_department(f.kind), null::uuid, '{}'::uuid[]
    from filings.filing f
   where f.status = 'SUBMITTED' and f.admitted_on is null and f.admit_by is not null
     and not exists (select from filings.case_holder h where h.filing_id = f.id)`;

/** The first part of the view with this type, up to the next. */
const OVERDUE_OF_EITHER = `SELECT 'FILING_OPINION_OVERDUE'::text AS type,.*?(?= UNION ALL|$)`;
const ADMISSION_OF_EITHER = `SELECT 'LICENCE_TO_ADMIT'::text AS type,.*?(?= UNION ALL|$)`;

const viewWith = (part: string, change: string): string => `
  do $body$ declare shown text := regexp_replace(rtrim(pg_get_viewdef('filings.work_item'), ';'), '\\s+', ' ', 'g');
  begin
    if shown !~ $part$${part}$part$ then raise exception 'the view of what waits is another'; end if;
    execute 'create or replace view filings.work_item with (security_invoker = true) as ' || ${change};
  end $body$;
`;

const replaced = (part: string, by: string): string =>
  viewWith(part, `regexp_replace(shown, $part$${part}$part$, $by$${by}$by$)`);

/** Takes away the second part of the type, which stands behind the first. */
const removed = (part: string): string =>
  viewWith(part, `regexp_replace(shown, $part$ UNION ALL ${part}$part$, '', 1, 2)`);
