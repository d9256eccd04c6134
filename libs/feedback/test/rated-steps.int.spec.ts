import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CommitmentScene } from '../../filings/test/commitment-scene.builder';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { startLicensing } from '../../filings/test/licensing.builder';
import { RatedBuilder } from './rated.builder';

const NOTICE = {
  startsOn: '2026-12-01',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 3,
  placements: [{ destination: 'HOME', people: 3 }],
  refundFen: 1_250_000,
  refundBy: '2026-12-31',
  recordsKeptBy: '示例·长安颐养院档案室',
};

interface Given {
  readonly action: string;
  readonly official_ids: readonly string[];
}
const givenFor = async (app: TestApp, filingId: string): Promise<Given[]> =>
  app.database.query<Given>(
    'select action, official_ids from feedback.rating where filing_id = $1 order by id',
    [filingId],
  );

describe('rating each step of an application for a licence', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let head: TestPerson;
  beforeAll(async () => {
    ({ app, operator, health } = await startLicensing());
    head = await app.person('REVIEWER', { departments: ['health'] });
    rated = new RatedBuilder(app);
  });
  afterAll(() => app.stop());

  const labels = async (id: string, of = operator) => (await rated.steps(of, id)).map(({ label }) => label);

  it('is offered for taking it in and for more time, of who approved that', async () => {
    const { id } = await rated.filings.submitted(operator, 'CHILDCARE');
    await rated.filings.act(health, id, 'admit');
    const asked = await app
      .as(health)
      .post(`/api/v1/filings/${id}/extensions`)
      .send({ reason: '需要再次到现场核查。' })
      .expect(201);
    await app
      .as(head)
      .post(`/api/v1/filings/${id}/extensions/${asked.body.items[0].id}/approve`)
      .send({})
      .expect(200);
    expect(await labels(id)).toEqual(['提交申请', '受理', '延长办理期限']);
    const [, , extended] = await rated.steps(operator, id);
    expect(extended?.reasons).toContain('DELAY_UNFOUNDED');
    expect(extended?.reasons).not.toContain('NO_CREDENTIALS');
    const { process, recordId, step } = extended!;
    const other = { process, recordId, step, level: 'DISSATISFIED', reasons: ['LATE', 'NO_CREDENTIALS'] };
    const refused = await app
      .as(operator)
      .post(`/api/v1/filings/${id}/service-ratings`)
      .send(other)
      .expect(422);
    expect(refused.body).toMatchObject({
      code: 'UNKNOWN_RATING_REASON',
      errors: [{ pointer: '/reasons/1' }],
    });
    for (const label of ['受理', '延长办理期限']) await rated.rateBadly(operator, id, label);
    expect(await givenFor(app, id)).toEqual([
      { action: 'admit', official_ids: [health.id] },
      { action: 'extend', official_ids: [head.id] },
    ]);
    // Who approved it has had a hand in it, and is not told.
    const seen = await app.as(head).get('/api/v1/rating-follow-ups').expect(200);
    expect(seen.body.items).toEqual([]);
  });

  it('is offered for turning it away, which ends it', async () => {
    const other = await app.person('OPERATOR');
    const { id } = await rated.filings.submitted(other, 'CHILDCARE', {
      address: '陕西省西安市长安区示例路99号',
    });
    const ground = { ground: 'NO_LICENCE_NEEDED', reason: '该服务不需要取得行政许可。' };
    await rated.filings.act(health, id, 'dismiss', ground);
    expect(await labels(id, other)).toEqual(['提交申请', '不予受理']);
    await rated.rateBadly(other, id, '不予受理');
    expect(await givenFor(app, id)).toEqual([{ action: 'dismiss', official_ids: [health.id] }]);
  });
});

describe('rating what becomes of a promise', () => {
  let scene: CommitmentScene;
  beforeAll(async () => {
    scene = await CommitmentScene.start();
    await scene.newPeople();
  });
  afterAll(() => scene.app.stop());

  it('is offered for each look at it, by the name of the material', async () => {
    const rated = new RatedBuilder(scene.app);
    const { id } = await scene.accepted();
    await scene.handIn(id).expect(200);
    await scene.judge(id, 'return', { reason: '第二页看不清' }).expect(200);
    await scene.handIn(id).expect(200);
    await scene.judge(id, 'confirm').expect(200);
    const steps = await rated.steps(scene.operator, id);
    const promised = steps.filter(({ process }) => process === 'commitment');
    expect(promised.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^退回承诺的材料：./),
      expect.stringMatching(/^核实承诺的材料：./),
    ]);
    await rated.rateBadly(scene.operator, id, promised[1]!.label);
    expect(await givenFor(scene.app, id)).toEqual([
      { action: 'keepPromise', official_ids: [scene.health.id] },
    ]);
  });
});

describe('rating what is looked at once an institution has ended', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  const signedInAgain = async (person: TestPerson): Promise<TestPerson> => {
    const { username, password } = person;
    const { body } = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: body.accessToken as string };
  };

  it('is offered apart from the acts on the filing, which have the same numbers', async () => {
    const filings = new FilingBuilder(app);
    const rated = new RatedBuilder(app);
    const before = { operator: await app.person('OPERATOR'), registrar: await app.person('REGISTRAR') };
    const { institutionId } = await filings.accepted(before.operator, before.registrar);
    const closure = await filings.filedAbout(before.operator, institutionId, 'CLOSURE', { notice: NOTICE });
    const { id } = await filings.act(before.registrar, closure.id, 'accept');
    app.clock.set('2026-12-03T02:00:00Z');
    const operator = await signedInAgain(before.operator);
    const registrar = await signedInAgain(before.registrar);
    const { body } = await app.as(registrar).get(`/api/v1/filings/${id}/closure`).expect(200);
    await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/closure/records`)
      .set('if-match', `"${body.items[0].version}"`)
      .send({ checkedOn: '2026-12-02', placed: 'ALL', refunded: 'ALL' })
      .expect(201);
    const step = await rated.last(operator, id, '终止后续核实');
    expect(step).toMatchObject({ process: 'closure-follow-up', recordId: id, step: 1, day: '2026-12-02' });
    await rated.rateBadly(operator, id, '终止后续核实');
    await rated.rate(operator, id, { step: 1, level: 'SATISFIED' });
    expect(await givenFor(app, id)).toEqual([
      { action: 'checkClosure', official_ids: [registrar.id] },
      { action: 'submit', official_ids: [] },
    ]);
  });

  it('is offered for the answer to a request to take a notice back', async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const filings = new FilingBuilder(app);
    const rated = new RatedBuilder(app);
    const operator = await app.person('OPERATOR');
    const registrar = await app.person('REGISTRAR');
    const { institutionId } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      address: '陕西省西安市长安区示例路77号',
    });
    const closure = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: NOTICE });
    const { id } = await filings.act(registrar, closure.id, 'accept');
    const url = `/api/v1/filings/${id}/retractions`;
    const { body } = await app.as(operator).post(url).send({ reason: '示例·不再终止' }).expect(201);
    const answer = `${url}/${body.items[0].id}/decline`;
    await app.as(registrar).post(answer).send({ reason: '示例·老年人已经转出' }).expect(200);
    expect(await rated.last(operator, id, '答复撤回的申请：不予撤回')).toMatchObject({
      process: 'filing-retraction',
      recordId: body.items[0].id,
    });
    await rated.rateBadly(operator, id, '答复撤回的申请：不予撤回');
    expect(await givenFor(app, id)).toEqual([{ action: 'retract', official_ids: [registrar.id] }]);
  });
});
