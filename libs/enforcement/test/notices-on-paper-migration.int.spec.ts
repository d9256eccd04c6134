import { createDataSource } from '@zhaoguan/platform';
import { NoticesOnPaper1764903500000 } from '../../../migrations/1764903500000-notices-on-paper';
import { CaseScene, HANDED, NOTICE } from './case-scene.builder';

describe('cases from before notices were made on paper', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(4);
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('have the day of their notice as that of its paper; back then, what was not served is a case without a notice', async () => {
    const { app, officer, post } = scene;
    const online = await scene.noticed();
    const served = await scene.prepared();
    app.clock.advance(24 * 3_600_000);
    await post(officer, `/${served}/service`, HANDED).expect(200);
    const waits = await scene.prepared();
    const dropped = await scene.prepared();
    await post(officer, `/${dropped}/decide`, { outcome: 'NO_PENALTY', text: '轻微。' }).expect(200);
    const stateOf = async (id: string) => {
      const { body } = await app.as(officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
      return [body.status, body.notice?.paperOn ?? null, body.notice?.noticedOn ?? null];
    };

    const owner = await createDataSource({ url: app.database.url, role: 'owner', poolSize: 1 }).initialize();
    const runner = owner.createQueryRunner();
    try {
      const migration = new NoticesOnPaper1764903500000();
      await migration.down(runner);
      await migration.up(runner);
    } finally {
      await runner.release();
      await owner.destroy();
    }
    expect(await stateOf(online)).toEqual(['NOTICED', '2026-11-20', '2026-11-20']);
    expect(await stateOf(served)).toEqual(['NOTICED', '2026-11-21', '2026-11-21']);
    expect(await stateOf(waits)).toEqual(['OPENED', null, null]);
    expect(await stateOf(dropped)).toEqual(['NOT_PENALISED', null, null]);
    await post(officer, `/${waits}/notice-paper`, NOTICE).expect(200);
  });
});
