import { createHash } from 'node:crypto';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { disclosureProcess } from '../src/domain/disclosure.process';
import { FilingBuilder } from './filing.builder';

const REASON = '场地租期不足3年，不符合《托育机构设置标准（试行）》的规定。';

describe('telling the public that a filing does not meet the standards', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const refused = async (): Promise<string> => {
    const { id } = await filings.submitted(operator, 'CHILDCARE');
    await filings.act(health, id, 'refuse', { reason: `${REASON}负责人示例·李秀英电话13900000002。` });
    return id;
  };
  const send = (id: string, action: string, body: object, version: number, by = health) =>
    app.as(by).post(`/api/v1/filings/${id}/disclosure/${action}`).set('if-match', `"${version}"`).send(body);
  /** As it stands. */
  const disclose = async (id: string, action: string, body: object, status = 200, by = health) => {
    const read = await app.as(health).get(`/api/v1/filings/${id}/disclosure`);
    const version = typeof read.body.version === 'number' ? read.body.version : 0;
    return send(id, action, body, version, by).expect(status);
  };
  const told = async (): Promise<{ name: string; reason: string; corrected: boolean; id: string }[]> =>
    (await app.http.get('/api/v1/public/nonconformities?limit=100').expect(200)).body.items;
  const entries = (id: string) =>
    app.database.query<{ action: string; canonical: string }>(
      `select action, canonical from audit.entry where subject_id = $1 and action like 'filing.nonconformity%' order by at, id`,
      [id],
    );

  it('waits for words that an official confirms, and for which it says until when', async () => {
    const id = await refused();
    const { body } = await app.as(health).get(`/api/v1/filings/${id}/disclosure`).expect(200);
    // 2026-11-20 is a Friday; fifteen working days later.
    expect(body).toMatchObject({
      status: 'UNPUBLISHED',
      statusLabel: '待公开',
      reason: null,
      dueOn: '2026-12-11',
      availableActions: ['publish'],
      lines: [],
    });
    expect(body.noticeReason).toContain(REASON);
    expect(body.number).toMatch(/^长卫备不符〔2026〕\d+号$/);
    expect(await told()).toEqual([]);
    const seen = await app.as(operator).get(`/api/v1/filings/${id}/disclosure`).expect(200);
    expect(seen.body.availableActions).toEqual([]);
  });

  it('refuses words with personal data, at the field, without repeating them', async () => {
    const id = await refused();
    const answer = await disclose(
      id,
      'publish',
      { reason: `${REASON}负责人示例·李秀英电话13900000002。` },
      422,
    );
    expect(answer.body.code).toBe('PERSONAL_DATA_IN_PUBLIC_WORDS');
    expect(answer.body.errors).toMatchObject([{ pointer: '/reason' }]);
    expect(JSON.stringify(answer.body)).not.toMatch(/13900000002|李秀英/);
    await disclose(id, 'publish', { reason: ' ' }, 422);
    await disclose(id, 'publish', {}, 422);
    expect(await entries(id)).toEqual([]);
  });

  it('publishes, corrects and takes down by new lines, each with its entry in the log', async () => {
    const id = await refused();
    await disclose(id, 'publish', { reason: REASON });
    const [first] = await told();
    expect(first).toMatchObject({ name: '示例·小树苗托育中心', reason: REASON, corrected: false });
    await disclose(id, 'publish', { reason: REASON }, 409);
    await disclose(id, 'correct', { reason: `${REASON}已核实。` }, 422);
    await disclose(id, 'correct', { reason: `${REASON}已核实。`, note: '补充核实情况' });
    const [second] = await told();
    expect(second).toMatchObject({ id: first?.id, reason: `${REASON}已核实。`, corrected: true });
    const page = await app.http.get(`/nonconformities/${first?.id}`).expect(200);
    for (const expected of [REASON, '尚未备案', '西安市长安区卫生健康局', '更正时间'])
      expect(page.text).toContain(expected);
    for (const hidden of ['补充核实情况', '李秀英', '13900000002']) expect(page.text).not.toContain(hidden);
    const withdrawn = await disclose(id, 'withdraw', { note: '机构已经改正' });
    expect(withdrawn.body).toMatchObject({
      status: 'WITHDRAWN',
      reason: null,
      availableActions: ['publish'],
    });
    expect(withdrawn.body.lines.map(({ action }: { action: string }) => action)).toEqual([
      'publish',
      'correct',
      'withdraw',
    ]);
    expect(await told()).toEqual([]);
    await app.http.get(`/nonconformities/${first?.id}`).expect(404);
    await app.http.get(`/api/v1/public/nonconformities/${first?.id}`).expect(404);
    const log = await entries(id);
    expect(log.map(({ action }) => action)).toEqual([
      'filing.nonconformity-published',
      'filing.nonconformity-corrected',
      'filing.nonconformity-withdrawn',
    ]);
    expect(log[0]?.canonical).toContain(createHash('sm3').update(REASON).digest('hex'));
    expect(log.map(({ canonical }) => canonical).join()).not.toContain('场地');
    await expect(app.database.query('delete from filings.disclosure')).rejects.toThrow(
      /append-only|refuse|restrict/i,
    );
  });

  it('says when the institution has been filed since', async () => {
    const id = await refused();
    await disclose(id, 'publish', { reason: REASON });
    const again = await filings.accepted(operator, health, 'CHILDCARE');
    const { body } = await app.http.get('/api/v1/public/nonconformities').expect(200);
    expect(body.items[0]).toMatchObject({ filedSince: again.filingNumber });
    expect((await app.http.get('/nonconformities').expect(200)).text).toContain('此后已备案');
    await disclose(id, 'withdraw', { note: '已备案' });
  });

  it('is told once where two publish at the same moment', async () => {
    const id = await refused();
    const publish = () =>
      app.as(health).post(`/api/v1/filings/${id}/disclosure/publish`).send({ reason: REASON });
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await told()).toHaveLength(1);
  });

  it('is corrected and taken down by who has read it, and once', async () => {
    const id = await refused();
    await disclose(id, 'publish', { reason: REASON });
    const path = `/api/v1/filings/${id}/disclosure`;
    const corrected = { reason: `${REASON}已核实。`, note: '补充核实情况' };
    for (const [act, body] of [
      ['correct', corrected],
      ['withdraw', { note: '机构已经改正' }],
    ] as const) {
      const { body: answer } = await app.as(health).post(`${path}/${act}`).send(body).expect(428);
      expect(answer.code).toBe('VERSION_REQUIRED');
    }
    const colleague = await app.person('REGISTRAR', { departments: ['health'] });
    const answers = await Promise.all(
      [health, colleague, health, colleague].map((by) => send(id, 'correct', corrected, 1, by)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
    const late = await send(id, 'withdraw', { note: '机构已经改正' }, 1, colleague).expect(412);
    expect(late.body.code).toBe('STALE_VERSION');
    const { body, headers } = await app.as(colleague).get(path).expect(200);
    expect(body).toMatchObject({ version: 2, status: 'PUBLISHED', lines: [{}, { action: 'correct' }] });
    expect(headers['etag']).toBe('"2"');
    await send(id, 'withdraw', { note: '机构已经改正' }, 2, colleague).expect(200);
    // Who has not read that it was taken down does not publish it once more.
    await send(id, 'publish', { reason: REASON }, 0).expect(412);
  });

  it('is for the department and the district, and for no other kind of refusal', async () => {
    const id = await refused();
    const civil = await app.person('REGISTRAR');
    await disclose(id, 'publish', { reason: REASON }, 403, civil);
    await disclose(id, 'publish', { reason: REASON }, 403, operator);
    await disclose(
      id,
      'publish',
      { reason: REASON },
      404,
      await app.person('REGISTRAR', { districts: ['610102'], departments: ['health'] }),
    );
    const elderly = await filings.submitted(operator);
    await disclose(elderly.id, 'publish', { reason: REASON }, 409, civil);
    await filings.act(civil, elderly.id, 'refuse', { reason: '不属于备案范围' });
    const answer = await disclose(elderly.id, 'publish', { reason: REASON }, 409, civil);
    expect(answer.body.code).toBe('NOTHING_TO_DISCLOSE');
    await app.as(civil).get(`/api/v1/filings/${elderly.id}/disclosure`).expect(409);
    await app.http.post(`/api/v1/filings/${id}/disclosure/publish`).send({ reason: REASON }).expect(401);
  });

  it('knows in the database the acts and states of the process', async () => {
    const checks = await app.database.query<{ name: string; text: string }>(
      `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint
        where conrelid = 'filings.disclosure'::regclass and conname in ('disclosure_action', 'disclosure_status') order by 1`,
    );
    const named = checks.map(({ text }) => [...text.matchAll(/'([^']+)'/g)].map(([, value]) => value));
    expect(named).toEqual([[...disclosureProcess.actionNames], [...disclosureProcess.states]]);
  });
});
