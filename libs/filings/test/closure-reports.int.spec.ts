import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { codesOf } from './change-scene.builder';
import { FilingBuilder, PDF } from './filing.builder';

const NOTICE = {
  startsOn: '2026-12-01',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 3,
  placements: [{ destination: 'HOME', people: 3 }],
  refundFen: 1_250_000,
  refundBy: '2026-12-01',
  recordsKeptBy: '示例·长安颐养院档案室',
};
const DONE = { checkedOn: '2026-12-02', placed: 'ALL', refunded: 'ALL' };
const OWED = { ...DONE, refunded: 'NOT_ALL', words: '还有一户没有退费，已约谈负责人' };
const STATEMENT = '剩余一户的预收费已经退清，收据见附件';

describe('what who has ended reports as done', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  const cast: Record<'operator' | 'registrar', TestPerson> = {} as never;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast.operator = await app.person('OPERATOR', { name: '示例·周经办' });
    cast.registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const { institutionId } = await filings.accepted(cast.operator, cast.registrar);
    const closure = await filings.filedAbout(cast.operator, institutionId, 'CLOSURE', { notice: NOTICE });
    ({ id } = await filings.act(cast.registrar, closure.id, 'accept'));
    onDay('2026-12-02');
  });

  const onDay = (date: string) => app.clock.set(`${date}T02:00:00Z`);
  const of = async (person: TestPerson) =>
    (await app.as(person).get(`/api/v1/filings/${id}/closure`).expect(200)).body.items[0];
  const send = async (person: TestPerson, what: string, body: object, read?: number) =>
    app
      .as(person)
      .post(`/api/v1/filings/${id}/closure/${what}`)
      .set('if-match', `"${read ?? (await of(cast.registrar)).version}"`)
      .send(body);
  const record = (body: object) => send(cast.registrar, 'records', body);
  const report = (person = cast.operator, read?: number) =>
    send(person, 'report', { statement: STATEMENT }, read);
  const upload = (person: TestPerson) =>
    app
      .as(person)
      .post(`/api/v1/filings/${id}/closure/files`)
      .attach('file', PDF, { filename: '退费收据.pdf', contentType: 'application/pdf' });
  const waiting = async (person: TestPerson): Promise<[string, string, string | null][]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; detail: string; subject: { id: string }; dueOn: string | null }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type, detail, dueOn }) => [type, detail, dueOn]);
  };
  const TO_FINISH = '主管机关核实尚未全部完成，请在它再次核实以前安置人员、退还费用，并报告已完成';
  const told = async (person: TestPerson) => {
    await app.idle();
    return app.database.query<{ type: string; done: boolean }>(
      `select type, done_at is not null as done from workbench.notification
        where person_id = $1 and subject_id = $2 and type like 'FILING_CLOSURE_%' order by id`,
      [person.id, id],
    );
  };

  it('waits for the operator from the finding on until it is reported, and then for the office by the day', async () => {
    expect(await waiting(cast.operator)).toEqual([]);
    await record(OWED);
    expect(await waiting(cast.operator)).toEqual([['FILING_CLOSURE_TO_FINISH', TO_FINISH, '2026-12-16']]);
    expect(await of(cast.operator)).toMatchObject({ mayReport: true, mayRecord: false, reportsOnline: true });
    expect(await of(cast.registrar)).toMatchObject({ mayReport: false, mayRecord: true });
    onDay('2026-12-10');
    const { status, body } = await report();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'REPORTED',
      statusLabel: '已报告完成，待核实',
      dueOn: '2026-12-24',
      version: 3,
      mayReport: false,
      reports: [{ seq: 2, statement: STATEMENT, actorName: '申请人' }],
    });
    expect(await waiting(cast.operator)).toEqual([]);
    expect(await waiting(cast.registrar)).toEqual([
      ['FILING_CLOSURE_TO_CHECK', '经办人 2026年12月10日报告已完成，请再次核实', '2026-12-24'],
    ]);
    expect(await told(cast.operator)).toEqual([{ type: 'FILING_CLOSURE_RECORDED', done: true }]);
    expect(await told(cast.registrar)).toEqual([{ type: 'FILING_CLOSURE_REPORTED', done: false }]);
  });

  it('is concluded by the office as ever, and asks for nothing more of either side', async () => {
    await record(OWED);
    await report();
    const { body } = await record(DONE);
    expect(body).toMatchObject({
      status: 'SETTLED',
      records: [{ seq: 1 }, { seq: 3, action: 'settle', from: 'REPORTED' }],
      reports: [{ seq: 2 }],
    });
    expect([...(await waiting(cast.operator)), ...(await waiting(cast.registrar))]).toEqual([]);
    expect(await told(cast.registrar)).toEqual([{ type: 'FILING_CLOSURE_REPORTED', done: true }]);
    expect((await report()).body.code).toBe('INVALID_TRANSITION');
  });

  it('comes back to the operator where the office finds it unfinished still, or turns out so after all', async () => {
    await record(OWED);
    await report();
    await record(OWED);
    expect(await waiting(cast.operator)).toHaveLength(1);
    expect((await report()).body).toMatchObject({ status: 'REPORTED', reports: [{ seq: 2 }, { seq: 4 }] });
    await record(DONE);
    await record({ ...OWED, reason: '家属来电说明一户没有收到退费' });
    expect(await of(cast.operator)).toMatchObject({ status: 'UNSETTLED', mayReport: true });
    expect(await waiting(cast.operator)).toHaveLength(1);
  });

  it('does not make up for the day that the office has let pass', async () => {
    await record(OWED);
    onDay('2026-12-18');
    expect((await report()).body).toMatchObject({ status: 'REPORTED', dueOn: '2026-12-16' });
  });

  it('is reported once, however often it is sent, and of nothing but what was found unfinished', async () => {
    expect((await report()).body.code).toBe('INVALID_TRANSITION');
    await record(OWED);
    const answers = await Promise.all(Array.from({ length: 4 }, () => report(cast.operator, 2)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    expect((await report()).body.code).toBe('INVALID_TRANSITION');
    await app
      .as(cast.operator)
      .post(`/api/v1/filings/${id}/closure/report`)
      .send({ statement: STATEMENT })
      .expect(428);
    expect(await told(cast.registrar)).toHaveLength(1);
  });

  it('says in words how it was done, without the numbers of persons, and is kept for good', async () => {
    await record(OWED);
    const wordless = await send(cast.operator, 'report', { statement: '。' });
    expect(codesOf(wordless)).toContainEqual(expect.stringMatching(/^\/statement /));
    const { body } = await send(cast.operator, 'report', { statement: '已退给家属，电话 13800000000' });
    expect(body.reports[0].statement).toMatch(/^已退给家属，电话 138\*+/);
    for (const table of ['closure_report', 'closure_file'])
      await expect(app.database.query(`delete from filings.${table}`)).rejects.toThrow(/append-only/);
  });

  it('is the operator’s own alone, with its papers, which the office opens on record', async () => {
    await record(OWED);
    const others: [TestPerson, number][] = [
      [cast.registrar, 403],
      [await app.person('OPERATOR'), 404],
      [await app.person('REGISTRAR', { districts: ['610113'] }), 403],
    ];
    for (const [person, status] of others) {
      expect((await report(person, 2)).status).toBe(status);
      expect((await upload(person)).status).toBe(status);
    }
    const file = await upload(cast.operator).expect(201);
    await report();
    expect((await upload(cast.operator)).body.code).toBe('INVALID_TRANSITION');
    const path = `/api/v1/filings/${id}/closure/files/${file.body.id}`;
    for (const reader of [cast.operator, cast.registrar]) {
      expect((await of(reader)).files).toMatchObject([{ id: file.body.id, name: '退费收据.pdf' }]);
      await app.as(reader).get(path).expect(200);
    }
    const reviewer = await app.person('REVIEWER');
    expect((await of(reviewer)).files).toEqual([]);
    await app.as(reviewer).get(path).expect(403);
    const opened = await app.database.query(
      `select actor_id as "by" from audit.entry where subject_id = $1 and action = 'filing.closure-file-opened'`,
      [id],
    );
    expect(opened).toEqual([{ by: cast.registrar.id }]);
  });

  it('is not waited for from who cannot sign in: the office reads that it hears of it in another way', async () => {
    const without = await app.person('OPERATOR');
    onDay('2026-11-20');
    const { institutionId } = await filings.accepted(without, cast.registrar);
    const closure = await filings.filedAbout(without, institutionId, 'CLOSURE', { notice: NOTICE });
    ({ id } = await filings.act(cast.registrar, closure.id, 'accept'));
    await app.database.query('update access.person set has_password = false where id = $1', [without.id]);
    onDay('2026-12-02');
    await record(OWED);
    expect(await of(cast.registrar)).toMatchObject({ status: 'UNSETTLED', reportsOnline: false });
    expect((await record(DONE)).body).toMatchObject({ status: 'SETTLED' });
  });
});
