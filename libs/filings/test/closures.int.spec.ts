import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { JobRunner } from '@zhaoguan/platform';
import { codesOf } from './change-scene.builder';
import { FilingBuilder } from './filing.builder';

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
const DONE = { checkedOn: '2026-12-02', placed: 'ALL', refunded: 'ALL' };
const OWED = { ...DONE, refunded: 'NOT_ALL', words: '还有一户没有退费，已约谈负责人' };

describe('what is followed up once an institution has ended', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  const cast: Record<'operator' | 'registrar' | 'head', TestPerson> = {} as never;
  let id: string;
  let institutionId: string;
  let first: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast.operator = await app.person('OPERATOR');
    cast.registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
    cast.head = await app.person('REVIEWER');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const filed = await filings.accepted(cast.operator, cast.registrar);
    first = filed.id;
    institutionId = filed.institutionId!;
    const closure = await filings.filedAbout(cast.operator, institutionId, 'CLOSURE', { notice: NOTICE });
    ({ id } = await filings.act(cast.registrar, closure.id, 'accept'));
  });

  const onDay = (date: string) => app.clock.set(`${date}T02:00:00Z`);
  const of = async (person: TestPerson) =>
    (await app.as(person).get(`/api/v1/filings/${id}/closure`).expect(200)).body.items[0];
  const record = async (body: object, person = cast.registrar, read?: number) =>
    app
      .as(person)
      .post(`/api/v1/filings/${id}/closure/records`)
      .set('if-match', `"${read ?? (await of(cast.registrar)).version}"`)
      .send(body);
  const waiting = async (person: TestPerson): Promise<[string, string | null][]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string }; dueOn: string | null }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type, dueOn }) => [type, dueOn]);
  };

  it('is verified on the spot until that day, and not any more from then on', async () => {
    const visit = async () => {
      const path = `/api/v1/filings/${first}/verifications`;
      const { body } = await app.as(cast.registrar).get(path).expect(200);
      return (body.items as { status: string }[]).map(({ status }) => status);
    };
    await app.idle();
    expect(await visit()).toEqual(['OPEN']);
    onDay('2026-12-01');
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `closes ${first}`, {});
    await app.idle();
    expect(await visit()).toEqual(['CANCELLED']);
  });

  it('writes down who takes over in another account once an official has looked, and tells it at once', async () => {
    const [other, own] = [
      await app.person('OPERATOR'),
      await filings.accepted(cast.operator, cast.registrar),
    ];
    const name = '示例·接手养老院';
    const taking = await filings.accepted(other, cast.registrar, 'ELDERLY_CARE', { name });
    const notice = { ...NOTICE, successor: name };
    const closure = await filings.filedAbout(cast.operator, own.institutionId, 'CLOSURE', { notice });
    ({ id } = await filings.act(cast.registrar, closure.id, 'accept'));
    await app.idle();
    const before = async () => {
      const path = `/api/v1/institutions/${taking.institutionId}/related?relation=PREDECESSOR`;
      const { body } = await app.as(cast.registrar).get(path).expect(200);
      return (body.items as { id: string }[]).map(({ id: of }) => of);
    };
    const told = await app.as(other).get('/api/v1/notifications').expect(200);
    expect(told.body.items[0]).toMatchObject({
      type: 'NAMED_AS_SUCCESSOR',
      subject: { type: 'institution', id: taking.institutionId },
    });
    expect(await before()).toEqual([]);
    onDay('2026-12-02');
    expect(await of(cast.registrar)).toMatchObject({
      successor: name,
      successorWritten: false,
      successorLinked: false,
    });
    expect((await record(OWED)).status).toBe(201);
    expect(await before()).toEqual([]);
    expect((await record(DONE)).status).toBe(201);
    expect(await of(cast.registrar)).toMatchObject({ successorLinked: true });
    expect(await of(cast.operator)).toMatchObject({ successorLinked: false, dueAgain: null });
    expect(await before()).toEqual([own.institutionId]);
  });

  it('waits for the office from the day of the end on, and not before', async () => {
    expect(await waiting(cast.registrar)).toEqual([]);
    expect(await of(cast.operator)).toMatchObject({
      status: 'OPEN',
      endsOn: '2026-12-01',
      dueOn: '2026-12-15',
      basis: { law: '《中华人民共和国老年人权益保障法》（2018年修正）', article: '第四十六条' },
      office: {
        name: '西安市长安区民政局',
        contact: { phone: '029-0000 0000（示例号码）', address: expect.any(String) },
      },
      mayRecord: false,
      records: [],
    });
    const early = await record(DONE);
    expect([early.status, early.body.code]).toEqual([409, 'CLOSURE_NOT_DUE']);
    onDay('2026-12-01');
    expect(await waiting(cast.registrar)).toEqual([['FILING_CLOSURE_TO_CHECK', '2026-12-15']]);
    expect(await waiting(cast.operator)).toEqual([]);
    expect(await of(cast.registrar)).toMatchObject({ mayRecord: true });
    expect(await of(cast.operator)).toMatchObject({ mayRecord: false });
  });

  it('foretells the day to which the term goes, which is the one that it gets', async () => {
    onDay('2026-12-02');
    for (const [left, day] of [
      [{ placed: 'NOT_ALL', refunded: 'ALL' }, 'peopleLeft'],
      [{ placed: 'ALL', refunded: 'NOT_ALL' }, 'feesLeft'],
    ] as const) {
      const { dueAgain } = await of(cast.registrar);
      const { body } = await record({ ...OWED, ...left });
      expect(body.dueOn).toBe(dueAgain[day]);
    }
  });

  it('is done once everybody is placed and everything given back, and both sides read it', async () => {
    onDay('2026-12-02');
    expect((await record(DONE)).status).toBe(201);
    for (const reader of [cast.operator, cast.registrar])
      expect(await of(reader)).toMatchObject({
        status: 'SETTLED',
        dueOn: null,
        records: [{ label: '核实已妥善安置、退费', placedLabel: '已全部妥善安置', actorName: '示例·甲受理' }],
      });
    expect(await waiting(cast.registrar)).toEqual([]);
    const { body } = await app
      .as(cast.registrar)
      .get(`/api/v1/closures?institutionId=${institutionId}`)
      .expect(200);
    expect(body.items).toMatchObject([{ filingId: id, status: 'SETTLED' }]);
  });

  it('goes on with a term of its own where something is left, which begins once it was to be given back', async () => {
    onDay('2026-12-02');
    expect((await record(OWED)).body).toMatchObject({ status: 'UNSETTLED', dueOn: '2027-01-15' });
    expect(await waiting(cast.registrar)).toEqual([['FILING_CLOSURE_TO_CHECK', '2027-01-15']]);
    onDay('2027-01-05');
    expect((await record({ ...DONE, checkedOn: '2027-01-04' })).body.records).toHaveLength(2);
    expect(await waiting(cast.registrar)).toEqual([]);
    await app.idle();
    const told = await app.database.query<{ title: string }>(
      `select title from workbench.notification
        where person_id = $1 and subject_id = $2 and type = 'FILING_CLOSURE_RECORDED' order by id`,
      [cast.operator.id, id],
    );
    expect(told.map(({ title }) => title)).toEqual([
      expect.stringContaining('还没有全部完成'),
      expect.stringContaining('核实已经完成'),
    ]);
  });

  it('is corrected by another record that says why, and never changed', async () => {
    onDay('2026-12-02');
    await record(DONE);
    expect((await record(OWED)).body.code).toBe('REASON_REQUIRED');
    const { body } = await record({ ...OWED, reason: '家属来电说明一户没有收到退费' });
    expect(body).toMatchObject({
      status: 'UNSETTLED',
      records: [{ action: 'settle' }, { action: 'reopen', reason: '家属来电说明一户没有收到退费' }],
    });
    expect(await waiting(cast.registrar)).toHaveLength(1);
    await expect(
      app.database.query(`update filings.closure_record set placed = 'ALL' where filing_id = $1`, [id]),
    ).rejects.toThrow(/append-only/);
  });

  it('names the field where a record contradicts the day or what was filed', async () => {
    onDay('2026-12-02');
    const bad = await record({ checkedOn: '2026-11-30', placed: 'NOBODY', refunded: 'NOTHING' });
    expect([bad.status, ...codesOf(bad)]).toEqual([
      422,
      'VALIDATION_FAILED',
      '/checkedOn BEFORE_END',
      '/placed PEOPLE_WERE_FILED',
      '/refunded REFUND_WAS_FILED',
    ]);
    expect(codesOf(await record({ ...OWED, words: ' ' }))).toContain('/words REQUIRED');
    expect(codesOf(await record({ ...OWED, words: '1' }))).toContain('/words REQUIRED');
    expect(codesOf(await record({ ...DONE, words: '。' }))).toContain('/words NOT_IN_WORDS');
    expect(codesOf(await record({ ...DONE, checkedOn: '2026-12-03' }))).toContain('/checkedOn IN_FUTURE');
  });

  it('is recorded by its office alone, and not beside what a colleague has just recorded', async () => {
    onDay('2026-12-02');
    expect((await record(DONE, cast.operator)).status).toBe(403);
    const elsewhere = await app.person('REGISTRAR', { districts: ['610113'] });
    expect((await record(DONE, elsewhere)).status).toBe(404);
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    expect((await record(DONE, health)).body.code).toBe('WRONG_DEPARTMENT');
    await record(OWED);
    expect((await record(DONE, cast.registrar, 1)).body.code).toBe('STALE_VERSION');
  });

  it('goes up to the person above when nobody has looked in time', async () => {
    onDay('2026-12-17');
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `closure-${id}`, {});
    await app.idle();
    const rows = await app.database.query<{ type: string; level: string }>(
      'select type, level from workbench.overdue where subject_id = $1',
      [id],
    );
    expect(rows).toEqual([{ type: 'FILING_CLOSURE_TO_CHECK', level: 'FIRST' }]);
  });

  it('is of closures alone', async () => {
    const { id: other } = await filings.accepted(cast.operator, cast.registrar);
    const { body } = await app.as(cast.operator).get(`/api/v1/filings/${other}/closure`).expect(200);
    expect(body.items).toEqual([]);
  });
});
