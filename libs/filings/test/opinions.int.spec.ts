import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF } from './filing.builder';

const DAY = 86_400_000;
const ASKED = { department: 'fire', question: '请就消防安全条件提出意见', materials: ['COMMITMENT_LETTER'] };

describe('opinions of other departments', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let fire: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
    fire = await app.person('ADVISER', { departments: ['fire'], name: '示例·消防答复' });
  });
  afterAll(() => app.stop());

  const ask = (id: string, body: object = ASKED) =>
    app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(body);
  const of = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/opinions`).expect(200)).body;
  const asked = async (): Promise<{ id: string; opinion: string }> => {
    const { id } = await filings.submitted(operator);
    const { body } = await ask(id).expect(201);
    return { id, opinion: body.items[0].id as string };
  };
  const answer = (person: TestPerson, opinion: string, body: object) =>
    app.as(person).post(`/api/v1/opinions/${opinion}/answer`).send(body);
  const waiting = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  };

  it('are asked with a term, shown masked with the chosen materials, and answered with a file', async () => {
    const { id, opinion } = await asked();
    expect(await waiting(fire, opinion)).toEqual(['FILING_OPINION_TO_ANSWER']);
    const list = (await app.as(fire).get('/api/v1/opinions?status=ASKED').expect(200)).body;
    expect(list.items).toContainEqual(
      expect.objectContaining({ id: opinion, name: '示例·长安颐养院', dueOn: '2026-11-25' }),
    );
    const { body } = await app.as(fire).get(`/api/v1/opinions/${opinion}`).expect(200);
    expect(body).toMatchObject({ materials: [{ code: 'COMMITMENT_LETTER' }], availableActions: ['answer'] });
    expect(body.application).toContainEqual({ label: '床位数', value: '120 张' });
    expect(JSON.stringify(body)).not.toMatch(/13800000001|610116189001010019/);
    await app.as(fire).get(`/api/v1/opinions/${opinion}/materials/COMMITMENT_LETTER`).expect(200);
    await app.as(fire).get(`/api/v1/opinions/${opinion}/materials/REGISTRATION_CERTIFICATE`).expect(404);
    const file = await app
      .as(fire)
      .post(`/api/v1/opinions/${opinion}/files`)
      .attach('file', PDF, { filename: '意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    const missing = await answer(fire, opinion, { answer: 'DISAGREE' }).expect(422);
    expect(missing.body).toMatchObject({ code: 'REASON_REQUIRED', errors: [{ pointer: '/reasons' }] });
    await answer(fire, opinion, { answer: 'DISAGREE', reasons: '疏散通道不足' }).expect(200);
    await answer(fire, opinion, { answer: 'AGREE' }).expect(409);
    expect((await of(registrar, id)).items[0]).toMatchObject({
      status: 'ANSWERED',
      answerLabel: '不同意',
      reasons: '疏散通道不足',
      endedByName: '示例·消防答复',
      files: [{ name: '意见.pdf' }],
    });
    await app.as(registrar).get(`/api/v1/opinions/${opinion}/files/${file.body.id}`).expect(200);
    await app.idle();
    const told = (await app.as(registrar).get('/api/v1/notifications').expect(200)).body.items;
    expect(told).toContainEqual(
      expect.objectContaining({ type: 'OPINION_ANSWERED', subject: { type: 'filing', id } }),
    );
    await expect(
      app.database.query(`update filings.opinion set reasons = 'x' where id = '${opinion}'`),
    ).rejects.toThrow(/keep what they say/);
  });

  it('hinder the decision while they are open, until it is said why nobody waits; a return is not hindered', async () => {
    const { id, opinion } = await asked();
    const refused = await app.as(registrar).post(`/api/v1/filings/${id}/accept`).expect(409);
    expect(refused.body).toMatchObject({ code: 'OPINIONS_OPEN', departments: '消防救援机构' });
    await app.as(registrar).post(`/api/v1/filings/${id}/refuse`).send({ reason: '不属于' }).expect(409);
    await app.as(registrar).post(`/api/v1/filings/${id}/opinions/waive`).send({ reason: ' ' }).expect(422);
    const waived = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/opinions/waive`)
      .send({ reason: '已有验收意见书' })
      .expect(200);
    expect(waived.body.items[0]).toMatchObject({ status: 'WAIVED', reasons: '已有验收意见书' });
    await answer(fire, opinion, { answer: 'AGREE' }).expect(409);
    expect(await waiting(fire, opinion)).toEqual([]);
    await filings.act(registrar, id, 'accept');
    const other = await asked();
    await filings.act(registrar, other.id, 'return', { reasons: [{ pointer: '/', message: '请核对' }] });
  });

  it('are known to the applicant by department and term, and by what they say once it is decided', async () => {
    const { id, opinion } = await asked();
    await answer(fire, opinion, { answer: 'DISAGREE', reasons: '疏散通道不足' }).expect(200);
    const before = await of(operator, id);
    expect(before).toMatchObject({
      departments: [],
      items: [{ departmentName: '西安市长安区消防救援大队', dueOn: '2026-11-25' }],
    });
    expect(before.items[0]).toMatchObject({ question: null, answer: null, reasons: null, files: [] });
    expect(before.disagreeing).toEqual([]);
    await filings.act(registrar, id, 'accept', { reason: '疏散通道已经拓宽' });
    expect(await of(operator, id)).toMatchObject({
      items: [{ answerLabel: '不同意', reasons: '疏散通道不足' }],
      disagreeing: ['西安市长安区消防救援大队'],
    });
  });

  it('are not passed over in silence: who accepts against one says why, in the history and on record', async () => {
    const { id, opinion } = await asked();
    await answer(fire, opinion, { answer: 'DISAGREE', reasons: '疏散通道不足' }).expect(200);
    expect((await of(registrar, id)).disagreeing).toEqual(['西安市长安区消防救援大队']);
    for (const body of [undefined, {}, { reason: ' ' }]) {
      const refused = await app.as(registrar).post(`/api/v1/filings/${id}/accept`).send(body).expect(422);
      expect(refused.body).toMatchObject({
        code: 'DISAGREEMENT_UNEXPLAINED',
        departments: '消防救援机构',
        errors: [{ pointer: '/reason', code: 'REQUIRED' }],
      });
    }
    await filings.act(registrar, id, 'accept', { reason: ' 疏散通道已经拓宽，现场看过 ' });
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(body.items.at(-1)).toMatchObject({
      action: 'accept',
      reason: '消防救援机构不同意，不采纳的理由：疏散通道已经拓宽，现场看过',
    });
    const [entry] = await app.database.query<{ canonical: string }>(
      `select canonical from audit.entry where action = 'filing.accepted' and subject_id = $1`,
      [id],
    );
    expect(JSON.parse(entry?.canonical ?? '{}')).toMatchObject({ detail: { unheeded: ['fire'] } });
  });

  it('need no reason once the department has been asked again and agrees', async () => {
    const { id, opinion } = await asked();
    await answer(fire, opinion, { answer: 'DISAGREE', reasons: '疏散通道不足' }).expect(200);
    const { body } = await ask(id).expect(201);
    await answer(fire, body.items[1].id as string, { answer: 'AGREE' }).expect(200);
    expect((await of(registrar, id)).disagreeing).toEqual([]);
    await filings.act(registrar, id, 'accept', { reason: '没有人不同意' });
    const history = await app.as(registrar).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(history.body.items.at(-1)).toMatchObject({ action: 'accept', reason: null });
  });

  it('show the department what was handed in only until it has answered, or is not to answer any more', async () => {
    const answered = await asked();
    const withdrawn = await asked();
    await answer(fire, answered.opinion, { answer: 'AGREE' }).expect(200);
    await app
      .as(registrar)
      .post(`/api/v1/filings/${withdrawn.id}/opinions/${withdrawn.opinion}/withdraw`)
      .send({ reason: '问题写错了' })
      .expect(200);
    for (const { opinion } of [answered, withdrawn]) {
      const { body } = await app.as(fire).get(`/api/v1/opinions/${opinion}`).expect(200);
      expect(body).toMatchObject({ question: ASKED.question, application: [], materials: [] });
      await app.as(fire).get(`/api/v1/opinions/${opinion}/materials/COMMITMENT_LETTER`).expect(404);
    }
  });

  it('stand in the list as they are to be answered, those that have ended behind, on every page', async () => {
    const adviser = await app.person('ADVISER', { departments: ['market-regulation'] });
    const of = async (body: object) => {
      const { id } = await filings.submitted(operator);
      const { body: all } = await ask(id, { ...body, department: 'market-regulation' }).expect(201);
      return all.items[0].id as string;
    };
    const [first, ended, second] = [await of(ASKED), await of(ASKED), await of(ASKED)];
    await answer(adviser, ended, { answer: 'AGREE' }).expect(200);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.as(adviser).get(`/api/v1/opinions?limit=1${cursor}`).expect(200);
      seen.push(...(body.items as { id: string }[]).map(({ id }) => id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor as string}`;
    } while (cursor !== '');
    const mine = seen.filter((id) => [first, ended, second].includes(id));
    expect(mine).toEqual([first, second, ended]);
    expect(new Set(seen).size).toBe(seen.length);
    const rank = (status: string) => (status === 'ASKED' ? 0 : 1);
    const { items } = (await app.as(adviser).get('/api/v1/opinions?limit=100').expect(200)).body;
    const ranks = (items as { status: string }[]).map(({ status }) => rank(status));
    expect(ranks).toEqual([...ranks].sort());
    const stale = await app.as(adviser).get('/api/v1/opinions?cursor=WyJ4Il0').expect(400);
    expect(stale.body.code).toBe('INVALID_CURSOR');
  });

  it('say to who answers for several departments in whose name each is given, and which authority asks', async () => {
    const both = await app.person('ADVISER', { departments: ['fire', 'market-regulation'] });
    const { id, opinion } = await asked();
    const second = await ask(id, { ...ASKED, department: 'market-regulation' }).expect(201);
    const other = second.body.items[1].id as string;
    const { body } = await app.as(both).get(`/api/v1/opinions/${opinion}`).expect(200);
    expect(body).toMatchObject({
      departmentName: '西安市长安区消防救援大队',
      authorityName: '西安市长安区民政局',
    });
    const names = new Map(
      (await app.as(both).get('/api/v1/opinions').expect(200)).body.items.map(
        (line: { id: string; departmentName: string }) => [line.id, line.departmentName],
      ),
    );
    expect([names.get(opinion), names.get(other)]).toEqual([
      '西安市长安区消防救援大队',
      '西安市长安区市场监管局',
    ]);
    const work = await app.as(both).get('/api/v1/work-items?limit=100').expect(200);
    const details = new Map(
      (work.body.items as { subject: { id: string }; detail: string }[]).map(({ subject, detail }) => [
        subject.id,
        detail,
      ]),
    );
    expect([details.get(opinion), details.get(other)]).toEqual([
      '征求消防救援机构的意见',
      '征求市场监管部门的意见',
    ]);
    await app.idle();
    const told = (await app.as(both).get('/api/v1/notifications').expect(200)).body.items;
    const titles = (told as { title: string; subject: { id: string } }[]).filter(({ subject }) =>
      [opinion, other].includes(subject.id),
    );
    expect(titles.map(({ title }) => title)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('征求消防救援机构的意见'),
        expect.stringContaining('征求市场监管部门的意见'),
      ]),
    );
  });

  it('are taken back with a reason, and asked again', async () => {
    const { id, opinion } = await asked();
    const twice = await ask(id).expect(409);
    expect(twice.body.code).toBe('OPINION_ASKED_ALREADY');
    const path = `/api/v1/filings/${id}/opinions/${opinion}/withdraw`;
    await app.as(registrar).post(path).send({ reason: '问题写错了' }).expect(200);
    const { body } = await ask(id).expect(201);
    expect(body.items.map((one: { status: string }) => one.status)).toEqual(['WITHDRAWN', 'ASKED']);
  });

  it('wait for the registrar as well when they are late', async () => {
    const { id } = await asked();
    const now = app.clock.now();
    app.clock.advance(7 * DAY);
    try {
      const late = await app.person('REGISTRAR');
      const overdue = (await waiting(late, id)).filter((type) => type === 'FILING_OPINION_OVERDUE');
      expect(overdue).toHaveLength(1);
    } finally {
      app.clock.advance(now.getTime() - app.clock.now().getTime());
    }
  });

  it('are no business of others', async () => {
    const { id, opinion } = await asked();
    const housing = await app.person('ADVISER', { departments: ['housing'] });
    const elsewhere = await app.person('ADVISER', { departments: ['fire'], districts: ['500152'] });
    for (const person of [housing, elsewhere]) {
      await app.as(person).get(`/api/v1/opinions/${opinion}`).expect(404);
      await answer(person, opinion, { answer: 'AGREE' }).expect(404);
      expect((await app.as(person).get('/api/v1/opinions').expect(200)).body.items).toEqual([]);
    }
    await app.as(fire).get(`/api/v1/filings/${id}`).expect(403);
    await app.as(operator).get(`/api/v1/opinions/${opinion}`).expect(403);
    await app.as(operator).post(`/api/v1/filings/${id}/opinions`).send(ASKED).expect(403);
  });

  it.each([
    [{ department: 'civil-affairs' }, '/department'],
    [{ department: 'x' }, '/department'],
    [{ question: ' ' }, '/question'],
    [{ materials: ['NOTHING'] }, '/materials/0'],
  ])('refuse %j', async (wrong, pointer) => {
    const { id } = await filings.submitted(operator);
    const { body } = await ask(id, { ...ASKED, ...wrong }).expect(422);
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});
