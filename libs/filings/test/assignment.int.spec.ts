import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const NOTE = { note: '材料已核对，等消防意见' };

describe('who conducts a filing', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let colleague: TestPerson;
  let health: TestPerson;
  let elsewhere: TestPerson;
  let administrator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
    colleague = await app.person('REGISTRAR', { name: '示例·乙受理' });
    health = await app.person('REGISTRAR', { departments: ['health'] });
    elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    administrator = await app.person('ADMINISTRATOR');
  });
  afterAll(() => app.stop());

  const get = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/assignment`).expect(200)).body;
  const step = (person: TestPerson, id: string, what: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/assignment/${what}`).send(body);
  const listed = async (person: TestPerson, assignee: string): Promise<string[]> => {
    const { body } = await app.as(person).get(`/api/v1/filings?assignee=${assignee}&limit=100`).expect(200);
    return (body.items as { id: string }[]).map(({ id }) => id);
  };

  it('is nobody at first, and whoever decides it from then on', async () => {
    const { id } = await filings.submitted(operator);
    expect(await get(registrar, id)).toMatchObject({ holder: null, availableActions: ['take', 'assign'] });
    await filings.act(registrar, id, 'accept');
    expect(await get(colleague, id)).toMatchObject({
      holder: { id: registrar.id, name: '示例·甲受理' },
      mine: false,
      availableActions: [],
      steps: [{ seq: 1, act: 'DECIDED', assigneeName: '示例·甲受理' }],
    });
  });

  it('leaves nothing behind when the decision is refused', async () => {
    const { id } = await filings.submitted(operator);
    await app.as(registrar).post(`/api/v1/filings/${id}/refuse`).send({ reason: ' ' }).expect(422);
    await app.as(registrar).post(`/api/v1/filings/${id}/return`).send({ reasons: [] }).expect(422);
    await app.as(registrar).post(`/api/v1/filings/${id}/accept`).set('if-match', '"99"').expect(412);
    expect(await get(registrar, id)).toMatchObject({ holder: null, steps: [] });
  });

  it('is taken from the queue, handed over with a note and put back, all on record', async () => {
    const { id } = await filings.submitted(operator);
    expect(await listed(registrar, 'none')).toContain(id);
    await step(registrar, id, 'take').expect(200);
    expect(await listed(registrar, 'me')).toContain(id);
    expect(await listed(registrar, 'none')).not.toContain(id);
    const missing = await step(registrar, id, 'assign', { personId: colleague.id }).expect(422);
    expect(missing.body).toMatchObject({ code: 'REASON_REQUIRED', errors: [{ pointer: '/note' }] });
    await step(registrar, id, 'assign', { personId: colleague.id, ...NOTE }).expect(200);
    expect(await listed(colleague, 'me')).toContain(id);
    expect(await listed(registrar, 'me')).not.toContain(id);
    const { body } = await step(colleague, id, 'release', { note: '出差' }).expect(200);
    expect(body.steps).toEqual([
      expect.objectContaining({ act: 'TAKEN', actorName: '示例·甲受理' }),
      expect.objectContaining({ act: 'HANDED_OVER', assigneeName: '示例·乙受理', ...NOTE }),
      expect.objectContaining({ act: 'RELEASED', assigneeName: null }),
    ]);
    const line = (await app.as(registrar).get('/api/v1/filings?assignee=none&limit=100').expect(200)).body
      .items;
    expect(line).toContainEqual(expect.objectContaining({ id, assigneeName: null }));
    await expect(app.database.query(`update filings.assignment set note = ''`)).rejects.toThrow(
      'append-only',
    );
  });

  it('is taken over by the colleague who decides it instead', async () => {
    const { id } = await filings.submitted(operator);
    await step(registrar, id, 'take').expect(200);
    const refused = await app.as(colleague).post(`/api/v1/filings/${id}/accept`).expect(409);
    expect(refused.body).toMatchObject({
      code: 'ASSIGNED_TO_ANOTHER',
      detail: '本件由示例·甲受理承办。确需由您办理的，请先接办；接办会留下记录。',
    });
    await step(colleague, id, 'take').expect(200);
    await filings.act(colleague, id, 'accept');
    const steps = (await get(registrar, id)).steps as { act: string }[];
    expect(steps.map(({ act }) => act)).toEqual(['TAKEN', 'TAKEN_OVER']);
  });

  it('is never the head of the office, who assigns cases and decides none', async () => {
    const { id } = await filings.submitted(operator);
    const head = await app.person('REVIEWER');
    expect(await get(head, id)).toMatchObject({ holder: null, availableActions: ['assign'] });
    await step(head, id, 'take').expect(403);
    const own = await step(head, id, 'assign', { personId: head.id }).expect(422);
    expect(own.body.code).toBe('ASSIGNEE_CANNOT_DECIDE');
    await step(head, id, 'assign', { personId: colleague.id }).expect(200);
    expect(await get(head, id)).toMatchObject({ availableActions: ['assign', 'release'] });
    expect(await listed(colleague, 'me')).toContain(id);
  });

  it('is one of two who take it at once', async () => {
    const { id } = await filings.submitted(operator);
    await Promise.all([step(registrar, id, 'take').expect(200), step(colleague, id, 'take').expect(200)]);
    const { holder, steps } = await get(registrar, id);
    expect(steps.map(({ act }: { act: string }) => act)).toEqual(['TAKEN', 'TAKEN_OVER']);
    expect(holder.name).toBe(steps[1].assigneeName);
  });

  it('is somebody who may decide it, and nobody else', async () => {
    const { id } = await filings.submitted(operator);
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/assignees`).expect(200);
    expect(body.items.map((one: { name: string }) => one.name)).toEqual(['示例·甲受理', '示例·乙受理']);
    for (const other of [health, elsewhere, operator, administrator]) {
      const answer = await step(registrar, id, 'assign', { personId: other.id }).expect(422);
      expect(answer.body).toMatchObject({
        code: 'ASSIGNEE_CANNOT_DECIDE',
        errors: [{ pointer: '/personId' }],
      });
    }
    await step(registrar, id, 'assign', { personId: 'x' }).expect(422);
  });

  it('is not for the applicant, another department or another district to know or to say', async () => {
    const { id } = await filings.submitted(operator);
    await step(registrar, id, 'take').expect(200);
    for (const [person, status] of [
      [operator, 403],
      [health, 403],
      [elsewhere, 404],
    ] as const) {
      await app.as(person).get(`/api/v1/filings/${id}/assignment`).expect(status);
      await app.as(person).get(`/api/v1/filings/${id}/assignees`).expect(status);
      await step(person, id, 'take').expect(status);
    }
    const own = (await app.as(operator).get('/api/v1/filings?limit=100').expect(200)).body.items;
    expect(own).toContainEqual(expect.objectContaining({ id, assigneeName: null }));
  });

  it('does not change of what is not handed in or is decided', async () => {
    const draft = await filings.draft(operator);
    await step(registrar, draft.id, 'take').expect(404);
    const { id } = await filings.accepted(operator, registrar);
    const answer = await step(colleague, id, 'take').expect(409);
    expect(answer.body.code).toBe('CASE_NOT_OPEN');
  });

  it('keeps it while the applicant corrects it, and has it again when it is handed in', async () => {
    const { id } = await filings.returned(operator, registrar);
    expect(await get(registrar, id)).toMatchObject({ mine: true, availableActions: ['assign', 'release'] });
    await filings.act(operator, id, 'submit');
    const waiting = (await app.as(colleague).get('/api/v1/work-items?limit=100').expect(200)).body.items;
    expect(waiting.map((one: { subject: { id: string } }) => one.subject.id)).not.toContain(id);
    const mine = (await app.as(registrar).get('/api/v1/work-items?limit=100').expect(200)).body.items;
    expect(mine).toContainEqual(
      expect.objectContaining({ type: 'FILING_TO_DECIDE', subject: { type: 'filing', id } }),
    );
  });

  it.each([
    ['is taken out of use', {}, 'disable'],
    ['goes to another department', { departments: ['health'] }, undefined],
    ['goes to another post', { roles: ['PLANNER'] }, undefined],
  ])('falls back to the queue when whoever conducts it %s', async (_what, rights, act) => {
    const leaving = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    await step(leaving, id, 'take').expect(200);
    const path = `/api/v1/people/${leaving.id}`;
    if (act === undefined) {
      const { headers } = await app.as(administrator).get(path).expect(200);
      await app
        .as(administrator)
        .patch(path)
        .set('if-match', headers['etag'] ?? '')
        .send(rights)
        .expect(200);
    } else await app.as(administrator).post(`${path}/${act}`).expect(200);
    await app.idle();
    expect(await get(registrar, id)).toMatchObject({
      holder: null,
      steps: [{ act: 'TAKEN' }, { act: 'LEFT', actorName: '系统' }],
    });
    await filings.act(colleague, id, 'accept');
  });
});
