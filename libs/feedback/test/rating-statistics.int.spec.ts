import { TestApp, type TestPerson } from '@zhaoguan/testing';

interface Statistics {
  readonly items: readonly { readonly office: string; readonly total: number | null }[];
  readonly periods: readonly object[];
}

const OFFICE = '610116/ELDERLY_CARE';

describe('statistics of ratings', () => {
  let app: TestApp;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    registrar = await app.person('REGISTRAR');
    reviewer = await app.person('REVIEWER');
    await given('2026-02-10', 12, 'SATISFIED');
    await given('2026-05-10', 9, 'SATISFIED');
    await given('2026-05-11', 1, 'VERY_DISSATISFIED');
    await given('2026-08-10', 9, 'VERY_DISSATISFIED');
    await given('2026-11-10', 20, 'SATISFIED');
  });
  afterAll(() => app.stop());

  const given = (on: string, count: number, level: string) =>
    app.database.query(
      `insert into feedback.rating (id, filing_id, process, record_id, step, action, applicant_id, official_ids,
              kind, district, office, level, reasons, rated_at)
       select gen_random_uuid(), gen_random_uuid(), 'filing', gen_random_uuid(), 1, 'submit', gen_random_uuid(), '{}', 'ELDERLY_CARE', '610116', $4, $3, '{}',
              $1::date + interval '2 hours' from generate_series(1, $2::integer)`,
      [on, count, level, OFFICE],
    );
  const counted = async (query: object, by = registrar): Promise<Statistics> =>
    (await app.as(by).get('/api/v1/service-rating-statistics').query(query).expect(200)).body as Statistics;

  it('are the same for ranges of days that differ by one, so their difference tells nobody’s rating', async () => {
    const shorter = await counted({ from: '2026-05-01', to: '2026-05-10' });
    const longer = await counted({ from: '2026-05-01', to: '2026-05-11' });
    expect(longer).toEqual(shorter);
    expect(longer.items[0]).toMatchObject({ office: OFFICE, total: 10 });
  });

  it('leave a quarter with too few out of every sum, so no total tells it', async () => {
    const year = await counted({});
    expect(year.items[0]).toMatchObject({ total: 22 });
    expect(year.periods).toEqual([
      { period: '2026-Q1', satisfied: 12, dissatisfied: 0 },
      { period: '2026-Q2', satisfied: 9, dissatisfied: 1 },
    ]);
    const few = await counted({ from: '2026-07-01', to: '2026-09-30' });
    expect(few.items).toMatchObject([{ office: OFFICE, total: null, levels: null, followUps: null }]);
    expect(few.periods).toEqual([]);
  });

  it('are by any days for who reads each rating anyway', async () => {
    const days = await counted({ from: '2026-08-01', to: '2026-11-20' }, reviewer);
    expect(days.items[0]).toMatchObject({ total: 29 });
    expect(days.periods).toEqual([
      { period: '2026-08', satisfied: 0, dissatisfied: 9 },
      { period: '2026-11', satisfied: 20, dissatisfied: 0 },
    ]);
  });
});
