import { PDF } from '../../filings/test/filing.builder';
import { CaseScene, HANDED, NOTICE, PENALTY } from './case-scene.builder';

/** @law 行政复议法第二十条、个人信息保护法第六条 */
describe('the party of a penalty case, once another account files for the institution', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(5);
  });
  afterAll(() => scene.app.stop());

  const handOver = (institutionId: string) =>
    scene.app.database.query('update institutions.institution set operator_id = $2 where id = $1', [
      institutionId,
      scene.stranger.id,
    ]);
  const upload = (by: CaseScene['operator'], id: string) =>
    scene.app
      .as(by)
      .post(`/api/v1/penalty-cases/${id}/statement-files`)
      .attach('file', PDF, { filename: '整改照片.pdf', contentType: 'application/pdf' });
  const listed = async (by: CaseScene['operator']): Promise<string[]> => {
    const { body } = await scene.app.as(by).get('/api/v1/penalty-cases').expect(200);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id);
  };
  const waitsFor = async (by: CaseScene['operator'], id: string): Promise<boolean> => {
    const { body } = await scene.app.as(by).get('/api/v1/work-items?limit=100').expect(200);
    return JSON.stringify(body).includes(id);
  };
  const told = async (by: CaseScene['operator'], id: string): Promise<number> => {
    await scene.app.idle();
    const rows = await scene.app.database.query(
      'select from workbench.notification where person_id = $1 and subject_id = $2',
      [by.id, id],
    );
    return rows.length;
  };

  it('answers it and reads what is decided, which the new one does not', async () => {
    const { app, officer, operator, stranger, post } = scene;
    const party = scene.ordinary();
    const id = await scene.opened('YL_46_3', party);
    await post(officer, `/${id}/notice`, NOTICE).expect(200);
    await handOver(party.institution.id);

    expect([await waitsFor(operator, id), await waitsFor(stranger, id)]).toEqual([true, false]);
    await upload(stranger, id).expect(404);
    await post(stranger, `/${id}/statement`, { text: '示例·与我无关' }).expect(404);
    const { body: file } = await upload(operator, id).expect(201);
    const fileId = (file as { id: string }).id;
    await post(operator, `/${id}/statement`, { text: '示例·已改正', fileIds: [fileId] }).expect(200);
    await post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '予以采纳。' }).expect(200);

    const files = [`/statement-files/${fileId}`, '/notice.pdf', '/decision.pdf', ''];
    for (const path of files) {
      await app.as(operator).get(`/api/v1/penalty-cases/${id}${path}`).expect(200);
      await app.as(stranger).get(`/api/v1/penalty-cases/${id}${path}`).expect(404);
    }
    expect([await listed(operator), await listed(stranger)]).toEqual([[id], []]);
    expect([await told(operator, id), await told(stranger, id)]).toEqual([2, 0]);
  });

  it('is whoever files for it when it was in nobody’s account before', async () => {
    const { app, officer, stranger, post } = scene;
    const party = scene.ordinary();
    await app.database.query('update institutions.institution set operator_id = null where id = $1', [
      party.institution.id,
    ]);
    const id = await scene.prepared(party);
    await post(officer, `/${id}/service`, HANDED).expect(200);
    await handOver(party.institution.id);
    await post(stranger, `/${id}/statement`, { text: '示例·已改正' }).expect(200);
    expect(await listed(stranger)).toEqual([id]);
  });

  it('is not served nor judged by who gave its account the password, and could answer in its name', async () => {
    const { app, officer, operator, post } = scene;
    const giver = await app.person('CASE_OFFICER');
    const party = scene.ordinary();
    const id = await scene.opened('YL_46_3', party);
    const give = (person: string | null) =>
      app.database.query('update access.person set password_given_by = $2 where id = $1', [
        operator.id,
        person,
      ]);
    await give(giver.id);
    try {
      const other = scene.ordinary();
      const refusals = [
        await post(giver, '', scene.caseOn(other)),
        await post(giver, `/${id}/notice`, NOTICE),
        await post(giver, `/${id}/notice-paper`, NOTICE),
        await post(giver, `/${id}/statement`, { text: '示例·口头陈述', recordedForParty: true }),
        await post(giver, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳。' }),
      ];
      expect(refusals.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
        Array.from({ length: 5 }, () => [403, 'CASE_NEEDS_ANOTHER']),
      );
      await post(officer, `/${id}/notice-paper`, NOTICE).expect(200);
      const served = await post(giver, `/${id}/service`, HANDED).expect(403);
      expect(served.body).toMatchObject({ code: 'CASE_NEEDS_ANOTHER' });
      await post(officer, `/${id}/service`, HANDED).expect(200);
    } finally {
      await give(null);
    }
  });
});
