import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has had a hand in a filing: not only who decided a step, but who entered it at the window, held it, asked other departments or
 * answered for one, verified, looked at commitments, told the public, asked for a longer term. None of them sees how the applicant rated
 * it, nor handles the rating. Kept by triggers, so that no use case can forget it, and looked up by one index.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export class HandsInFilings1764700040000 implements MigrationInterface {
  name = 'HandsInFilings1764700040000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(HANDS);
    for (const [table, { of, by, when, only }] of Object.entries(SOURCES)) {
      const people = by.map((column) => `'${column}'`).join(', ');
      await db.query(`
        create trigger ${table}_is_a_hand after ${when} on filings.${table} for each row ${only ?? ''}
          execute function filings.note_hand('${of}', ${people});
      `);
    }
    await db.query(KNOWN);
    await db.query(seenBut(WITH_A_HAND));
    await db.query(
      itemsNotFor(`array(select h.person_id from filings.hand h where h.filing_id = f.filing_id)`),
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(itemsNotFor(`'{}'::uuid[]`));
    await db.query(seenBut(WHO_DID_A_STEP));
    for (const table of Object.keys(SOURCES))
      await db.query(`drop trigger ${table}_is_a_hand on filings.${table}`);
    await db.query(
      'drop view filings.hand_facts; drop function filings.note_hand(); drop table filings.hand;',
    );
  }
}

interface Source {
  /** Column that leads to the filing. */
  readonly of: 'id' | 'filing_id' | 'verification_id' | 'commitment_id';
  /** Columns that name people. */
  readonly by: readonly string[];
  readonly when: 'insert' | 'insert or update';
  readonly only?: string;
}

/** Notes of colleagues and who assigns a case are not among them: the head who organises the work is the one who handles ratings. */
const SOURCES: Readonly<Record<string, Source>> = {
  transition: { of: 'filing_id', by: ['actor_id'], when: 'insert' },
  filing: { of: 'id', by: ['entered_by'], when: 'insert', only: 'when (new.entered_by is not null)' },
  assignment: { of: 'filing_id', by: ['person_id'], when: 'insert' },
  opinion: { of: 'filing_id', by: ['asked_by', 'ended_by'], when: 'insert or update' },
  extension: { of: 'filing_id', by: ['asked_by', 'ended_by'], when: 'insert or update' },
  disclosure: { of: 'filing_id', by: ['actor_id'], when: 'insert' },
  verification_visit: { of: 'verification_id', by: ['officer_ids'], when: 'insert' },
  verification_transition: { of: 'verification_id', by: ['actor_id'], when: 'insert' },
  commitment_transition: { of: 'commitment_id', by: ['actor_id'], when: 'insert' },
};

const SYSTEM = `'00000000-0000-0000-0000-000000000000'::uuid`;

const HANDS = `
  create table filings.hand (
    filing_id uuid not null references filings.filing on delete cascade,
    person_id uuid not null,
    primary key (filing_id, person_id)
  );
  comment on table filings.hand is 'Who has had a hand in a filing, and so sees none of its ratings; kept by triggers';
  alter table filings.hand enable row level security;
  create policy hand_own on filings.hand for select to zhaoguan_app using (platform.is_actor(person_id) or platform.is_system());
  grant select on filings.hand to zhaoguan_app;
  create view filings.hand_facts with (security_invoker = true) as select filing_id, person_id from filings.hand;
  comment on view filings.hand_facts is 'Who has had a hand in a filing; to each their own, to the system all';
  grant select on filings.hand_facts to zhaoguan_app;

  create function filings.note_hand() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
    declare
      line jsonb := to_jsonb(new);
      of uuid := (line ->> tg_argv[0])::uuid;
    begin
      if tg_argv[0] = 'verification_id' then
        select v.filing_id into of from filings.verification v where v.id = of;
      elsif tg_argv[0] = 'commitment_id' then
        select c.filing_id into of from filings.commitment c where c.id = of;
      end if;
      insert into filings.hand (filing_id, person_id)
        select distinct of, p.id::uuid
          from unnest(tg_argv[1:]) as c (name)
         cross join lateral jsonb_array_elements_text(
                 case jsonb_typeof(line -> c.name)
                   when 'array' then line -> c.name
                   when 'string' then jsonb_build_array(line -> c.name)
                   else '[]'
                 end) as p (id)
         where of is not null and p.id::uuid <> ${SYSTEM}
        on conflict do nothing;
      return null;
    end $$;
  revoke execute on function filings.note_hand() from public;
`;

const KNOWN = `
  insert into filings.hand (filing_id, person_id)
    select filing_id, actor_id from filings.transition
    union select id, entered_by from filings.filing where entered_by is not null
    union select filing_id, person_id from filings.assignment where person_id is not null
    union select filing_id, asked_by from filings.opinion
    union select filing_id, ended_by from filings.opinion where ended_by is not null
    union select filing_id, asked_by from filings.extension
    union select filing_id, ended_by from filings.extension where ended_by is not null
    union select filing_id, actor_id from filings.disclosure
    union select v.filing_id, unnest(w.officer_ids) from filings.verification_visit w join filings.verification v on v.id = w.verification_id
    union select v.filing_id, t.actor_id from filings.verification_transition t join filings.verification v on v.id = t.verification_id
    union select c.filing_id, t.actor_id from filings.commitment_transition t join filings.commitment c on c.id = t.commitment_id;
  delete from filings.hand where person_id = ${SYSTEM};
`;

const WITH_A_HAND = (table: string): string =>
  `select from filings.hand h where h.filing_id = ${table}.filing_id and platform.is_actor(h.person_id)`;
const WHO_DID_A_STEP = (table: string): string =>
  `select from filings.transition t where t.filing_id = ${table}.filing_id and platform.is_actor(t.actor_id)`;

/** Ratings and follow-ups are seen by who gave them, and by officials of the place but for these. */
function seenBut(these: (table: string) => string): string {
  const seen = (table: string): string =>
    `platform.is_actor(applicant_id) or (platform.covers(coalesce(township, district)) and not exists (${these(table)}))`;
  return `
    alter policy rating_read on feedback.rating using (${seen('rating')});
    alter policy follow_up_rights on feedback.follow_up using (${seen('follow_up')}) with check (${seen('follow_up')});
  `;
}

/** The system, which reminds, reads past the row-level security that keeps it from them. */
const itemsNotFor = (notActors: string): string => `
  create or replace view feedback.work_item with (security_invoker = true) as
    select 'RATING_TO_FOLLOW_UP'::text as type, 'rating-follow-up'::text as subject_type, f.id as subject_id,
           '服务评价为差评，请回访核实'::text as title,
           case f.status when 'OPEN' then '尚未回访'::text else '已回访，尚未办结'::text end as detail,
           f.district, f.township, f.opened_at as since, 'infinity'::date as until, f.due_on,
           'rating.follow-up'::text as permission, platform.lead_department(f.kind) as department, null::uuid as assignee,
           ${notActors} as not_actors
      from feedback.follow_up f
     where f.status in ('OPEN', 'CONTACTED');
`;
