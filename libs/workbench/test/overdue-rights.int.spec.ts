import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { toldTo } from './notified.builder';
import { waitingOf, type Cast } from './waiting.builder';

interface OverdueAnswer {
  readonly id: string;
  readonly title: string;
  readonly officeName: string;
  readonly daysOverdue: number;
  readonly level: string;
  readonly status: string;
  readonly version: number;
  readonly availableActions: string[];
  readonly history: {
    readonly label: string;
    readonly actorName: string | null;
    readonly note: string | null;
  }[];
}

const FIRST_MORNING = '2026-11-30';
const SECOND_MORNING = '2026-12-04';
const NOTE = '请于本周内办结，联系电话 13800000000';

describe('the supervision of what is overdue', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let cast: Cast;
  let runs = 0;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast = {
      operator: await app.person('OPERATOR'),
      registrar: await app.person('REGISTRAR'),
      colleague: await app.person('REGISTRAR'),
      inspector: await app.person('INSPECTOR'),
      head: await app.person('REVIEWER', { name: '示例·负责人' }),
      'head of health': await app.person('REVIEWER', { departments: ['health'] }),
      'head elsewhere': await app.person('REVIEWER', { districts: ['610113'] }),
      city: await app.person('REVIEWER', { districts: ['610100'] }),
      planner: await app.person('PLANNER'),
      'registrar of the city': await app.person('REGISTRAR', { districts: ['610100'] }),
    };
  });
  afterAll(() => app.stop());

  const who = (name: string): TestPerson => cast[name]!;

  async function morningOf(date: string): Promise<void> {
    app.clock.set(`${date}T00:10:00Z`);
    await app.nest.get(JobRunner).run('workbench.seek-overdue', `test-rights-${(runs += 1)}`, {});
    await app.idle();
  }

  /** Due on Friday, 27 November, and raised on Monday. */
  async function late(name: string): Promise<{ readonly filingId: string; readonly id: string }> {
    app.clock.set('2026-11-20T02:00:00Z');
    const { id: filingId } = await filings.submitted(who('operator'), 'ELDERLY_CARE', { name });
    await morningOf(FIRST_MORNING);
    const [row] = await app.database.query<{ id: string }>(
      'select id from workbench.overdue where subject_id = $1',
      [filingId],
    );
    return { filingId, id: row!.id };
  }

  const read = (name: string, id: string) => app.as(who(name)).get(`/api/v1/overdue-items/${id}`);
  const list = async (name: string, query = ''): Promise<OverdueAnswer[]> => {
    const answer = await app.as(who(name)).get(`/api/v1/overdue-items?limit=100${query}`).expect(200);
    return answer.body.items as OverdueAnswer[];
  };
  const act = (name: string, id: string, action: 'urge' | 'explain', version?: number, note = NOTE) => {
    const request = app.as(who(name)).post(`/api/v1/overdue-items/${id}/${action}`);
    return (version === undefined ? request : request.set('if-match', `"${version}"`)).send({ note });
  };
  const codeOf = (answer: { readonly body: { readonly code?: string } }) => answer.body.code;
  const actionsOf = async (name: string, id: string): Promise<string[]> => {
    const answer = await read(name, id);
    return answer.status === 200 ? (answer.body as OverdueAnswer).availableActions : [`${answer.status}`];
  };

  it('belongs to the head of the office, then to the city; each sees what is theirs', async () => {
    const { id } = await late('示例·子院');
    const all = async () =>
      Object.fromEntries(
        await Promise.all(Object.keys(cast).map(async (name) => [name, (await actionsOf(name, id)).join()])),
      ) as Record<string, string>;
    const others = {
      operator: '403',
      planner: '403',
      inspector: '404',
      'head of health': '404',
      'head elsewhere': '404',
      registrar: 'explain',
      colleague: 'explain',
      // Reads it; why the county let it pass is for the county to say.
      'registrar of the city': '',
    };
    expect(await all()).toEqual({ ...others, head: 'urge', city: 'urge' });
    await morningOf(SECOND_MORNING);
    expect(await all()).toEqual({ ...others, head: '', city: 'urge' });
    expect(codeOf(await act('head', id, 'urge', 2))).toBe('WRONG_DISTRICT');
    expect((await act('city', id, 'urge', 2)).status).toBe(200);
  });

  it('is urged and explained, each told to the other side, and the work list follows', async () => {
    const { filingId, id } = await late('示例·丑院');
    const before = (await read('head', id).expect(200)).body as OverdueAnswer;
    expect(before).toMatchObject({
      title: '示例·丑院',
      officeName: '西安市长安区民政局',
      daysOverdue: 1,
      level: 'FIRST',
      status: 'RAISED',
      availableActions: ['urge'],
    });
    const urged = await act('head', id, 'urge', before.version).expect(200);
    expect(urged.headers['etag']).toBe('"2"');
    expect(urged.body).toMatchObject({ status: 'URGED' });
    expect((urged.body as OverdueAnswer).history.at(-1)).toMatchObject({
      label: '督办',
      actorName: '示例·负责人',
      note: '请于本周内办结，联系电话 138****0000',
    });
    await app.idle();
    const awaited = async () => (await waitingOf(app, who('head'))).map(({ subject }) => subject.id);
    expect(await awaited()).not.toContain(id);
    for (const name of ['registrar', 'colleague'])
      expect((await toldTo(app, who(name))).map(({ type }) => type)).toContain('OVERDUE_URGED');
    await act('registrar', id, 'explain', 2, '等待申请人到场核对').expect(200);
    await app.idle();
    expect(await awaited()).toContain(id);
    expect((await toldTo(app, who('head')))[0]).toMatchObject({ type: 'OVERDUE_EXPLAINED' });
    await filings.act(who('registrar'), filingId, 'accept');
    await app.idle();
    const after = (await read('head', id).expect(200)).body as OverdueAnswer;
    expect(after).toMatchObject({ status: 'ENDED', availableActions: [] });
    expect(codeOf(await act('head', id, 'urge', after.version))).toBe('INVALID_TRANSITION');
    expect(
      (await toldTo(app, who('registrar'))).find(({ type }) => type === 'OVERDUE_URGED')?.doneAt,
    ).not.toBeNull();
  });

  it('is told to its applicant: how far it went and whom to call, and to nobody else', async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const { id: filingId } = await filings.submitted(who('operator'), 'ELDERLY_CARE', { name: '示例·巳院' });
    const told = (person: TestPerson) => app.as(person).get(`/api/v1/overdue-items/of-filing/${filingId}`);
    const said = async () => (await told(who('operator')).expect(200)).body as object;
    app.clock.set('2026-11-28T02:00:00Z');
    expect(await said()).toMatchObject({ raisedTo: null });
    await morningOf(FIRST_MORNING);
    expect(Object.keys(await said()).sort()).toEqual(['lacking', 'phone', 'raisedTo']);
    expect(await said()).toMatchObject({ raisedTo: 'FIRST' });
    await morningOf(SECOND_MORNING);
    expect(await said()).toMatchObject({ raisedTo: 'SECOND' });
    expect((await told(await app.person('OPERATOR'))).status).toBe(404);
    expect((await told(who('head'))).status).toBe(403);
    await filings.act(who('registrar'), filingId, 'accept');
    await app.idle();
    expect(await said()).toMatchObject({ raisedTo: null });
  });

  it('is explained by whose case it is, once it was assigned by the head', async () => {
    const { filingId, id } = await late('示例·寅院');
    await app
      .as(who('head'))
      .post(`/api/v1/filings/${filingId}/assignment/assign`)
      .send({ personId: who('colleague').id, note: '超期，改由您承办' })
      .expect(200);
    await morningOf(SECOND_MORNING);
    expect(await actionsOf('colleague', id)).toEqual(['explain']);
    expect(codeOf(await act('registrar', id, 'explain', 2))).toBe('NOT_FOUND');
    expect((await app.as(who('head')).post(`/api/v1/filings/${filingId}/accept`).send({})).status).toBe(403);
  });

  it('is not supervised by who has to do with the case', async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const applicant = await app.person('OPERATOR', { name: '示例·转岗' });
    const { id: filingId } = await filings.submitted(applicant, 'ELDERLY_CARE', { name: '示例·卯院' });
    // Came to work for the authority since, and is the head of this office.
    await app.database.query(
      `update access.person set roles = '{REVIEWER}', districts = '{610116}', departments = '{civil-affairs}' where id = $1`,
      [applicant.id],
    );
    cast = { ...cast, applicant };
    await morningOf(FIRST_MORNING);
    const [row] = await app.database.query<{ id: string }>(
      'select id from workbench.overdue where subject_id = $1',
      [filingId],
    );
    expect(await actionsOf('applicant', row!.id)).toEqual([]);
    expect(codeOf(await act('applicant', row!.id, 'urge', 1))).toBe('OVERDUE_CONCERNS_YOU');
    const told = async (name: string) => (await toldTo(app, who(name))).map(({ title }) => title).join();
    expect((await waitingOf(app, applicant)).map(({ subject }) => subject.id)).not.toContain(row!.id);
    expect(await told('applicant')).not.toContain('请督办');
    expect(await told('head')).toContain('卯院');
  });

  it('refuses what is wrong, by field, and a version that is old', async () => {
    const { id } = await late('示例·辰院');
    expect(codeOf(await act('head', id, 'urge'))).toBe('VERSION_REQUIRED');
    expect(codeOf(await act('head', id, 'urge', 9))).toBe('STALE_VERSION');
    const blank = await act('head', id, 'urge', 1, '  ');
    expect([blank.status, codeOf(blank)]).toEqual([422, 'VALIDATION_FAILED']);
    expect(blank.body.errors[0]).toMatchObject({ pointer: '/note' });
    expect((await act('head', id, 'urge', 1, '长'.repeat(1001))).status).toBe(422);
    expect((await app.as(who('head')).get('/api/v1/overdue-items/no-id')).status).toBe(400);
    for (const query of ['status=NONE', 'level=3', 'department=xx', 'limit=0'])
      expect((await app.as(who('head')).get(`/api/v1/overdue-items?${query}`)).status).toBe(422);
    expect(codeOf(await app.as(who('head')).get('/api/v1/overdue-items?cursor=abc'))).toBe('INVALID_CURSOR');
  });

  it('is listed by page, state and level, and counted by office for the city', async () => {
    await morningOf(SECOND_MORNING);
    const open = await list('city');
    expect(open.every(({ status }) => status !== 'ENDED')).toBe(true);
    const paged: OverdueAnswer[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await app
        .as(who('city'))
        .get(`/api/v1/overdue-items?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
        .expect(200);
      paged.push(...(answer.body.items as OverdueAnswer[]));
      cursor = answer.body.nextCursor as string | null;
    }
    expect(paged.map(({ id }) => id)).toEqual(open.map(({ id }) => id));
    expect((await list('city', '&level=SECOND')).every(({ level }) => level === 'SECOND')).toBe(true);
    const ended = await list('city', '&status=ENDED');
    expect(ended.map(({ title }) => title)).toContain('示例·丑院');
    expect(await list('head of health')).toEqual([]);
    expect(await list('inspector')).toEqual([]);
    const { body } = await app.as(who('city')).get('/api/v1/overdue-items/statistics').expect(200);
    expect(body.total).toMatchObject({ upTo5: open.length, upTo15: 0, longer: 0, ended: ended.length });
    expect(body.items).toEqual([
      { ...body.total, district: '610116', department: 'civil-affairs', officeName: '西安市长安区民政局' },
    ]);
    expect((await app.as(who('registrar')).get('/api/v1/overdue-items/statistics')).status).toBe(403);
    const nobody = await app.as(who('head of health')).get('/api/v1/overdue-items/statistics').expect(200);
    expect(nobody.body).toEqual({
      total: { upTo5: 0, upTo15: 0, longer: 0, further: 0, ended: 0 },
      items: [],
    });
  });

  it('goes out as a spreadsheet to those who see it, as their list shows it', async () => {
    await late('=示例·迟滞养老院');
    await morningOf(FIRST_MORNING);
    const PATH = '/api/v1/overdue-items/export';
    const namesOf = async (person: TestPerson, query = '') =>
      (await exportedSheet(app, person, PATH + query)).rows.slice(1).map(([name]) => name);
    const [header, ...rows] = (await exportedSheet(app, who('head'), PATH)).rows;
    expect(header).toEqual([
      '事项',
      '待办事项',
      '所在区县',
      '承办机关',
      '期限',
      '超期工作日',
      '报到',
      '状态',
    ]);
    const row = rows.find(([name]) => name === '=示例·迟滞养老院');
    expect(row?.slice(2, 6)).toEqual(['陕西省西安市长安区', '西安市长安区民政局', { date: '2026-11-27' }, 1]);
    expect(await namesOf(who('head'), '?level=SECOND')).not.toContain('=示例·迟滞养老院');
    expect(await namesOf(who('head elsewhere'))).toEqual([]);
    expect(await namesOf(who('head of health'))).toEqual([]);
    await app.as(who('planner')).get(PATH).expect(403);
    await app.as(who('operator')).get(PATH).expect(403);
    await app.as(who('head')).get(`${PATH}?level=THIRD`).expect(422);
  });
});
