import { execFileSync } from 'node:child_process';
import { CaseScene, NOTICE } from './case-scene.builder';

const HANDED = { service: 'DELIVERED', serviceNote: '由机构负责人当面签收' };

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
      await app.database.query(`update access.person set ${shut} where id = $1`, [operator.id]);
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
    const bare = await give(id, { service: 'DELIVERED' }).expect(422);
    expect(bare.body).toMatchObject({ errors: [{ pointer: '/serviceNote' }] });
    const ahead = await give(id, { ...HANDED, servedOn: '2026-11-21' }).expect(422);
    expect(ahead.body).toMatchObject({ errors: [{ pointer: '/servedOn' }] });
    await give(id, { ...HANDED, service: 'ANNOUNCED' }).expect(422);
    await give(id, HANDED).expect(200);
    expect((await seenBy(id)).notice).toMatchObject({ ...HANDED, servedOn: '2026-11-20' });
  });

  it('is not handed over before the day of its paper; the decision says the day', async () => {
    const { app, operator, officer } = scene;
    const id = await scene.opened();
    app.clock.advance(3 * 24 * 3_600_000);
    const early = await give(id, { ...HANDED, servedOn: '2026-11-20' }).expect(422);
    expect(early.body.errors[0].message).toContain('不能早于告知书的日期');
    const beforeCase = await give(id, { ...HANDED, servedOn: '2026-11-19' }).expect(422);
    expect(beforeCase.body.errors[0].message).toContain('不能早于立案');
    await give(id, { ...HANDED, servedOn: '2026-11-23' }).expect(200);
    const { notice } = await seenBy(id, operator);
    expect(notice).toMatchObject({
      noticedOn: '2026-11-23',
      servedOn: '2026-11-23',
      statementUntil: '2026-11-30',
      serviceNote: null,
    });
    await scene.post(operator, `/${id}/statement`, { text: '没有意见' }).expect(200);
    const decision = { outcome: 'PENALTY', text: '决定处罚', statementReview: '不予采纳' };
    await scene.post(officer, `/${id}/decide`, decision).expect(200);
    const { body } = await app
      .as(officer)
      .get(`/api/v1/penalty-cases/${id}/decision.pdf`)
      .buffer(true)
      .expect(200);
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer }).toString();
    expect(words.replace(/\s/g, '')).toContain('于2026年11月23日告知你单位');
  });
});
