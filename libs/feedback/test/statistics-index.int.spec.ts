import { UnitOfWork } from '@zhaoguan/platform';
import { fillTable, manyInstitutions, rowsRead, TestApp, type TestPerson } from '@zhaoguan/testing';

const RATINGS = 20_000;

const FILINGS = `
  insert into filings.filing (id, type, kind, status, name, uscc, address, district, application, personal, applicant_id, round,
                              submitted_at, institution_id, filing_number, filed_on, created_at, updated_at, version)
  select uuidv7(), 'INITIAL', kind, 'ACCEPTED', name, uscc, address, district, '{}', 'sealed', $1, 1, registered_at, id,
         '示例-' || row_number() over (order by id), '2026-05-01', registered_at, registered_at, 1
    from institutions.institution`;

const STEPS = `
  insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
  select f.id, s.seq, s.action, s.was, s.now, case s.seq when 1 then $1::uuid else $2 end, f.created_at, '示例'
    from filings.filing f
   cross join (values (1, 'submit', 'DRAFT', 'SUBMITTED'), (2, 'accept', 'SUBMITTED', 'ACCEPTED')) s (seq, action, was, now)`;

const GIVEN = `
  insert into feedback.rating (id, filing_id, process, record_id, step, action, applicant_id, official_ids, kind, district, office, level,
                               reasons, rated_at)
  select uuidv7(), id, 'filing', id, 2, 'accept', applicant_id, '{}', kind, district,
         district || '/' || platform.lead_department(kind),
         (array['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'])[1 + n % 5], '{}',
         timestamptz '2025-12-15 20:00+00' + n % 330 * interval '1 day'
    from (select *, row_number() over (order by id)::integer as n from filings.filing) f`;

const FOLLOWED_UP = `
  insert into feedback.follow_up (id, rating_id, filing_id, applicant_id, kind, district, office, status, opened_at, due_on, ended_at, version)
  select uuidv7(), id, filing_id, applicant_id, kind, district, office, stage, rated_at, rated_at::date + 15,
         case when stage in ('RESOLVED', 'UNFOUNDED') then rated_at + n % 30 * interval '1 day' end, 1
    from (select *, (array['RESOLVED', 'UNFOUNDED', 'OPEN', 'CONTACTED'])[1 + n % 4] as stage
            from (select *, row_number() over (order by id)::integer as n from feedback.rating
                   where level in ('DISSATISFIED', 'VERY_DISSATISFIED')) bad) r`;

/** Month by month, each rating with its follow-up. */
const FORMER = `
  select to_char(rated_at at time zone 'Asia/Shanghai', 'YYYY-MM') as period,
         (count(*) filter (where level like '%DISSATISFIED'))::integer as dissatisfied,
         (count(*) filter (where level not like '%DISSATISFIED'))::integer as satisfied
    from feedback.rating_facts
   where kind = 'ELDERLY_CARE' and rated_at >= '2025-11-20+08' and rated_at < '2026-11-21+08'
     and follow_up_status is distinct from 'UNFOUNDED'
   group by 1 order by 1`;

describe(`the figures of ${RATINGS} ratings`, () => {
  let app: TestApp;
  const people: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    const operator = await app.person('OPERATOR');
    people['county'] = await app.person('REVIEWER');
    people['province'] = await app.person('REVIEWER', { districts: ['330000'] });
    people['nation'] = await app.person('REVIEWER', { districts: ['*'] });
    people['registrar'] = await app.person('REGISTRAR', { districts: ['*'] });
    await fillTable(app.database, 'institutions.institution', manyInstitutions(RATINGS));
    await fillTable(app.database, 'filings.filing', FILINGS, [operator.id]);
    await app.database.query(STEPS, [operator.id, people['registrar'].id]);
    await app.database.query(GIVEN);
    await app.database.query(FOLLOWED_UP);
    await app.database.query(
      'vacuum analyze filings.filing, filings.transition, feedback.rating, feedback.follow_up',
    );
  }, 120_000);
  afterAll(() => app.stop());

  /** The statement that counts by office, and the one that counts by month. */
  it.each([
    ['nation', 'by the office', 'feedback.rating_facts', 5],
    ['nation', 'by the month', 'over (partition by office', 5],
    ['county', 'by the office', 'feedback.rating_facts', 0.3],
    ['county', 'by the month', 'over (partition by office', 0.3],
  ])('are counted for the %s %s without looking at who acted in each', async (who, _, statement, times) => {
    const rows = await rowsRead(app, people[who]!, '/api/v1/service-rating-statistics', statement);
    expect(rows).toBeLessThan(times * RATINGS);
  });

  it.each(['county', 'province', 'nation'])(
    'are by month for the %s what they are one by one',
    async (who) => {
      const { body } = await app.as(people[who]!).get('/api/v1/service-rating-statistics').expect(200);
      const counted = await app.nest
        .get(UnitOfWork)
        .read(people[who]!.caller, (manager) => manager.query(FORMER));
      expect(counted).toHaveLength(12);
      expect((body as { periods: object[] }).periods).toEqual(counted);
    },
  );
});
