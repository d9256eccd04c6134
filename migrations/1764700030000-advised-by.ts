import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who gave the opinion of another department on a filing (协同意见) does not decide it, and who takes part in it gives none. In a small
 * county one account holds both roles; only the two in one filing are kept apart.
 * @law 公务员法第七十六条（回避）
 */
export class AdvisedBy1764700030000 implements MigrationInterface {
  name = 'AdvisedBy1764700030000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table filings.filing add column advised_by uuid[] not null default '{}';
      comment on column filings.filing.advised_by is 'Officials who gave the opinion of another department on it, and so do not decide it';
      update filings.filing f set advised_by = o.people
        from (select filing_id, array_agg(distinct ended_by) as people from filings.opinion where status = 'ANSWERED' group by filing_id) o
       where o.filing_id = f.id;

      -- What they had taken goes back into the queue.
      insert into platform.outbox (job, payload, not_before, created_at)
        select distinct on (h.person_id) 'filings.release-cases', jsonb_build_object('personId', h.person_id), now(), now()
          from filings.case_holder h join filings.filing f on f.id = h.filing_id
         where f.status in ('SUBMITTED', 'RETURNED') and h.person_id = any (f.advised_by);
    `);
    await db.query(
      decisionsRefusedTo(
        'new.actor_id in (f.applicant_id, f.entered_by, f.account_given_by) or new.actor_id = any (f.advised_by)',
      ),
    );
    await keepFrom(db, ({ now }) => now);
  }

  async down(db: QueryRunner): Promise<void> {
    await keepFrom(db, ({ before }) => before);
    await db.query(decisionsRefusedTo('new.actor_id in (f.applicant_id, f.entered_by, f.account_given_by)'));
    await db.query('alter table filings.filing drop column advised_by');
  }
}

const decisionsRefusedTo = (whom: string): string => `
  create or replace function filings.refuse_own_decision() returns trigger language plpgsql set search_path = pg_catalog as $$
    begin
      if exists (select from filings.filing f where f.id = new.filing_id and (${whom})) then
        raise exception 'who applied for, entered or gave an opinion on a filing does not decide it' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;`;

const NOBODY = `'{}'::uuid[]`;
const apartOf = (filing: string, ...more: readonly string[]): string =>
  `array_remove(array[${[...more, ...['applicant_id', 'entered_by', 'account_given_by'].map((by) => `${filing}.${by}`)].join(', ')}], null::uuid)`;
const undecidedBy = (filing: string) => ({
  before: NOBODY,
  now: `${apartOf(filing)} || ${filing}.advised_by`,
});

/** For whom what lies with an office does not wait, by what it is. */
const NOT_FOR: Readonly<Record<string, { readonly before: string; readonly now: string }>> = {
  FILING_TO_DECIDE: undecidedBy('filing'),
  LICENCE_TO_ADMIT: undecidedBy('f'),
  FILING_OPINION_OVERDUE: undecidedBy('f'),
  EXTENSION_TO_DECIDE: {
    before: 'array_remove(array[e.asked_by, f.applicant_id, f.entered_by], null::uuid)',
    now: `${apartOf('f', 'e.asked_by')} || f.advised_by`,
  },
  FILING_OPINION_TO_ANSWER: {
    before: NOBODY,
    // Two arrays rather than a union: the branches of the view are told apart by that word.
    now: `${apartOf('f', 'o.asked_by')}
            || array(select t.actor_id from filings.transition t where t.filing_id = f.id)
            || array(select h.person_id from filings.case_holder h where h.filing_id = f.id)`,
  },
};

/** Says anew, in each branch of the view that is the office's, for whom it does not wait. */
async function keepFrom(
  db: QueryRunner,
  wanted: (of: { readonly before: string; readonly now: string }) => string,
): Promise<void> {
  const [{ body }]: [{ body: string }] = await db.query(
    `select rtrim(pg_get_viewdef('filings.work_item'), ';') as body`,
  );
  const branches = body.split('UNION ALL').map((branch) => {
    const [, type = ''] = /SELECT '(\w+)'::text/.exec(branch) ?? [];
    const found = NOT_FOR[type];
    if (found === undefined || !branch.includes('NULL::uuid AS assignee')) return branch;
    return branch.replace(
      /(NULL::uuid AS assignee,)[\s\S]*? AS not_actors/,
      (_all, assignee: string) => `${assignee} ${wanted(found)} AS not_actors`,
    );
  });
  await db.query(
    `create or replace view filings.work_item with (security_invoker = true) as ${branches.join('UNION ALL')}`,
  );
}
