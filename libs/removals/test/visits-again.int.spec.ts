import { RemovalScene } from './removal-scene.builder';

const FELL = { document: '示例复决字〔2026〕2号', reason: '事实不清' };

describe('the verification on the spot of what was revoked', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  const visits = async (filingId: string) => {
    const { body } = await scene.app
      .as(scene.registrar)
      .get(`/api/v1/filings/${filingId}/verifications`)
      .expect(200);
    return (body as { items: { status: string; origin: string }[] }).items.map(({ status }) => status);
  };

  it('ends with the revocation, and is owed anew once that is annulled, as often as that happens', async () => {
    const { id, institutionId } = await scene.registered();
    expect(await visits(id)).toEqual(['OPEN']);
    for (const ended of [['CANCELLED'], ['CANCELLED', 'CANCELLED']]) {
      const removal = await scene.decided(undefined, institutionId);
      await scene.app.idle();
      expect(await visits(id)).toEqual(ended);
      await scene.post(scene.chief, `/${removal.id}/annul`, FELL).expect(200);
      await scene.app.idle();
      expect([...(await visits(id))].sort()).toEqual([...ended, 'OPEN'].sort());
    }
    const work = await scene.app.as(scene.registrar).get('/api/v1/work-items').expect(200);
    expect(JSON.stringify(work.body.items)).toContain('FILING_TO_VERIFY');
  });
});
