import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, type FilingBuilder } from './filing.builder';
import { APPLICANT, WindowScene } from './window-scene.builder';

const STATEMENT = 'ASSISTANCE_STATEMENT';

describe('a filing entered at the window', () => {
  let scene: WindowScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let applicant: TestPerson;
  let official: TestPerson;
  let colleague: TestPerson;
  let elsewhere: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    scene = await WindowScene.start();
    ({ app, filings, applicant, official, colleague, elsewhere, health } = scene);
  });
  afterAll(() => app.stop());

  it('belongs to the applicant, who sees it, goes on alone and reads who entered it', async () => {
    const draft = await scene.drafted();
    expect(draft).toMatchObject({
      editable: true,
      availableActions: ['submit'],
      assistance: { applicantName: APPLICANT, officialName: '示例·甲窗口', acting: true, mayEnd: false },
    });
    await scene.edit(official, draft, { capacity: 77 }).expect(200);
    const { body } = await scene.get(applicant, draft.id).expect(200);
    expect(body).toMatchObject({
      institution: { capacity: 77 },
      assistance: { officialName: '示例·甲窗口', byViewer: false, acting: false, mayEnd: true },
    });
    await scene.edit(applicant, body, { capacity: 78 }).expect(200);
    const ready = await filings.upload(applicant, body);
    await filings.act(applicant, ready.id, 'submit');
  });

  it('needs the signed statement of the applicant, and tells who handed it in', async () => {
    const draft = await scene.drafted();
    expect(draft.materials.find(({ code }) => code === STATEMENT)).toMatchObject({ required: true });
    const others = draft.materials.filter(({ required, code }) => required && code !== STATEMENT);
    await filings.upload(
      official,
      draft,
      others.map(({ code }) => code),
    );
    const lacking = await app.as(official).post(`/api/v1/filings/${draft.id}/submit`).expect(422);
    expect(lacking.body).toMatchObject({
      code: 'MATERIALS_INCOMPLETE',
      errors: [{ pointer: `/materials/${STATEMENT}` }],
    });
    await filings.upload(official, draft, [STATEMENT]);
    await filings.act(official, draft.id, 'submit');
    const { body } = await app.as(applicant).get(`/api/v1/filings/${draft.id}/history`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ action: 'submit', actorName: '示例·甲窗口', onBehalf: true }),
    ]);
    const entries = await app.database.query<{ action: string; actor_id: string }>(
      `select action, actor_id from audit.entry where subject_id = $1 order by id`,
      [draft.id],
    );
    expect(entries[0]).toEqual({ action: 'filing.drafted-at-window', actor_id: official.id });
    const own = await filings.draft(applicant);
    expect(own.materials.map(({ code }) => code)).not.toContain(STATEMENT);
  });

  it('is decided by another official, and neither decided nor taken over by who entered it', async () => {
    const { id, availableActions } = await scene.submitted();
    expect(availableActions).toEqual(['withdraw']);
    const reasons = [{ pointer: '/institution/address', message: '请核对' }];
    for (const [act, body] of [
      ['accept', {}],
      ['return', { reasons }],
      ['refuse', { reason: '示例·不符合规定' }],
      ['assignment/take', {}],
      ['assignment/assign', { personId: colleague.id }],
      ['assignment/release', { note: '示例·换人办理' }],
    ] as const) {
      const answer = await app.as(official).post(`/api/v1/filings/${id}/${act}`).send(body).expect(409);
      expect(answer.body.code).toBe('ENTERED_BY_YOURSELF');
    }
    const conducted = await app.as(official).get(`/api/v1/filings/${id}/assignment`).expect(200);
    expect(conducted.body.availableActions).toEqual([]);
    await app.person('ADVISER', { departments: ['fire'] });
    const asked = { department: 'fire', question: '示例·疏散楼梯是否够宽', materials: [] };
    const consult = (person: TestPerson, act: string, body: object) =>
      app.as(person).post(`/api/v1/filings/${id}/opinions${act}`).send(body);
    expect((await consult(official, '', asked).expect(409)).body.code).toBe('ENTERED_BY_YOURSELF');
    const { body: opinions } = await consult(colleague, '', asked).expect(201);
    for (const act of [`/${opinions.items[0].id}/withdraw`, '/waive']) {
      const answer = await consult(official, act, { reason: '示例·不必再等' }).expect(409);
      expect(answer.body.code).toBe('ENTERED_BY_YOURSELF');
    }
    const seen = await app.as(official).get(`/api/v1/filings/${id}/opinions`).expect(200);
    expect(seen.body).toMatchObject({ departments: [], items: [{ status: 'ASKED', question: null }] });
    await consult(colleague, '/waive', { reason: '示例·不必再等' }).expect(200);
    const assigned = await app
      .as(colleague)
      .post(`/api/v1/filings/${id}/assignment/assign`)
      .send({ personId: official.id })
      .expect(422);
    expect(assigned.body.code).toBe('ASSIGNEE_CANNOT_DECIDE');
    await app.as(official).post(`/api/v1/filings/${id}/assistance/end`).expect(403);
    await app.as(applicant).post(`/api/v1/filings/${id}/assistance/end`).expect(200);
    await app.as(official).post(`/api/v1/filings/${id}/accept`).expect(409);
    await expect(
      app.database.query(
        `insert into filings.transition (filing_id, seq, action, from_status, to_status, actor_id, at, legal_basis)
         values ($1, 9, 'accept', 'SUBMITTED', 'ACCEPTED', $2, now(), '示例')`,
        [id, official.id],
      ),
    ).rejects.toThrow('does not decide it');
    await expect(
      app.database.query('update filings.filing set entered_by = null where id = $1', [id]),
    ).rejects.toThrow('does not change');
    await filings.act(colleague, id, 'accept');
  });

  it('is out of reach of everybody else: another official, another district, another department, another applicant', async () => {
    const draft = await scene.drafted();
    for (const person of [colleague, elsewhere, health, await app.person('OPERATOR')]) {
      await scene.get(person, draft.id).expect(404);
      await scene.edit(person, draft, { capacity: 1 }).expect(404);
      await app.as(person).post(`/api/v1/filings/${draft.id}/submit`).expect(404);
      await app.as(person).post(`/api/v1/filings/${draft.id}/abandon`).expect(404);
    }
    await app.as(colleague).post(`/api/v1/filings/${draft.id}/assistance/end`).expect(403);
  });

  it('is entered for the own district and department only, and cannot wander out of them', async () => {
    const refused = async (person: TestPerson, status: number, code: string, more: object = {}) => {
      const answer = await scene.begin(person, more);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    };
    await refused(elsewhere, 403, 'WRONG_DISTRICT');
    await refused(health, 403, 'WRONG_DEPARTMENT');
    await refused(applicant, 403, 'FORBIDDEN');
    const draft = await scene.drafted();
    const moved = await scene.edit(official, draft, { district: '610113' }).expect(403);
    expect(moved.body.code).toBe('WRONG_DISTRICT');
  });

  it('is for an account that gives its user name and name, and for no official', async () => {
    const username = applicant.username;
    for (const nobody of [null, [], [[]], 'x', {}])
      expect((await scene.begin(official, { applicant: nobody })).status).toBe(422);
    for (const who of [
      { username, name: '示例·别人' },
      { username: 'nobody-at-all', name: APPLICANT },
      { username: colleague.username, name: '示例·乙受理' },
    ]) {
      const answer = await scene.begin(official, { applicant: who });
      expect([answer.status, answer.body.code]).toEqual([422, 'APPLICANT_UNKNOWN']);
    }
    expect((await scene.begin(official, { applicant: undefined })).status).toBe(422);
  });

  it('is put right at the window while it is returned, and not while it lies with the authority', async () => {
    const handedIn = await scene.submitted();
    await scene.edit(official, handedIn, { capacity: 5 }).expect(403);
    const reasons = [{ pointer: '/institution/capacity', message: '请核对床位数' }];
    await filings.act(colleague, handedIn.id, 'return', { reasons });
    const returned = (await scene.get(official, handedIn.id).expect(200)).body;
    expect(returned).toMatchObject({ editable: true, assistance: { acting: true } });
    const edited = await scene.edit(official, returned, { capacity: 66 }).expect(200);
    expect(edited.body.institution.capacity).toBe(66);
    expect((await scene.get(colleague, handedIn.id).expect(200)).body.institution.capacity).toBe(120);
    await filings.act(official, handedIn.id, 'submit');
    const again = await scene.submitted();
    await filings.act(colleague, again.id, 'return', { reasons });
    await app.as(applicant).post(`/api/v1/filings/${again.id}/assistance/end`).expect(200);
    const { version } = (await scene.get(official, again.id).expect(200)).body;
    const ended = await scene.edit(official, { ...again, version }, { capacity: 5 }).expect(403);
    expect(ended.body.code).toBe('ASSISTANCE_ENDED');
  });

  it('is for an applicant without an account as well, who must change the password that is shown once', async () => {
    const open = (person: TestPerson, body: object) =>
      app.as(person).post('/api/v1/filings/assisted/accounts').send(body);
    const { uscc } = ELDERLY_APPLICATION;
    const about = { kind: 'ELDERLY_CARE', uscc, district: '610116' };
    const account = { username: 'chuangkou-1', name: '示例·戊老人', district: '610116', about };
    const { body } = await open(official, account).expect(201);
    expect(body).toEqual({
      username: 'chuangkou-1',
      name: '示例·戊老人',
      initialPassword: expect.any(String),
    });
    const [kept] = await app.database.query<{ by: string }>(
      `select password_given_by as by from access.person where username = 'chuangkou-1'`,
    );
    expect(kept).toEqual({ by: official.id });
    const signIn = await app.http
      .post('/api/v1/auth/login')
      .send({ username: 'chuangkou-1', password: body.initialPassword })
      .expect(200);
    expect(JSON.stringify(signIn.body)).toContain('"mustChangePassword":true');
    expect((await open(official, account).expect(409)).body.code).toBe('USERNAME_TAKEN');
    const there = { ...account, username: 'chuangkou-2', about: { ...about, district: '610113' } };
    expect((await open(elsewhere, there).expect(403)).body.code).toBe('BEYOND_OWN_DISTRICTS');
    const { body: early } = await open(official, { ...account, about: undefined }).expect(422);
    expect(early.errors[0].pointer).toBe('/about');
    expect((await open(health, account).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    await open(applicant, account).expect(403);
    const [entry] = await app.database.query<{ actor_id: string; roles: string[] }>(
      `select e.actor_id, p.roles from audit.entry e join access.person p on p.id::text = e.subject_id::text
        where e.action = 'access.person-created' and p.username = 'chuangkou-1'`,
    );
    expect(entry).toEqual({ actor_id: official.id, roles: ['OPERATOR'] });
    const draft = await scene.begin(official, {
      applicant: { username: 'chuangkou-1', name: '示例·戊老人' },
    });
    expect(draft.status).toBe(201);
  });
});
