import type { Role } from '@zhaoguan/contracts';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { InspectionBuilder, SOURCE_URL } from './inspection.builder';

const NOBODY = '019a9d3c-7a00-7000-8000-000000000001';
const ROLES = ['PLANNER', 'REVIEWER', 'INSPECTOR', 'CASE_OFFICER'] as const;
const ROLES_THAT_READ = ['PLANNER', 'REVIEWER', 'CASE_OFFICER'] as const;
type Answers = Readonly<Partial<Record<Role, string>>>;

/** Acts on what is over: whoever is in charge is told so, nobody changes anything, and all can be asked in turn. */
describe('a draw of the civil affairs department', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  let planId: string;
  let drawId: string;
  let taskId: string;
  let resultId: string;
  let unpublished: string;
  const people = new Map<string, TestPerson>();

  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 2 });
    drawId = await county.drawn({ strata: [{ key: 'B', basisPoints: 10_000, minimum: 0 }] });
    const [task, other] = await county.inspectAll();
    unpublished = other?.resultId ?? '';
    taskId = task?.id ?? '';
    resultId = task?.resultId ?? '';
    await app.as(county.reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
    await app.as(county.planner).post(`/api/v1/draws/${drawId}/open`).expect(200);
    planId = (await county.plan()).id;
    await county.announce(planId);
    for (const department of ['civil-affairs', 'health']) {
      for (const role of ROLES) {
        people.set(`${role} ${department}`, await county.official(role, department));
      }
    }
  });
  afterAll(() => app.stop());

  it('keeps what is not published yet from other departments, but for their case officers, and from who is of none', async () => {
    const seen: [string, number, boolean][] = [];
    const ofNone = await app.person('CASE_OFFICER', { departments: [] });
    const readers = [...ROLES_THAT_READ.map((role) => people.get(`${role} health`)), ofNone];
    for (const reader of readers) {
      if (!reader) throw new Error('nobody there');
      const { status } = await get(reader, `inspection-results/${unpublished}`);
      const { body } = await get(reader, 'inspection-results?limit=100').expect(200);
      const ids = (body.items as { id: string }[]).map(({ id }) => id);
      expect(ids).toContain(resultId);
      seen.push([reader.username.split('-')[0] ?? '', status, ids.includes(unpublished)]);
    }
    expect(seen).toEqual([
      ['planner', 404, false],
      ['reviewer', 404, false],
      ['case', 200, true],
      ['case', 404, false],
    ]);
    expect((await get(county.reviewer, `inspection-results/${unpublished}`)).status).toBe(200);
  });

  const post = (by: TestPerson, path: string, body: object = {}) =>
    app.as(by).post(`/api/v1/${path}`).send(body);
  const get = (by: TestPerson, path: string) => app.as(by).get(`/api/v1/${path}`);
  const inspectorPath = (): string => `inspectors/${county.inspectors[0]?.inspectorId}`;

  /** What each role is answered, by the department in charge and by another; a role that is not named may not ask. */
  const ACTS: readonly [string, (by: TestPerson) => PromiseLike<Response>, Answers, Answers][] = [
    [
      'previewed',
      (by) => get(by, `inspection-plans/${planId}/preview`),
      { PLANNER: 'done', REVIEWER: 'done' },
      { PLANNER: 'WRONG_DEPARTMENT', REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'announced',
      (by) =>
        post(by, `inspection-plans/${planId}/draws`, { beacon: { source: 'drand', round: '99999999' } }),
      { PLANNER: 'DRAW_IN_PROGRESS' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'given its beacon',
      (by) => post(by, `draws/${drawId}/beacon`, { value: county.valueOf(drawId), sourceUrl: SOURCE_URL }),
      { PLANNER: 'INVALID_TRANSITION' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'confirmed',
      (by) => post(by, `draws/${drawId}/beacon/confirm`, { value: county.valueOf(drawId) }),
      { REVIEWER: 'INVALID_TRANSITION' },
      { REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'opened',
      (by) => post(by, `draws/${drawId}/open`),
      { PLANNER: 'INVALID_TRANSITION' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'voided',
      (by) => post(by, `draws/${drawId}/void`, { reason: '示例' }),
      { PLANNER: 'INVALID_TRANSITION', REVIEWER: 'INVALID_TRANSITION' },
      { PLANNER: 'WRONG_DEPARTMENT', REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'looked into',
      (by) => get(by, `draws/${drawId}/selection`),
      { PLANNER: 'done', REVIEWER: 'done' },
      { PLANNER: 'WRONG_DEPARTMENT', REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'replaced from',
      (by) => post(by, `inspection-tasks/${taskId}/replace`, { reason: '示例' }),
      { REVIEWER: 'INVALID_TRANSITION' },
      { REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'looked at task by task',
      (by) => get(by, `inspection-tasks/${taskId}`),
      { PLANNER: 'done', REVIEWER: 'done', INSPECTOR: 'NOT_FOUND', CASE_OFFICER: 'done' },
      // Penalties are for several departments; what is submitted is their officers' to read.
      { PLANNER: 'NOT_FOUND', REVIEWER: 'NOT_FOUND', INSPECTOR: 'NOT_FOUND', CASE_OFFICER: 'done' },
    ],
    [
      'published',
      (by) => post(by, `inspection-results/${resultId}/publish`),
      { REVIEWER: 'INVALID_TRANSITION' },
      { REVIEWER: 'WRONG_DEPARTMENT' },
    ],
    [
      'given an inspector',
      (by) =>
        post(by, 'inspectors', {
          personId: NOBODY,
          certificateNumber: '610116-X-1',
          department: 'civil-affairs',
          districts: ['610116'],
          validUntil: '2029-12-31',
        }),
      { PLANNER: 'UNKNOWN_PERSON' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'given another inspector',
      (by) => app.as(by).patch(`/api/v1/${inspectorPath()}`).send({ active: false, reason: '示例·离职' }),
      { PLANNER: 'VERSION_REQUIRED' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'given a recusal',
      (by) => post(by, `${inspectorPath()}/recusals`, { institutionId: NOBODY, reason: '示例' }),
      { PLANNER: 'UNKNOWN_INSTITUTION', INSPECTOR: 'NOT_FOUND' },
      { PLANNER: 'WRONG_DEPARTMENT', INSPECTOR: 'NOT_FOUND' },
    ],
    [
      'freed of a recusal',
      (by) => post(by, `${inspectorPath()}/recusals/${NOBODY}/revoke`, { reason: '示例' }),
      { PLANNER: 'NOT_FOUND' },
      { PLANNER: 'WRONG_DEPARTMENT' },
    ],
    [
      'asked for its recusals',
      (by) => get(by, `${inspectorPath()}/recusals`),
      { PLANNER: 'done', REVIEWER: 'NOT_FOUND', INSPECTOR: 'NOT_FOUND' },
      { PLANNER: 'WRONG_DEPARTMENT', REVIEWER: 'NOT_FOUND', INSPECTOR: 'NOT_FOUND' },
    ],
    [
      'asked for what was done to its directory',
      (by) => get(by, `${inspectorPath()}/changes`),
      { PLANNER: 'done', REVIEWER: 'done', INSPECTOR: 'NOT_FOUND' },
      { PLANNER: 'done', REVIEWER: 'done', INSPECTOR: 'NOT_FOUND' },
    ],
  ];

  it.each(ACTS)('is %s by those in charge alone', async (_, act, ours, theirs) => {
    for (const [department, answers] of [
      ['civil-affairs', ours],
      ['health', theirs],
    ] as const) {
      for (const role of ROLES) {
        const person = people.get(`${role} ${department}`);
        if (!person) throw new Error('nobody there');
        const { body, status } = await act(person);
        const code = status < 300 ? 'done' : (body as { code: string }).code;
        expect([role, department, code]).toEqual([role, department, answers[role] ?? 'FORBIDDEN']);
      }
    }
  });

  it('offers nothing to another department', async () => {
    const planner = people.get('PLANNER health');
    const reviewer = people.get('REVIEWER health');
    if (!planner || !reviewer) throw new Error('nobody there');
    const plan = await get(planner, `inspection-plans/${(await county.plan()).id}`).expect(200);
    const pending = await county.announce((await county.plan()).id);
    const draw = await get(planner, `draws/${pending}`).expect(200);
    const result = await get(reviewer, `inspection-results/${resultId}`).expect(200);
    const tasks = await get(planner, 'inspection-tasks').expect(200);
    expect([plan, draw, result].map(({ body }) => body.availableActions)).toEqual([[], [], []]);
    expect(tasks.body.items).toEqual([]);
  });

  it('leaves to the departments of a joint inspection their own inspectors, and those their tasks', async () => {
    const fire = await county.addInspector({ department: 'fire' });
    const own = await county.plannerOf('fire');
    const posted = post(county.planner, `inspectors/${fire.inspectorId}/recusals`, {
      institutionId: county.institutions[0]?.id,
      reason: '示例',
    });
    expect((await posted.expect(403)).body.code).toBe('WRONG_DEPARTMENT');
    const demands = ['civil-affairs', 'fire'].map((department) => ({ department, inspectors: 1 }));
    await county.drawn({ demands });
    const [task] = await county.tasksOf(fire);
    if (!task) throw new Error('no task was made');
    await get(own, `inspection-tasks/${task.id}`).expect(404);
    await get(fire, `inspection-tasks/${task.id}`).expect(200);
    expect((await county.start(fire, task.id)).status).toBe('IN_PROGRESS');
  });
});
