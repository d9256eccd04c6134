import { createDataSource } from '@zhaoguan/platform';
import { DecisionServices1764905100000 } from '../../../migrations/1764905100000-decision-services';
import { CaseScene, HANDED, PENALTY } from './case-scene.builder';

describe('decisions from before their service was recorded', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(4);
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('were handed over on their day, as the officer had to say, and wait for nobody', async () => {
    const { app, officer, post } = scene;
    const id = await scene.stated();
    await post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' }).expect(200);
    const owner = await createDataSource({ url: app.database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    const migration = new DecisionServices1764905100000();
    try {
      await migration.down(runner);
      const [before] = (await runner.query(
        `select served_on::text, payment_due_on::text, litigation_until::text from enforcement.penalty_case where id = '${id}'`,
      )) as object[];
      expect(before).toEqual({
        served_on: '2026-11-20',
        payment_due_on: '2026-12-07',
        litigation_until: '2027-05-20',
      });
      await migration.up(runner);
    } finally {
      await runner.release();
      await owner.destroy();
    }
    const { body } = await app.as(officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
    expect(body.decision).toMatchObject({
      serveBy: null,
      servedOn: '2026-11-20',
      penalty: { paymentDueOn: '2026-12-07' },
      services: [{ number: 1, service: 'DELIVERED', serviceNote: '作出决定当日宣告并当场交付' }],
    });
    const right = { ...HANDED, corrects: 1, reason: '实际由负责人签收' };
    await post(officer, `/${id}/decision-service`, right).expect(200);
  });

  it('are added to by the running system, which changes and takes back none', async () => {
    const rights = await scene.app.database.query<{ schema: string; rights: string }>(
      `select table_schema as schema, string_agg(privilege_type, ',' order by privilege_type) as rights
         from information_schema.role_table_grants
        where table_name = 'decision_service' and grantee in ('zhaoguan_app', 'zhaoguan_public') group by 1 order by 1`,
    );
    expect(rights).toEqual([
      { schema: 'enforcement', rights: 'INSERT,SELECT' },
      { schema: 'removals', rights: 'INSERT,SELECT' },
    ]);
  });
});
