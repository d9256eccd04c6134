import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { PDF, type FilingBuilder } from './filing.builder';
import { WindowScene } from './window-scene.builder';

const STATEMENT = 'ASSISTANCE_STATEMENT';

describe('the end of the assistance at the window', () => {
  let scene: WindowScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let applicant: TestPerson;
  let official: TestPerson;
  let colleague: TestPerson;
  let elsewhere: TestPerson;
  beforeAll(async () => {
    scene = await WindowScene.start();
    ({ app, filings, applicant, official, colleague, elsewhere } = scene);
  });
  afterAll(() => app.stop());

  it('is out of the hands of the official from the moment at which the applicant ends the assistance', async () => {
    const draft = await filings.upload(official, await scene.drafted(), [STATEMENT]);
    await app.as(official).post(`/api/v1/filings/${draft.id}/assistance/end`).expect(403);
    const { body } = await app.as(applicant).post(`/api/v1/filings/${draft.id}/assistance/end`).expect(200);
    expect(body.assistance).toMatchObject({ mayEnd: false, endedAt: expect.any(String), left: false });
    const told = { code: 'ASSISTANCE_ENDED', title: '窗口代办已经结束' };
    for (const request of [
      scene.get(official, draft.id),
      scene.edit(official, body, { capacity: 1 }),
      app.as(official).post(`/api/v1/filings/${draft.id}/submit`),
      app
        .as(official)
        .put(`/api/v1/filings/${draft.id}/materials/${STATEMENT}`)
        .attach('file', PDF, { filename: 'x.pdf', contentType: 'application/pdf' }),
    ]) {
      const answer = await request.expect(403);
      expect(answer.body).toMatchObject(told);
      expect(JSON.stringify(answer.body)).not.toContain('示例窗口路');
    }
    // Nobody else learns that there is such a filing, and who still assists is told as ever.
    for (const person of [colleague, elsewhere, await app.person('OPERATOR')])
      await scene.get(person, draft.id).expect(404);
    await scene.get(official, (await scene.drafted()).id).expect(200);
    await app.as(applicant).post(`/api/v1/filings/${draft.id}/assistance/end`).expect(409);
    expect(body.materials.find(({ code }: { code: string }) => code === STATEMENT)).toMatchObject({
      required: false,
      uploaded: true,
    });
    await filings.act(applicant, (await filings.upload(applicant, body)).id, 'submit');
  });

  it('is deleted by the applicant alone; the official leaves it to them', async () => {
    const draft = await filings.upload(official, await scene.drafted(), [STATEMENT]);
    const abandon = (person: TestPerson) => app.as(person).post(`/api/v1/filings/${draft.id}/abandon`);
    const leave = (person: TestPerson) => app.as(person).post(`/api/v1/filings/${draft.id}/assistance/leave`);
    expect((await abandon(official).expect(403)).body.code).toBe('DRAFT_OF_APPLICANT');
    await leave(applicant).expect(403);
    await leave(colleague).expect(404);
    await leave(official).expect(204);
    const gone = await scene.get(official, draft.id).expect(403);
    expect(gone.body).toMatchObject({ code: 'ASSISTANCE_ENDED' });
    const { body } = await scene.get(applicant, draft.id).expect(200);
    expect(body).toMatchObject({
      status: 'DRAFT',
      version: draft.version + 1,
      availableActions: ['submit', 'abandon'],
      assistance: { officialName: '示例·甲窗口', mayEnd: false, endedAt: expect.any(String), left: true },
    });
    const by = `select actor_id from audit.entry where subject_id = $1 and action = 'filing.assistance-ended'`;
    expect(await app.database.query(by, [draft.id])).toEqual([{ actor_id: official.id }]);
    await abandon(applicant).expect(200);
  });

  it('hands nothing in for an account that nobody can read any more', async () => {
    const draft = await filings.upload(official, await scene.drafted());
    await app.database.query('update access.person set disabled_at = now() where id = $1', [applicant.id]);
    const submit = () => app.as(official).post(`/api/v1/filings/${draft.id}/submit`);
    expect((await submit().expect(409)).body.code).toBe('APPLICANT_DISABLED');
    await app.database.query('update access.person set disabled_at = null where id = $1', [applicant.id]);
    await submit().expect(200);
    const { body } = await app.as(official).get('/api/v1/filings').query({ entered: 'me' }).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(draft.id);
    const others = await app.as(colleague).get('/api/v1/filings').query({ entered: 'me' }).expect(200);
    expect(others.body.items).toEqual([]);
  });

  it('is left by the official when it was returned, who still does not decide it', async () => {
    const { id } = await scene.submitted();
    const leave = () => app.as(official).post(`/api/v1/filings/${id}/assistance/leave`);
    expect((await leave().expect(409)).body.code).toBe('ASSISTANCE_NOT_OPEN');
    const reasons = [{ pointer: '/institution/capacity', message: '请核对床位数' }];
    await filings.act(colleague, id, 'return', { reasons });
    await leave().expect(204);
    expect((await leave().expect(409)).body.code).toBe('ASSISTANCE_NOT_OPEN');
    await filings.act(applicant, id, 'submit');
    await app.as(official).post(`/api/v1/filings/${id}/accept`).expect(409);
  });
});
