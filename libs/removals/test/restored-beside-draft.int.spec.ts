import type { FilingAnswer } from '../../filings/test/filing.builder';
import { RemovalScene } from './removal-scene.builder';

describe('a first filing that was begun anew after a revocation', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  const read = async ({ id }: FilingAnswer) =>
    (await scene.app.as(scene.operator).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer;

  it('says that the filing was restored, with an address or without, and nothing of that to others', async () => {
    const { app, filings, operator, registrar, chief, post } = scene;
    const address = '陕西省西安市长安区韦曲街道示例恢复路1号';
    const home = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      address,
      name: '示例·回来院',
    });
    const { id } = await scene.decided('FALSE_MATERIALS', home.institutionId);
    const there = await filings.draft(operator, 'ELDERLY_CARE', { address });
    const empty = await filings.draft(operator, 'ELDERLY_CARE', { address: undefined });
    const elsewhere = await filings.draft(operator);
    for (const draft of [there, empty, elsewhere]) expect(draft.takeover).toBeNull();

    app.clock.advance(86_400_000);
    await post(chief, `/${id}/annul`, { document: '示例复决字〔2026〕1号', reason: '事实不清' }).expect(200);
    const restored = {
      id: home.institutionId,
      name: '示例·回来院',
      filingNumber: home.filingNumber,
      regime: 'FILING',
      restoredOn: '2026-11-21',
    };
    expect((await read(there)).takeover).toMatchObject({ taken: true, own: restored });
    expect((await read(empty)).takeover).toMatchObject({ taken: false, own: restored });
    expect((await read(elsewhere)).takeover).toBeNull();

    app.clock.advance(1000);
    // Whoever begins afterwards knows that it stands: the draft says no more than whose it is.
    const after = await filings.draft(operator, 'ELDERLY_CARE', { address });
    expect(after.takeover).toMatchObject({ taken: true, own: { ...restored, restoredOn: null } });
    expect((await filings.draft(operator, 'ELDERLY_CARE', { address: undefined })).takeover).toBeNull();
    const stranger = await app.person('OPERATOR');
    const beside = await filings.draft(stranger, 'ELDERLY_CARE', { address });
    expect(beside.takeover).toMatchObject({ account: true, taken: true, own: null });
    await filings.act(operator, there.id, 'abandon');
  });
});
