import type { TestPerson } from '@zhaoguan/testing';
import { WindowScene } from './window-scene.builder';

describe('the verification on the spot of a filing that was entered at the window', () => {
  let scene: WindowScene;
  let inspector: TestPerson;
  beforeAll(async () => {
    scene = await WindowScene.start({ worker: true });
    inspector = await scene.app.person('INSPECTOR', { departments: ['civil-affairs'] });
  });
  afterAll(() => scene.app.stop());

  const read = async (person: TestPerson, path: string) =>
    (await scene.app.as(person).get(`/api/v1/filings/${path}`).expect(200)).body;
  const record = (person: TestPerson, id: string, body: object) =>
    scene.app.as(person).post(`/api/v1/filings/${id}/verification/record`).set('if-match', '"0"').send(body);

  const waitingFor = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await scene.app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  };

  it('is neither recorded nor joined by who entered it, and is no business of theirs to be offered', async () => {
    const { official, colleague } = scene;
    const { id } = await scene.submitted();
    await scene.filings.act(colleague, id, 'accept');
    const [open] = (await read(colleague, `${id}/verifications`)).items;
    const facts = (open.facts as { pointer: string }[]).map(({ pointer }) => ({ pointer, matches: true }));
    const visit = { visitedOn: '2026-11-20', officerIds: [colleague.id, inspector.id], facts };

    const [offered] = (await read(official, `${id}/verifications`)).items;
    expect(offered).toMatchObject({ status: 'OPEN', availableActions: [], facts: [] });
    const refused = await record(official, id, visit).expect(409);
    expect(refused.body.code).toBe('ENTERED_BY_YOURSELF');
    const list = `/api/v1/filings/${id}/verification/officers`;
    expect((await scene.app.as(official).get(list).expect(409)).body.code).toBe('ENTERED_BY_YOURSELF');

    expect(await waitingFor(colleague, id)).toEqual(['FILING_TO_VERIFY']);
    expect(await waitingFor(official, id)).toEqual([]);

    const { items } = await read(colleague, `${id}/verification/officers`);
    const able = (items as { id: string }[]).map((one) => one.id);
    expect(able).toEqual(expect.arrayContaining([colleague.id, inspector.id]));
    expect(able).not.toContain(official.id);
    const joined = await record(colleague, id, { ...visit, officerIds: [colleague.id, official.id] });
    expect([joined.status, joined.body.errors]).toMatchObject([
      422,
      [{ pointer: '/officerIds/1', code: 'UNKNOWN_OFFICER' }],
    ]);

    const done = await record(colleague, id, visit).expect(200);
    expect(done.body).toMatchObject({ status: 'VERIFIED', steps: [{ action: 'confirm' }] });
  });

  it('is told to those who may verify it anew, once what was found is put right, and not to who entered it', async () => {
    const { app, official, colleague, applicant } = scene;
    const { id } = await scene.submitted();
    await scene.filings.act(colleague, id, 'accept');
    const [open] = (await read(colleague, `${id}/verifications`)).items;
    const facts = (open.facts as { pointer: string }[]).map(({ pointer }) =>
      pointer === '/institution/capacity'
        ? { pointer, matches: false, found: '96 张' }
        : { pointer, matches: true },
    );
    const visit = { visitedOn: '2026-11-20', officerIds: [colleague.id, inspector.id], facts };
    await record(colleague, id, visit).expect(200);
    await app
      .as(applicant)
      .post(`/api/v1/filings/${id}/verification/correct`)
      .set('if-match', '"1"')
      .send({ statement: '示例·已恢复床位' })
      .expect(200);
    await app.idle();
    const told = async (person: TestPerson): Promise<string[]> => {
      const { body } = await app.as(person).get('/api/v1/notifications?limit=100').expect(200);
      return (body.items as { type: string; subject: { id: string } }[])
        .filter(({ type, subject }) => type === 'FILING_TO_RECHECK' && subject.id === id)
        .map(({ type }) => type);
    };
    expect(await told(colleague)).toEqual(['FILING_TO_RECHECK']);
    expect(await told(official)).toEqual([]);
  });
});
