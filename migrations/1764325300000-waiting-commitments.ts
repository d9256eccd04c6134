import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A commitment that binds says itself whose it is and where it lies: what waits of commitments was asked of the filings, and
 * for that all accepted filings of the country were read. A filing is not changed any more once it is accepted.
 */
export class WaitingCommitments1764325300000 implements MigrationInterface {
  name = 'WaitingCommitments1764325300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(BOUND);
    await db.query(keepCommitment(FROM_THE_FILING));
    await db.query(rights(OWN_RIGHTS));
    await db.query(`
      create index commitment_to_check on filings.commitment (district, filing_id) where status in ('OPEN', 'HANDED_IN');
      create index commitment_to_fulfil on filings.commitment (applicant_id) where status = 'OPEN';
      drop index filings.commitment_waits;
      ${waiting(TO_FULFIL, TO_CHECK)}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ${waiting(FORMER_TO_FULFIL, FORMER_TO_CHECK)}
      create index commitment_waits on filings.commitment (due_on, filing_id) where status in ('OPEN', 'HANDED_IN');
      drop index filings.commitment_to_fulfil;
      drop index filings.commitment_to_check;
    `);
    await db.query(rights(RIGHTS_OF_FILING));
    await db.query(keepCommitment({ settled: '', taken: '' }));
    await db.query(`
      alter table filings.commitment
        drop constraint commitment_bound,
        drop column filing_name,
        drop column township,
        drop column district,
        drop column kind,
        drop column applicant_id;
    `);
  }
}

/** Filled in by the database as the last day is, so that no way of writing can leave them out. */
const BOUND = `
  alter table filings.commitment
    add column applicant_id uuid,
    add column kind text,
    add column district text,
    add column township text,
    add column filing_name text;
  comment on column filings.commitment.applicant_id is 'Of the filing, as are the next four, from when it binds: for the indexes of what waits';
  update filings.commitment c
     set applicant_id = f.applicant_id, kind = f.kind, district = f.district, township = f.township, filing_name = f.name
    from filings.filing f where f.id = c.filing_id and c.due_on is not null;
  alter table filings.commitment add constraint commitment_bound check (
    num_nonnulls(applicant_id, kind, district, filing_name) = case when due_on is null then 0 else 4 end
    and (township is null or due_on is not null));
`;

const keepCommitment = ({ settled, taken }: { readonly settled: string; readonly taken: string }): string => `
  create or replace function filings.keep_commitment() returns trigger
    language plpgsql set search_path = pg_catalog as $$
  begin
    if (old.id, old.filing_id, old.code, old.name, old.text, old.days, old.basis_law, old.basis_article, old.given_by, old.given_at)
       is distinct from (new.id, new.filing_id, new.code, new.name, new.text, new.days, new.basis_law, new.basis_article,
                         new.given_by, new.given_at)
       or old.due_on is distinct from new.due_on and old.due_on is not null${settled}
    then
      raise exception 'what was promised does not change' using errcode = 'restrict_violation';
    end if;${taken}
    return new;
  end $$;
`;

const FROM_THE_FILING = {
  settled: `
       or old.due_on is not null and (old.applicant_id, old.kind, old.district, old.township, old.filing_name)
            is distinct from (new.applicant_id, new.kind, new.district, new.township, new.filing_name)`,
  taken: `
    if old.due_on is null and new.due_on is not null then
      select f.applicant_id, f.kind, f.district, f.township, f.name
        into new.applicant_id, new.kind, new.district, new.township, new.filing_name
        from filings.filing f where f.id = new.filing_id;
    end if;`,
};

const rights = (to: string): string =>
  `alter policy commitment_rights on filings.commitment using (${to}) with check (${to});`;

const RIGHTS_OF_FILING = 'exists (select from filings.filing f where f.id = filing_id)';
/** As the filing's are, which is no draft any more. */
const OWN_RIGHTS = `case when due_on is null then ${RIGHTS_OF_FILING}
                     else platform.is_actor(applicant_id) or platform.covers(coalesce(township, district)) end`;

/** The last two parts of the view of what waits. */
const waiting = (toFulfil: string, toCheck: string): string => `
  do $$ begin
    execute 'create or replace view filings.work_item with (security_invoker = true) as '
      || regexp_replace(pg_get_viewdef('filings.work_item'), 'SELECT ''COMMITMENT_TO.*$', '')
      || $more$${toFulfil} union all ${toCheck}$more$;
  end $$;
`;

interface Item {
  readonly type: string;
  readonly said: string;
  readonly due: string;
  readonly permission: string;
  readonly department: string;
  readonly assignee: string;
}

const FULFIL: Omit<Item, 'assignee'> = {
  type: 'COMMITMENT_TO_FULFIL',
  said: '请补交：',
  due: 'min(c.due_on)',
  permission: 'filing.file',
  department: 'null::text',
};
const CHECK: Omit<Item, 'department'> = {
  type: 'COMMITMENT_TO_CHECK',
  said: '告知承诺的材料：',
  due: `coalesce(min(c.due_on) filter (where c.status = 'OPEN'), 'infinity'::date)`,
  permission: 'filing.accept',
  assignee: 'null::uuid',
};
const OPEN = `c.status = 'OPEN'`;
/** Of what was not handed in the authority hears once the last day has passed. */
const DUE = `(c.status = 'HANDED_IN' or c.status = 'OPEN' and c.due_on < (now() at time zone 'Asia/Shanghai')::date)`;

/** One line for a filing, however many materials it lacks; the first last day counts. */
const itemOf = ({ type, said, due, permission, department, assignee }: Item, of: Filing): string => `
  select '${type}'::text as type, 'filing'::text as subject_type, ${of.id} as subject_id, ${of.name} as title,
         '${said}'::text || string_agg(c.name, '、' order by c.name) as detail, ${of.place}.district, ${of.place}.township,
         min(c.given_at) as since, 'infinity'::date as until, ${due} as due_on, '${permission}'::text as permission,
         ${department} as department, ${assignee} as assignee, '{}'::uuid[] as not_actors
    from ${of.from}`;

interface Filing {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly from: string;
}
const ITSELF: Filing = { id: 'c.filing_id', name: 'c.filing_name', place: 'c', from: 'filings.commitment c' };
const JOINED: Filing = {
  id: 'f.id',
  name: 'f.name',
  place: 'f',
  from: 'filings.commitment c join filings.filing f on f.id = c.filing_id',
};
const BY_ITSELF = 'group by c.filing_id, c.filing_name, c.district, c.township';

const TO_FULFIL = `${itemOf({ ...FULFIL, assignee: 'c.applicant_id' }, ITSELF)}
   where ${OPEN} ${BY_ITSELF}, c.applicant_id`;
const TO_CHECK = `${itemOf({ ...CHECK, department: 'platform.lead_department(c.kind)' }, ITSELF)}
   where ${DUE} ${BY_ITSELF}, c.kind`;
const FORMER_TO_FULFIL = `${itemOf({ ...FULFIL, assignee: 'f.applicant_id' }, JOINED)} where ${OPEN} group by f.id`;
const FORMER_TO_CHECK = `${itemOf({ ...CHECK, department: 'platform.lead_department(f.kind)' }, JOINED)} where ${DUE} group by f.id`;
