import { CaseScene, HANDED, NOTICE } from './case-scene.builder';

describe('a notice of a penalty', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(4);
  });
  afterAll(() => scene.app.stop());

  const give = (id: string, service: object = {}) =>
    scene.post(scene.officer, `/${id}/notice`, { ...NOTICE, ...service });
  const seenBy = async (id: string, person = scene.officer) =>
    (await scene.app.as(person).get(`/api/v1/penalty-cases/${id}`).expect(200)).body as {
      notice: object | null;
    };

  it('is served online where the party signs in, which is what is meant when nothing is said', async () => {
    const id = await scene.opened();
    await give(id).expect(200);
    expect((await seenBy(id)).notice).toMatchObject({
      service: 'ONLINE',
      serviceNote: null,
      servedOn: '2026-11-20',
    });
  });

  it('is not served online on an account with which nobody can sign in, and is handed over instead', async () => {
    const { app, operator } = scene;
    const id = await scene.opened();
    for (const shut of [
      'has_password = false',
      'must_change_password = true',
      'disabled_at = now()',
      `roles = '{REGISTRAR}'`,
    ]) {
      const [before] = await app.database.query<{ has_password: boolean; roles: string[] }>(
        'select has_password, roles from access.person where id = $1',
        [operator.id],
      );
      expect(await seenBy(id)).toMatchObject({ servesOnline: true });
      await app.database.query(`update access.person set ${shut} where id = $1`, [operator.id]);
      expect(await seenBy(id)).toMatchObject({ servesOnline: false });
      const { body } = await give(id).expect(422);
      expect(body).toMatchObject({ code: 'NO_OPERATOR', errors: [{ pointer: '/service' }] });
      expect((await seenBy(id)).notice).toBeNull();
      await app.database.query(
        'update access.person set has_password = $2, roles = $3, disabled_at = null, must_change_password = false where id = $1',
        [operator.id, before?.has_password, before?.roles],
      );
    }
    const party = scene.ordinary();
    await app.database.query('update institutions.institution set operator_id = null where id = $1', [
      party.institution.id,
    ]);
    const ofNobody = await scene.opened('YL_46_3', party);
    expect((await give(ofNobody).expect(422)).body).toMatchObject({ code: 'NO_OPERATOR' });
    const refused = await give(id, { service: 'DELIVERED' }).expect(422);
    expect(refused.body).toMatchObject({ code: 'NOTICE_PAPER_FIRST', errors: [{ pointer: '/service' }] });
    await give(id, { service: 'ANNOUNCED' }).expect(422);
    expect((await seenBy(id)).notice).toBeNull();
    const paper = await scene.prepared(scene.ordinary());
    await scene.post(scene.officer, `/${paper}/service`, HANDED).expect(200);
    expect((await seenBy(paper)).notice).toMatchObject({ ...HANDED, servedOn: '2026-11-20' });
  });
});
