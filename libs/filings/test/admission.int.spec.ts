import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { LICENCE_LAW, licenseFrom } from './regime.builder';

const DAY = 86_400_000;
const REMARK = { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] };
const ELSEWHERE = {
  ground: 'NOT_COMPETENT',
  reason: '该场所不在本区辖区内。',
  competent: '西安市雁塔区卫生健康局',
};

describe('taking in applications for a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'], name: '示例·李受理' });
    await licenseFrom(app, '2026-09-04');
  });
  afterAll(() => app.stop());

  const handIn = (): Promise<FilingAnswer> => filings.submitted(operator, 'CHILDCARE');
  const read = async (path: string, by: TestPerson) =>
    (await app.as(by).get(`/api/v1${path}`).expect(200)).body;
  const refused = async (id: string, act: string, body: object = {}, by = health): Promise<string> =>
    (await app.as(by).post(`/api/v1/filings/${id}/${act}`).send(body)).body.code;
  const told = async (id: string): Promise<string[]> =>
    (await read('/notifications', operator)).items
      .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === id)
      .map(({ type }: { type: string }) => type);
  const presume = (name: string) => app.nest.get(JobRunner).run('filings.admit-silent', name, {});

  it('gives out a paper, leaves the term as it runs, and ends returning and turning away', async () => {
    const { id, dueOn } = await handIn();
    expect(await read(`/filings/${id}`, health)).toMatchObject({
      admitBy: '2026-09-11',
      admission: null,
      availableActions: ['return', 'refuse', 'accept', 'admit', 'dismiss'],
    });
    const taken = await filings.act(health, id, 'admit');
    expect(taken).toMatchObject({
      status: 'SUBMITTED',
      dueOn,
      admission: { from: '2026-09-04', tacit: false },
      availableActions: ['refuse', 'accept'],
    });
    await app.idle();
    const [paper] = (await read(`/filings/${id}/papers`, operator)).items;
    expect(paper).toMatchObject({ kind: 'LICENCE_ADMISSION', title: '托育机构服务许可申请受理通知书' });
    expect(paper.number).toMatch(/^长卫许受〔2026〕\d+号$/);
    expect(await told(id)).toContain('LICENCE_ADMITTED');
    expect((await read(`/filings/${id}/history`, operator)).items.at(-1)).toMatchObject({
      action: 'admit',
      label: '受理',
      legalBasis: `${LICENCE_LAW}；《中华人民共和国行政许可法》第三十二条第一款第五项`,
    });
    for (const [act, body] of [
      ['return', REMARK],
      ['admit', {}],
      ['dismiss', ELSEWHERE],
    ] as const)
      expect(await refused(id, act, body)).toBe('ADMITTED_ALREADY');
    expect(await filings.act(health, id, 'accept')).toMatchObject({ status: 'ACCEPTED' });
  });

  it('comes after what is to be put right: returned before, and taken in when it is complete', async () => {
    const { id } = await handIn();
    expect(await filings.act(health, id, 'return', REMARK)).toMatchObject({ admitBy: null, admission: null });
    expect(await refused(id, 'admit')).toBe('INVALID_TRANSITION');
    expect(await refused(id, 'refuse', { reason: '示例·没有补正' })).toBe('NOT_ADMITTED_YET');
    expect(await read(`/filings/${id}`, health)).toMatchObject({ availableActions: [] });
    app.clock.advance(3 * DAY);
    await filings.act(operator, id, 'submit');
    expect(await filings.act(health, id, 'admit')).toMatchObject({
      admitBy: '2026-09-14',
      admission: { from: '2026-09-07', tacit: false },
    });
  });

  it('is refused with a decision of its own that says why, where to turn to and what can be done against it', async () => {
    const { id } = await handIn();
    const { competent: _competent, ...lost } = ELSEWHERE;
    const answer = await app.as(health).post(`/api/v1/filings/${id}/dismiss`).send(lost).expect(422);
    expect(answer.body.errors).toMatchObject([{ pointer: '/competent' }]);
    const unknown = await app
      .as(health)
      .post(`/api/v1/filings/${id}/dismiss`)
      .send({ ...lost, ground: 'X' });
    expect(unknown.body.errors).toMatchObject([{ pointer: '/ground' }]);
    expect(await filings.act(health, id, 'dismiss', ELSEWHERE)).toMatchObject({
      status: 'DISMISSED',
      statusLabel: '不予受理',
      dueOn: null,
      availableActions: [],
    });
    await app.idle();
    expect(await read(`/filings/${id}/papers`, operator)).toMatchObject({
      items: [
        { kind: 'LICENCE_DISMISSAL', title: '托育机构服务许可申请不予受理决定书' },
        { kind: 'LICENCE_INTAKE_SLIP' },
      ],
    });
    expect(await told(id)).toContain('LICENCE_DISMISSED');
    expect((await read(`/filings/${id}`, operator)).refusalReason).toContain(
      '请向西安市雁塔区卫生健康局申请',
    );
    expect(await refused(id, 'accept')).toBe('INVALID_TRANSITION');
    const receipt = await app.as(operator).get(`/api/v1/filings/${id}/receipt.pdf`).expect(404);
    expect(receipt.body.code).toBe('NO_RECEIPT');
    await filings.submitted(operator, 'CHILDCARE', {
      address: (await read(`/filings/${id}`, operator)).institution.address,
    });
  });

  it('is for who conducts the case, of its department and district', async () => {
    const { id } = await handIn();
    const civil = await app.person('REGISTRAR');
    expect(await refused(id, 'admit', {}, civil)).toBe('WRONG_DEPARTMENT');
    const elsewhere = await app.person('REGISTRAR', { departments: ['health'], districts: ['610112'] });
    expect(await refused(id, 'admit', {}, elsewhere)).toBe('NOT_FOUND');
    const head = await app.person('REVIEWER', { departments: ['health'] });
    expect(await refused(id, 'dismiss', ELSEWHERE, head)).toBe('FORBIDDEN');
    const colleague = await app.person('REGISTRAR', { departments: ['health'] });
    await app.as(colleague).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    expect(await refused(id, 'admit')).toBe('ASSIGNED_TO_ANOTHER');
  });

  it('is no matter of filings', async () => {
    const civil = await app.person('REGISTRAR');
    const { id } = await filings.submitted(operator);
    expect(await read(`/filings/${id}`, civil)).toMatchObject({
      admitBy: null,
      admission: null,
      availableActions: ['return', 'refuse', 'accept'],
    });
    expect(await refused(id, 'admit', {}, civil)).toBe('NOT_TO_BE_ADMITTED');
    expect(await refused(id, 'dismiss', ELSEWHERE, civil)).toBe('NOT_TO_BE_ADMITTED');
  });

  // Last, for the clock does not go back.
  it('counts as done from the day of the materials when nothing was said in time; a paper says so, once', async () => {
    const { id, dueOn } = await handIn();
    const old = await filings.submitted(operator);
    // Tuesday after Monday, 14 September: five working days from 7 September on.
    app.clock.advance(8 * DAY);
    expect(await read(`/filings/${id}`, operator)).toMatchObject({
      admission: { from: '2026-09-07', tacit: true },
    });
    expect(await refused(id, 'return', REMARK)).toBe('ADMITTED_ALREADY');
    await presume('one');
    await presume('two');
    expect(await read(`/filings/${id}`, health)).toMatchObject({
      status: 'SUBMITTED',
      dueOn,
      admission: { from: '2026-09-07', tacit: true },
    });
    const history = (await read(`/filings/${id}/history`, operator)).items;
    expect(history.map(({ label }: { label: string }) => label)).toEqual(['提交', '逾期未告知，视为受理']);
    expect(history.at(-1).actorName).toBe('系统');
    expect((await read(`/filings/${id}/papers`, operator)).items).toMatchObject([
      { kind: 'LICENCE_ADMISSION' },
      { kind: 'LICENCE_INTAKE_SLIP' },
    ]);
    const civil = await app.person('REGISTRAR');
    expect((await read(`/filings/${old.id}`, civil)).availableActions).toContain('return');
  });

  it('waits for who conducts the case until its last day, and reminds them before it; filings wait for none of it', async () => {
    const colleague = await app.person('REGISTRAR', { departments: ['health'] });
    const { id } = await handIn();
    const old = await filings.submitted(operator);
    const waiting = async (of: string, by: TestPerson): Promise<object[]> =>
      (await read('/work-items?type=LICENCE_TO_ADMIT&limit=100', by)).items
        .filter(({ subject }: { subject: { id: string } }) => subject.id === of)
        .map(({ dueOn }: { dueOn: string }) => ({ dueOn }));
    // Five working days from Wednesday, 16 September on; Sunday, 20 September is one in exchange for a holiday.
    expect(await waiting(id, colleague)).toEqual([{ dueOn: '2026-09-21' }]);
    expect(await waiting(old.id, await app.person('REGISTRAR'))).toEqual([]);
    await app.as(health).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    expect(await waiting(id, colleague)).toEqual([]);
    expect(await waiting(id, health)).toEqual([{ dueOn: '2026-09-21' }]);
    // The working day before its last one.
    app.clock.advance(5 * DAY);
    await app.nest.get(JobRunner).run('workbench.remind', 'before the last day', {});
    await app.idle();
    const reminded = async () =>
      (await read('/notifications', health)).items.filter(
        ({ type, subject }: { type: string; subject: { id: string } | null }) =>
          type.startsWith('TERM_') && subject?.id === id,
      );
    expect(await reminded()).toMatchObject([
      { title: expect.stringContaining('待告知是否受理'), doneAt: null },
    ]);
    await filings.act(health, id, 'admit');
    await app.idle();
    expect(await waiting(id, health)).toEqual([]);
    expect(await reminded()).toMatchObject([{ doneAt: expect.any(String) }]);
    const silent = (await handIn()).id;
    app.clock.advance(12 * DAY);
    expect(await waiting(silent, health)).toEqual([]);
  });
});
