import { TestApp, type TestPerson } from '@zhaoguan/testing';
import {
  FILING_STATUS_LABELS,
  filingProcess,
  type FilingAction,
  type FilingStatus,
} from '../src/domain/filing.process';
import { DRAFTS, FilingBuilder } from './filing.builder';

const DAY = 86_400_000;
const REASONS = {
  reasons: [
    { pointer: '/institution/address', message: '住所应写到门牌号' },
    { pointer: '/materials/COMMITMENT_LETTER', message: '承诺书未盖章' },
  ],
};

describe('returning, refusing and accepting', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  let elsewhere: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
  });
  afterAll(() => app.stop());

  const act = (person: TestPerson, id: string, action: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body);
  const bodies: Record<string, object> = {
    return: REASONS,
    refuse: { reason: '不属于备案范围' },
    accept: {},
  };

  it('a return names everything, stops the term, and handing in again begins a new one', async () => {
    const { id, dueOn } = await filings.submitted(operator);
    const returned = await act(registrar, id, 'return', REASONS).expect(200);
    expect(returned.body).toMatchObject({ status: 'RETURNED', dueOn: null, remarks: REASONS.reasons });
    const seen = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(seen.body).toMatchObject({
      remarks: REASONS.reasons,
      availableActions: ['submit', 'withdraw'],
      editable: true,
    });
    const now = app.clock.now();
    app.clock.advance(10 * DAY);
    try {
      const again = await act(await renewed(operator), id, 'submit').expect(200);
      expect(again.body).toMatchObject({ status: 'SUBMITTED', round: 2, remarks: [] });
      expect(again.body.dueOn > (dueOn ?? '')).toBe(true);
    } finally {
      app.clock.advance(now.getTime() - app.clock.now().getTime());
    }
  });

  /** A token lives fifteen minutes; who comes back after days signs in again. */
  async function renewed(person: TestPerson): Promise<TestPerson> {
    const { username, password } = person;
    const answer = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: answer.body.accessToken as string };
  }

  it('keeps every submission as it was handed in', async () => {
    const { id, version } = await filings.returned(operator, registrar);
    const official = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { capacity: 99 } })
      .expect(200);
    const meanwhile = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    expect(meanwhile.body.institution).toEqual(official.body.institution);
    await filings.act(operator, id, 'submit');
    const handedIn = await app.as(registrar).get(`/api/v1/filings/${id}`).expect(200);
    expect(handedIn.body.institution.capacity).toBe(99);
    const rounds = await app.database.query<{ round: number; capacity: string }>(
      `select round, application ->> 'capacity' as capacity from filings.submission where filing_id = $1 order by 1`,
      [id],
    );
    expect(rounds).toEqual([
      { round: 1, capacity: '120' },
      { round: 2, capacity: '99' },
    ]);
    await expect(app.database.query('update filings.submission set round = 9')).rejects.toThrow(
      'append-only',
    );
  });

  it.each([
    ['return', { reasons: [] }, '/reasons'],
    ['return', {}, '/reasons'],
    ['return', { reasons: [null] }, '/reasons'],
    ['return', { reasons: [{ pointer: '/institution/address', message: ' ' }] }, '/reasons/0/message'],
    ['return', { reasons: [{ pointer: 'address', message: '不清楚' }] }, '/reasons/0/pointer'],
    ['return', { reasons: [{ pointer: '/institution/', message: '不清楚' }] }, '/reasons/0/pointer'],
    ['refuse', {}, '/reason'],
    ['refuse', { reason: ' \n' }, '/reason'],
    ['refuse', { reason: '长'.repeat(2001) }, '/reason'],
  ])('%s with %j names the field', async (action, body, pointer) => {
    const { id } = await filings.submitted(operator);
    const answer = await act(registrar, id, action, body).expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer })]);
  });

  it('a return points only at what the applicant has before them, and is not used up by one that does not', async () => {
    const { id } = await filings.submitted(operator);
    const reasons = [
      { pointer: '/institution/floorAreaM2', message: '请填写服务设施面积' },
      { pointer: '/institution/adress', message: '住所应写到门牌号' },
      { pointer: '/materials/FOOD_LICENCE', message: '请上传' },
    ];
    const answer = await act(registrar, id, 'return', { reasons }).expect(422);
    expect(answer.body).toMatchObject({
      code: 'UNKNOWN_POINTER',
      pointers: ['/institution/adress', '/materials/FOOD_LICENCE'],
      detail: '申请书和材料清单中没有：/institution/adress、/materials/FOOD_LICENCE。针对整件的，请写“/”。',
      errors: [{ pointer: '/reasons/1/pointer' }, { pointer: '/reasons/2/pointer' }],
    });
    const whole = [
      { pointer: '/', message: '请  核对全部内容' },
      { pointer: '', message: '请盖章' },
    ];
    const returned = await act(registrar, id, 'return', { reasons: [...reasons.slice(0, 1), ...whole] });
    expect(returned.body).toMatchObject({
      status: 'RETURNED',
      remarks: [
        reasons[0],
        { pointer: '/', message: '请 核对全部内容' },
        { pointer: '/', message: '请盖章' },
      ],
    });
  });

  it.each(['return', 'refuse', 'accept'])(
    '%s is refused to who has not read what was handed in anew, and done for who has',
    async (action) => {
      const first = await filings.submitted(operator);
      const read = `"${first.version}"`;
      await filings.act(registrar, first.id, 'return', REASONS);
      const again = await filings.act(operator, first.id, 'submit');
      const body = bodies[action] ?? {};
      const stale = await act(registrar, first.id, action, body).set('if-match', read).expect(412);
      expect(stale.body).toMatchObject({ code: 'STALE_VERSION', currentVersion: again.version });
      await act(registrar, first.id, action, body).set('if-match', `"${again.version}"`).expect(200);
    },
  );

  it('a refusal gives its reason to the applicant, and ends the filing', async () => {
    const { id } = await filings.submitted(operator);
    await act(registrar, id, 'refuse', { reason: '不提供全日集中住宿服务' }).expect(200);
    const seen = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    expect(seen.body).toMatchObject({
      status: 'REFUSED',
      refusalReason: '不提供全日集中住宿服务',
      dueOn: null,
      availableActions: [],
      editable: false,
    });
  });

  it.each(['return', 'refuse', 'accept'])(
    '%s is for the district and the department only',
    async (action) => {
      const { id } = await filings.submitted(operator);
      const body = bodies[action] ?? {};
      expect((await act(elsewhere, id, action, body).expect(404)).body.code).toBe('NOT_FOUND');
      const department = await act(health, id, action, body).expect(403);
      expect(department.body).toMatchObject({ code: 'WRONG_DEPARTMENT', detail: '该事项应由民政部门办理。' });
      await act(operator, id, action, body).expect(403);
      await act(await app.person('INSPECTOR'), id, action, body).expect(403);
      await app.http.post(`/api/v1/filings/${id}/${action}`).send(body).expect(401);
      const childcare = await filings.submitted(operator, 'CHILDCARE');
      expect((await act(registrar, childcare.id, action, body).expect(403)).body.code).toBe(
        'WRONG_DEPARTMENT',
      );
    },
  );

  it('a township of a functional area is for the authority that holds it', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116005' });
    expect((await act(registrar, id, 'accept').expect(403)).body.code).toBe('WRONG_DISTRICT');
    const area = await app.person('REGISTRAR', { districts: ['610116005', '610112002'] });
    const accepted = await act(area, id, 'accept').expect(200);
    const url = `/api/v1/institutions/${accepted.body.institutionId}`;
    expect((await app.as(area).get(url).expect(200)).body.township).toBe('610116005');
  });

  it.each(['return', 'refuse', 'accept'] as const)(
    '%s is not possible for a draft or a decided filing',
    async (action) => {
      const body = bodies[action] ?? {};
      const draft = await filings.draft(operator);
      await act(registrar, draft.id, action, body).expect(404);
      // What was returned may still be refused.
      const other =
        action === 'refuse'
          ? await filings.act(registrar, (await filings.submitted(operator)).id, 'refuse', { reason: '示例' })
          : await filings.returned(operator, registrar);
      for (const filing of [other, await filings.accepted(operator, registrar)]) {
        const answer = await act(registrar, filing.id, action, body).expect(409);
        expect(answer.body).toMatchObject({
          code: 'INVALID_TRANSITION',
          from: filing.status,
          detail: `当前状态为“${FILING_STATUS_LABELS[filing.status as FilingStatus]}”，请刷新后按可办事项办理。`,
        });
      }
    },
  );

  it('leaves transition, audit entry, event and institution together', async () => {
    const { id, institutionId } = await filings.accepted(operator, health, 'CHILDCARE', {
      serviceForms: ['FULL_DAY'],
    });
    const audit = await app.database.query<{ action: string }>(
      // Papers are printed whenever the worker comes to it.
      `select action from audit.entry where subject_id in ($1, $2) and action not like '%material%' and action not like '%printed%'
        order by id`,
      [id, institutionId],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      'filing.drafted',
      'filing.submitted',
      'institution.registered',
      'filing.accepted',
    ]);
    const after = await app.database.query<{ job: string; payload: object }>(
      `select job, payload from platform.outbox where payload ->> 'filingId' = $1`,
      [id],
    );
    expect(after.map(({ job }) => job)).toContain('filings.render-receipt');
    const institution = await app.as(operator).get(`/api/v1/institutions/${institutionId}`).expect(200);
    expect(institution.body).toMatchObject({
      kind: 'CHILDCARE',
      name: DRAFTS.CHILDCARE.institution.name,
      legalForm: 'ENTERPRISE',
      capacity: 60,
      filedOn: '2026-11-20',
      status: 'OPERATING',
      grade: 'B',
      source: 'FILING',
      details: { serviceForms: ['FULL_DAY'] },
    });
  });

  it('the state of every filing is the fold of its history, and the database admits no other states', async () => {
    const rows = await app.database.query<{
      status: string;
      acts: { action: FilingAction; from: string; to: string }[];
    }>(
      `select f.status, coalesce(jsonb_agg(jsonb_build_object('action', t.action, 'from', t.from_status, 'to', t.to_status)
                order by t.seq) filter (where t.seq is not null), '[]') as acts
         from filings.filing f left join filings.transition t on t.filing_id = f.id group by f.id`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { status, acts } of rows) expect(filingProcess.fold(acts)).toBe(status);
    const checks = await app.database.query<{ states: string[] }>(
      `select array(select m[1] from regexp_matches(pg_get_constraintdef(oid), '''([A-Z]+)''', 'g') m) as states
         from pg_constraint where conname in ('filing_status', 'transition_from', 'transition_to')`,
    );
    expect(checks).toHaveLength(3);
    for (const { states } of checks) expect(states).toEqual([...filingProcess.states]);
    const actions = await app.database.query<{ names: string[] }>(
      `select array(select m[1] from regexp_matches(pg_get_constraintdef(oid), '''([a-z]+)''', 'g') m) as names
         from pg_constraint where conname = 'transition_action_check'`,
    );
    expect(actions[0]?.names).toEqual([...filingProcess.actionNames]);
  });
});
