import { HONEST, repeatUpload, TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const DAY = 86_400_000;

describe('verifying a filing on the spot', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let inspector: TestPerson;
  let visit: { officerIds: string[]; visitedOn: string };
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR', { name: '示例·甲受理' });
    inspector = await app.person('INSPECTOR', { name: '示例·乙检查', departments: ['civil-affairs'] });
    visit = { officerIds: [registrar.id, inspector.id], visitedOn: '2026-11-20' };
  });
  afterAll(() => app.stop());

  const of = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items[0];
  /** As it was read before, or as it stands. */
  const post = async (
    person: TestPerson,
    id: string,
    what: string,
    body: object,
    status: number,
    read?: number,
  ) => {
    const version = read ?? ((await of(person, id)).version as number);
    return app
      .as(person)
      .post(`/api/v1/filings/${id}/verification/${what}`)
      .set('if-match', `"${version}"`)
      .send(body)
      .expect(status);
  };
  /** All as it was filed, but for what is said to be otherwise. */
  const found = async (id: string, otherwise: Readonly<Record<string, string>> = {}) => {
    const { facts } = (await of(registrar, id)) as { facts: { pointer: string }[] };
    return facts.map(({ pointer }) => {
      const value = otherwise[pointer];
      return value === undefined ? { pointer, matches: true } : { pointer, matches: false, found: value };
    });
  };
  const mismatched = async (): Promise<FilingAnswer> => {
    const filing = await filings.accepted(operator, registrar);
    const facts = await found(filing.id, { '/institution/capacity': '96 张' });
    await post(registrar, filing.id, 'record', { ...visit, facts }, 200);
    return filing;
  };
  const waiting = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string } }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type }) => type);
  };

  it('begins with the acceptance of a first filing, with its term and the items that were filed', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const open = await of(registrar, id);
    expect(open).toMatchObject({
      status: 'OPEN',
      statusLabel: '待现场核查',
      dueOn: '2026-12-18',
      basis: { law: '《养老机构管理办法》（民政部令第66号）' },
      availableActions: ['confirm', 'mismatch'],
      visits: [],
    });
    expect(open.facts).toContainEqual({ pointer: '/institution/capacity', label: '床位数', filed: '120 张' });
    expect(await waiting(registrar, id)).toEqual(['FILING_TO_VERIFY']);
    expect(await of(operator, id)).toMatchObject({ status: 'OPEN', availableActions: [], facts: [] });
  });

  it('is not asked for where no rule of the kind says so', async () => {
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const { id } = await filings.accepted(operator, health, 'CHILDCARE');
    expect(await of(health, id)).toBeUndefined();
  });

  it('ends when everything is as it was filed, with who went, when and what they brought', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const upload = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/verification/files`)
      .attach('file', PDF, { filename: '现场照片.pdf', contentType: 'application/pdf' })
      .expect(201);
    const body = {
      ...visit,
      facts: await found(id),
      note: '床位、房间与备案一致',
      fileIds: [upload.body.id],
    };
    const { body: after } = await post(registrar, id, 'record', body, 200);
    expect(after).toMatchObject({
      status: 'VERIFIED',
      dueOn: null,
      availableActions: [],
      visits: [
        {
          seq: 1,
          visitedOn: visit.visitedOn,
          note: '床位、房间与备案一致',
          files: [{ name: '现场照片.pdf' }],
        },
      ],
      steps: [{ action: 'confirm', actorName: '示例·甲受理' }],
    });
    const seen = await of(operator, id);
    expect(seen.visits[0]).toMatchObject({ files: [], facts: after.visits[0].facts });
    const path = `/api/v1/filings/${id}/verification/files/${upload.body.id}`;
    await app.as(registrar).get(path).expect(200);
    await app.as(operator).get(path).expect(404);
    const again = await post(registrar, id, 'record', body, 409);
    expect(again.body.code).toBe('INVALID_TRANSITION');
    await app.idle();
    const told = (await app.as(operator).get('/api/v1/notifications').expect(200)).body.items;
    expect(told).toContainEqual(expect.objectContaining({ type: 'FILING_VERIFIED' }));
  });

  it('tells the applicant of a mismatch, who reports it put right, and the authority looks again', async () => {
    const { id } = await mismatched();
    expect(await of(operator, id)).toMatchObject({
      status: 'MISMATCH_FOUND',
      correctBy: '2026-12-11',
      availableActions: ['correct'],
      visits: [
        { facts: expect.arrayContaining([expect.objectContaining({ label: '床位数', found: '96 张' })]) },
      ],
    });
    expect(await waiting(operator, id)).toEqual(['FILING_MISMATCH_TO_CORRECT']);
    expect(await waiting(registrar, id)).toEqual([]);
    await post(operator, id, 'correct', { statement: ' ' }, 422);
    const { body } = await post(operator, id, 'correct', { statement: '已恢复为 120 张' }, 200);
    expect(body).toMatchObject({ status: 'RECHECK', correctBy: null, dueOn: '2026-12-18' });
    expect(await waiting(registrar, id)).toEqual(['FILING_TO_VERIFY']);
    await post(registrar, id, 'record', { ...visit, facts: await found(id) }, 200);
    expect((await of(registrar, id)).steps.map(({ action }: { action: string }) => action)).toEqual([
      'mismatch',
      'correct',
      'confirm',
    ]);
  });

  it('is recorded once, however often it is sent, and not by who has not seen what a colleague found', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const path = `/api/v1/filings/${id}/verification/record`;
    const wrong = { ...visit, facts: await found(id, { '/institution/capacity': '96 张' }) };
    const right = { ...visit, facts: await found(id) };
    await app.as(registrar).post(path).send(wrong).expect(428);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.as(registrar).post(path).set('if-match', '"0"').send(wrong)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const colleague = await app.person('REGISTRAR', { name: '示例·丙受理' });
    const late = await post(colleague, id, 'record', right, 412, 0);
    expect(late.body.code).toBe('STALE_VERSION');
    expect(await of(operator, id)).toMatchObject({
      status: 'MISMATCH_FOUND',
      version: 1,
      visits: [{ seq: 1 }],
    });
    await app.idle();
    const told = (await app.as(operator).get('/api/v1/notifications?limit=100').expect(200)).body.items;
    const ofThis = (told as { type: string; subject: { id: string } }[]).filter(
      ({ type, subject }) => type === 'FILING_MISMATCH_FOUND' && subject.id === id,
    );
    expect(ofThis).toHaveLength(1);
    await post(operator, id, 'correct', { statement: '已恢复' }, 412, 0);
    await post(operator, id, 'correct', { statement: '已恢复' }, 200, 1);
  });

  it('takes an accepted change filing for the answer, and compares with what is filed now', async () => {
    const { id, institutionId } = await mismatched();
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 96 });
    await filings.act(registrar, change.id, 'accept');
    const again = await of(registrar, id);
    expect(again).toMatchObject({ status: 'RECHECK', steps: [{}, { action: 'amend' }] });
    expect(again.facts).toContainEqual(expect.objectContaining({ label: '床位数', filed: '96 张' }));
    expect(await of(registrar, change.id)).toBeUndefined();
  });

  it('is done anew at another site, in place of what was open', async () => {
    const { id, institutionId } = await filings.accepted(operator, registrar);
    const move = { address: '陕西省西安市长安区郭杜街道示例新路99号' };
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', move);
    await filings.act(registrar, change.id, 'accept');
    expect(await of(registrar, id)).toMatchObject({ status: 'CANCELLED' });
    expect(await of(registrar, change.id)).toMatchObject({ status: 'OPEN' });
  });

  it('waits for the authority again when the term for putting right has passed', async () => {
    const { id } = await mismatched();
    const now = app.clock.now();
    app.clock.advance(30 * DAY);
    try {
      const late = await app.person('REGISTRAR');
      expect(await waiting(late, id)).toEqual(['FILING_MISMATCH_OVERDUE']);
    } finally {
      app.clock.advance(now.getTime() - app.clock.now().getTime());
    }
  });

  it('gives who sends a file again under the same key, having got no answer, the first one', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const file = { content: PDF, other: Buffer.concat([PDF, Buffer.from('\n')]), filename: '现场照片.pdf' };
    expect(await repeatUpload(app, registrar, `/api/v1/filings/${id}/verification/files`, file)).toEqual({
      ...HONEST,
      statuses: [201, 201],
    });
  });

  it('is the business of the department and the place, and the report the applicant’s own', async () => {
    const { id } = await mismatched();
    const others: [TestPerson, number][] = [
      [await app.person('REGISTRAR', { departments: ['health'] }), 403],
      [await app.person('OPERATOR'), 404],
      [await app.person('REGISTRAR', { districts: ['500152'] }), 404],
    ];
    for (const [person, status] of others) {
      await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(status);
      const upload = app.as(person).post(`/api/v1/filings/${id}/verification/files`);
      await upload.attach('file', PDF, { filename: 'a.pdf', contentType: 'application/pdf' }).expect(status);
    }
    await post(registrar, id, 'correct', { statement: '已改' }, 403);
    await post(operator, id, 'record', { ...visit, facts: [] }, 403);
  });

  it.each([
    [{ officerIds: [] }, '/officerIds'],
    [
      { officerIds: ['019ab2f0-0000-7000-8000-000000000000', '019ab2f0-0000-7000-8000-000000000001'] },
      '/officerIds/1',
    ],
    [{ experts: [' '] }, '/experts'],
    [{ visitedOn: '2026-11-21' }, '/visitedOn'],
    [{ visitedOn: '2026-02-30' }, '/visitedOn'],
    [{ facts: [] }, '/facts'],
    [{ facts: [null] }, '/facts'],
    [{ fileIds: ['019ab2f0-0000-7000-8000-000000000000'] }, '/fileIds/0'],
  ])('refuses %j, naming the field, and leaves nothing behind', async (wrong, pointer) => {
    const { id } = await filings.accepted(operator, registrar);
    const body = { ...visit, facts: await found(id), ...wrong };
    const answer = await post(registrar, id, 'record', body, 422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect(await of(registrar, id)).toMatchObject({ status: 'OPEN', visits: [], steps: [] });
  });

  it('is done by two different officials of the department and place, and experts only beside them', async () => {
    const { id } = await filings.accepted(operator, registrar);
    const path = `/api/v1/filings/${id}/verification/officers`;
    const others = [
      await app.person('REGISTRAR', { departments: ['health'] }),
      await app.person('INSPECTOR', { districts: ['500152'] }),
      operator,
    ];
    const able = (await app.as(registrar).get(path).expect(200)).body.items as { id: string }[];
    expect(able).toContainEqual({ id: inspector.id, name: '示例·乙检查' });
    for (const other of others) {
      expect(able.map((one) => one.id)).not.toContain(other.id);
      const body = { ...visit, officerIds: [registrar.id, other.id], facts: await found(id) };
      const { body: answer } = await post(registrar, id, 'record', body, 422);
      expect(answer.errors).toMatchObject([{ pointer: '/officerIds/1', code: 'UNKNOWN_OFFICER' }]);
    }
    await app.as(operator).get(path).expect(403);
    const twice = { ...visit, officerIds: [registrar.id, registrar.id], experts: ['示例·赵工程师'] };
    await post(registrar, id, 'record', { ...twice, facts: await found(id) }, 422);
    const body = { ...visit, experts: ['示例·赵工程师'], facts: await found(id) };
    const { body: done } = await post(registrar, id, 'record', body, 200);
    expect(done.visits[0].officers.toSorted()).toEqual(['示例·乙检查', '示例·甲受理'].toSorted());
    expect(done.visits[0].experts).toEqual(['示例·赵工程师']);
  });

  it('is neither done nor recorded by its applicant, who has come to work for the authority since', async () => {
    const mover = await app.person('OPERATOR');
    const { id } = await filings.accepted(mover, registrar);
    await app.database.query(
      `update access.person set roles = '{REGISTRAR}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [mover.id],
    );
    const path = `/api/v1/filings/${id}/verification/officers`;
    const { body: able } = await app.as(registrar).get(path).expect(200);
    expect((able as { items: { id: string }[] }).items.map((one) => one.id)).not.toContain(mover.id);
    const facts = await found(id);
    const named = { ...visit, officerIds: [registrar.id, mover.id], facts };
    const { body: refused } = await post(registrar, id, 'record', named, 422);
    expect(refused.errors).toMatchObject([{ pointer: '/officerIds/1', code: 'UNKNOWN_OFFICER' }]);
    const { body: own } = await post(mover, id, 'record', { ...visit, facts }, 409);
    expect(own.code).toBe('ENTERED_BY_YOURSELF');
    expect(await of(mover, id)).toMatchObject({ status: 'OPEN', availableActions: [] });
    await post(registrar, id, 'record', { ...visit, facts }, 200);
  });

  it('is read with typed names where it was recorded before accounts were kept', async () => {
    const { id } = await mismatched();
    await app.database.query(`
      alter table filings.verification_visit disable trigger user;
      update filings.verification_visit set officer_ids = null, officers = '{示例·旧甲,示例·旧乙}'
       where verification_id = (select v.id from filings.verification v where v.filing_id = '${id}');
      alter table filings.verification_visit enable trigger user;`);
    expect((await of(registrar, id)).visits).toMatchObject([
      { officers: ['示例·旧甲', '示例·旧乙'], experts: [] },
    ]);
  });

  it('keeps what was found as it was found', async () => {
    await mismatched();
    await expect(app.database.query(`update filings.verification_visit set note = ''`)).rejects.toThrow(
      'append-only',
    );
  });
});
