import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;
const PURPOSE = '核实场地面积、班型和人员配备';

describe('a visit to the spot that the authority orders', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let inspector: TestPerson;

  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE }));
    inspector = await app.person('INSPECTOR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const list = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200)).body.items;
  const order = (id: string, body: object = {}, by = health) =>
    app
      .as(by)
      .post(`/api/v1/filings/${id}/verifications`)
      .send({ purpose: PURPOSE, ...body });
  const send = async (person: TestPerson, id: string, what: string, body: object) => {
    const [{ version }] = await list(person, id);
    return app
      .as(person)
      .post(`/api/v1/filings/${id}/verification/${what}`)
      .set('if-match', `"${version}"`)
      .send(body);
  };
  const record = async (id: string, visitedOn: string, wrong?: string) => {
    const [{ facts }] = await list(health, id);
    const found = (facts as { pointer: string }[]).map(({ pointer }) =>
      pointer === wrong ? { pointer, matches: false, found: '与填报不符' } : { pointer, matches: true },
    );
    return send(health, id, 'record', { visitedOn, officerIds: [health.id, inspector.id], facts: found });
  };
  const work = async (person: TestPerson, id: string) =>
    (await app.as(person).get('/api/v1/work-items?limit=100').expect(200)).body.items
      .filter(({ subject }: { subject: { id: string } }) => subject.id === id)
      .map(({ type, detail }: { type: string; detail: string }) => [type, detail]);
  const told = async (id: string) => {
    await app.idle();
    return (await app.as(operator).get('/api/v1/notifications?limit=100').expect(200)).body.items
      .filter(({ subject }: { subject: { id: string } | null }) => subject?.id === id)
      .map(({ title }: { title: string }) => title);
  };

  it('is optional for a filing: told to the applicant, stops no term, bars no acceptance and goes on after it', async () => {
    const { id, dueOn } = await filings.submitted(operator, 'CHILDCARE');
    const { body } = await order(id, { plannedOn: '2026-11-25' }).expect(201);
    expect(body).toMatchObject({
      origin: 'ORDERED',
      status: 'OPEN',
      purpose: PURPOSE,
      orderedByName: health.caller.name,
      plannedOn: '2026-11-25',
    });
    expect((body.facts as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/institution/capacity', '/site/FIRE_SAFETY', '/site/HEALTH_CARE']),
    );
    await order(id).expect(409);
    expect((await told(id)).join()).toContain('2026年11月25日到现场核查');
    expect(await work(health, id)).toContainEqual(['FILING_TO_VERIFY', '安排的现场核查']);
    const { body: read } = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(read.dueOn).toBe(dueOn);
    await filings.act(health, id, 'accept');
    expect((await record(id, '2026-11-20', '/institution/capacity')).body).toMatchObject({
      status: 'MISMATCH_FOUND',
    });
    expect(await work(operator, id)).toContainEqual([
      'FILING_MISMATCH_TO_CORRECT',
      '现场核查不一致，请办理变更或者改正',
    ]);
  });

  it('is called off with a reason that the applicant hears of, and may be ordered again', async () => {
    const { id } = await filings.accepted(operator, health, 'CHILDCARE');
    await order(id).expect(201);
    expect((await send(health, id, 'withdraw', { reason: ' ' })).status).toBe(422);
    expect((await send(health, id, 'withdraw', { reason: '改为书面核对' })).body).toMatchObject({
      status: 'CANCELLED',
      steps: [{ label: '撤销核查安排', reason: '改为书面核对' }],
    });
    expect((await told(id)).join()).toContain('不再进行原先安排的现场核查');
    await order(id).expect(201);
    expect((await list(operator, id)).map(({ status }: { status: string }) => status)).toEqual([
      'OPEN',
      'CANCELLED',
    ]);
  });

  it('ends with a case that is taken back or refused', async () => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await order(id).expect(201);
    await filings.act(operator, id, 'withdraw');
    expect((await list(operator, id))[0]).toMatchObject({ status: 'CANCELLED' });
    const { id: other } = await filings.submitted(operator, 'CHILDCARE');
    await order(other).expect(201);
    await filings.act(health, other, 'refuse', { reason: '场地租期不足3年。' });
    expect((await list(operator, other))[0]).toMatchObject({ status: 'CANCELLED' });
  });

  it('is of the office alone, not of 养老, of drafts or of days gone by', async () => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await order(id, {}, operator).expect(403);
    const verifies = async (by: TestPerson) =>
      (await app.as(by).get(`/api/v1/filings/${id}`).expect(200)).body.verifies;
    expect([await verifies(health), await verifies(operator)]).toEqual([true, false]);
    await order(id, {}, await app.person('REGISTRAR')).expect(403);
    const away = await app.person('REGISTRAR', { departments: ['health'], districts: ['610113'] });
    await order(id, {}, away).expect(404);
    for (const purpose of [' ', '。', '……', '1']) await order(id, { purpose }).expect(422);
    await order(id, { plannedOn: '2026-11-19' }).expect(422);
    await order(id, { plannedOn: '2027-11-19' }).expect(422);
    const civil = await app.person('REGISTRAR');
    const home = await filings.accepted(operator, civil);
    await order(home.id, {}, civil).expect(409);
    const [{ version }] = await list(civil, home.id);
    const calledOff = await app
      .as(civil)
      .post(`/api/v1/filings/${home.id}/verification/withdraw`)
      .set('if-match', `"${version}"`)
      .send({ reason: '不去' });
    expect(calledOff.body.code).toBe('VISIT_NOT_CALLED_OFF');
  });

  it('looks at no filing of before by what another account has filed of the place since', async () => {
    const { id, institutionId } = await filings.accepted(operator, health, 'CHILDCARE', {
      name: '示例·易主托育园',
    });
    await app.database.query('update institutions.institution set operator_id = $2 where id = $1', [
      institutionId,
      (await app.person('OPERATOR')).id,
    ]);
    expect((await order(id).expect(409)).body.code).toBe('VISIT_NOT_ORDERABLE');
  });

  it('keeps no numbers of persons in what was ordered, found and answered', async () => {
    const { id } = await filings.submitted(operator, 'CHILDCARE', { name: '示例·号码托育园' });
    await order(id, { purpose: '请联系张三 13912345678 开门；本局电话 029-85290000' }).expect(201);
    await send(health, id, 'withdraw', { reason: '身份证 610116189001010019 已核对' });
    const { body } = await app.as(health).get(`/api/v1/filings/${id}/verifications`).expect(200);
    const said = JSON.stringify(body.items);
    expect(said).not.toMatch(/13912345678|610116189001010019/);
    expect(said).toContain('029-85290000');
  });

  it('bars a licence until it is recorded, and asks why where it found otherwise', async () => {
    app.clock.advance(3 * DAY);
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    expect((await order(id).expect(409)).body.code).toBe('VISIT_BEFORE_ADMISSION');
    await filings.act(health, id, 'admit');
    const { body } = await order(id).expect(201);
    expect(body).toMatchObject({ origin: 'REVIEW', basis: { article: '第三十四条第三款' } });
    const accept = (given: object = {}) => app.as(health).post(`/api/v1/filings/${id}/accept`).send(given);
    expect((await accept().expect(409)).body.code).toBe('VERIFICATION_NOT_RECORDED');
    expect((await record(id, '2026-11-23', '/institution/capacity')).body.status).toBe('MISMATCH_FOUND');
    expect(await work(operator, id)).toContainEqual([
      'FILING_MISMATCH_TO_CORRECT',
      '现场核查不一致，请改正以后报告',
    ]);
    for (const given of [{}, { reason: '。' }])
      expect((await accept(given).expect(422)).body.code).toBe('MISMATCH_UNEXPLAINED');
    await send(operator, id, 'correct', { statement: '已按申请的托位恢复' });
    expect((await accept({ reason: '托位相差很少' }).expect(409)).body.code).toBe(
      'VERIFICATION_NOT_RECORDED',
    );
    expect((await record(id, '2026-11-23', '/institution/capacity')).status).toBe(200);
    const granted = await accept({ reason: '托位相差很少，不影响办托条件' });
    expect(granted.body).toMatchObject({ status: 'ACCEPTED' });
    const { body: history } = await app.as(operator).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(JSON.stringify(history)).toContain('托位相差很少，不影响办托条件');
    expect(await work(operator, id)).toContainEqual([
      'FILING_MISMATCH_TO_CORRECT',
      '现场核查不一致，请办理变更或者改正',
    ]);
  });
});
