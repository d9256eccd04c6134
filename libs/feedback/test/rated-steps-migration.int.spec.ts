import { RATED_ACTS } from '@zhaoguan/contracts';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RatedSteps1764960000010 } from '../../../migrations/1764960000010-rated-steps';
import { MIGRATIONS } from '../../../migrations';

const FILING = '01900000-0000-7000-8000-000000000001';
const OFFICIAL = '01900000-0000-7000-8000-000000000002';

describe('the migration of the rated steps', () => {
  let database: TestDatabase;
  let runner: QueryRunner;
  let later: readonly MigrationInterface[];
  beforeEach(async () => {
    database = await createTestDatabase();
    runner = { query: (sql: string) => database.query(sql) } as unknown as QueryRunner;
    const history = MIGRATIONS.map((migration) => new migration());
    const ours = history.findIndex((each) => each instanceof RatedSteps1764960000010);
    later = history.slice(ours + 1);
    for (const migration of history.slice(ours).reverse()) await migration.down(runner);
  });
  afterEach(() => database.drop());

  const rate = (step: number, action: string, official: string | null) =>
    database.query(
      `insert into feedback.rating (id, filing_id, step, action, applicant_id, official_id, kind, district, office, level, reasons, rated_at)
       values (gen_random_uuid(), $1, $2, $3, gen_random_uuid(), $4, 'ELDERLY_CARE', '610116', '610116/ELDERLY_CARE', 'SATISFIED',
               '{}', now())`,
      [FILING, step, action, official],
    );
  const up = () => new RatedSteps1764960000010().up(runner);

  it('keeps what was rated before, as steps of the filing itself', async () => {
    await rate(1, 'submit', null);
    await rate(2, 'accept', OFFICIAL);
    await up();
    const rows = await database.query(
      'select process, record_id, step, action, official_ids from feedback.rating order by step',
    );
    const OF_THE_FILING = { process: 'filing', record_id: FILING };
    expect(rows).toEqual([
      { ...OF_THE_FILING, step: 1, action: 'submit', official_ids: [] },
      { ...OF_THE_FILING, step: 2, action: 'accept', official_ids: [OFFICIAL] },
    ]);
    await new RatedSteps1764960000010().down(runner);
    expect(await database.query('select step, official_id from feedback.rating order by step')).toEqual([
      { step: 1, official_id: null },
      { step: 2, official_id: OFFICIAL },
    ]);
  });

  it('lets the database take every act that can be rated, and no other', async () => {
    await up();
    for (const migration of later) await migration.up(runner);
    const [row] = await database.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'rating_action_check'`,
    );
    const taken = [...(row?.definition ?? '').matchAll(/'(\w+)'/g)].map(([, act]) => act);
    expect(taken.toSorted()).toEqual([...RATED_ACTS].sort());
  });
});
