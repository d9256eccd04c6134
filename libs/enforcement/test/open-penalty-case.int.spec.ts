import { CaseScene, NOTICE, PENALTY } from './case-scene.builder';

describe('opening a penalty case', () => {
  let app: CaseScene['app'];
  let county: CaseScene['county'];
  let officer: CaseScene['officer'];
  let operator: CaseScene['operator'];
  let stranger: CaseScene['stranger'];
  let post: CaseScene['post'];
  let ordinary: CaseScene['ordinary'];
  let caseOn: CaseScene['caseOn'];
  let opened: CaseScene['opened'];
  beforeAll(async () => {
    ({ app, county, officer, operator, stranger, post, ordinary, caseOn, opened } =
      await CaseScene.start(14));
  });
  afterAll(() => app.stop());

  it('opens on failed findings, with number, authority, investigators and the 90-day clock', async () => {
    const party = ordinary();
    const answer = await post(officer, '', caseOn(party)).expect(201);
    expect(answer.body).toMatchObject({
      caseNumber: expect.stringMatching(/^610116-YL-罚案-2026-\d{4}$/),
      institutionName: party.institution.name,
      authorityName: '西安市长安区民政局',
      status: 'OPENED',
      investigators: county.inspections.inspectors.map((one) => one.certificateNumber).sort(),
      deadline: { decideBy: '2027-02-18', daysLeft: 90, alarm: 'NONE' },
      findings: [{ findingId: party.binding, resultId: party.resultId, severity: 'H' }],
      notice: null,
      decision: null,
      availableActions: ['notice', 'prepare', 'dismiss'],
      version: 1,
    });
    expect(answer.headers['etag']).toBe('"1"');
  });

  it('is offered the failed findings that nobody has taken up', async () => {
    const { institution, binding, guidance } = ordinary();
    const path = `/api/v1/failed-findings?institutionId=${institution.id}`;
    const idsOf = (answer: { body: { items: { findingId: string }[] } }): string[] =>
      answer.body.items.map((item) => item.findingId).sort();
    expect(idsOf(await app.as(officer).get(path))).toEqual([binding, guidance].sort());
    await post(officer, '', {
      institutionId: institution.id,
      findingIds: [binding],
      basisCode: 'YL_46_3',
    }).expect(201);
    expect(idsOf(await app.as(officer).get(path))).toEqual([guidance]);
    const page = await app.as(officer).get('/api/v1/failed-findings?limit=1').expect(200);
    const next = await app.as(officer).get(`/api/v1/failed-findings?limit=1&cursor=${page.body.nextCursor}`);
    expect(idsOf(next)).toHaveLength(1);
    expect(idsOf(next)).not.toEqual(idsOf(page));
    await app.as(operator).get(path).expect(403);
  });

  it('numbers cases without gaps, also when an opening fails', async () => {
    const first = await app.as(officer).get(`/api/v1/penalty-cases/${await opened()}`);
    const body = caseOn(ordinary());
    await post(officer, '', body).expect(201);
    await post(officer, '', body)
      .expect(409)
      .expect(({ body: problem }) => expect(problem.code).toBe('FINDING_TAKEN'));
    const last = await app.as(officer).get(`/api/v1/penalty-cases/${await opened()}`);
    const ordinal = (answer: { body: { caseNumber: string } }): number =>
      Number(answer.body.caseNumber.slice(-4));
    expect(ordinal(last)).toBe(ordinal(first) + 2);
  });

  it('refuses what is not a failed finding of this institution, and what has no binding basis', async () => {
    const { binding: foreign } = county.take(({ operatorId }) => operatorId === stranger.id);
    const { institution, binding, guidance } = ordinary();
    const refused = await post(officer, '', {
      institutionId: institution.id,
      findingIds: [binding, foreign],
      basisCode: 'YL_46_3',
    }).expect(422);
    expect(refused.body).toMatchObject({ code: 'NO_FAILED_FINDING', errors: [{ pointer: '/findingIds/1' }] });
    const weak = await post(officer, '', {
      institutionId: institution.id,
      findingIds: [guidance],
      basisCode: 'YL_46_3',
    });
    expect(weak.body).toMatchObject({ status: 422, code: 'FINDING_GUIDANCE_ONLY' });
  });

  it('opens on an inspection result: on all of its findings that may ground a case and are in none', async () => {
    const { institution, resultId, binding } = ordinary();
    const body = { institutionId: institution.id, resultId, basisCode: 'YL_46_3' };
    const result = await app.as(officer).get(`/api/v1/inspection-results/${resultId}`).expect(200);
    const failures = result.body.failures as { findingId: string }[];
    expect(failures.map(({ findingId }) => findingId)).toContain(binding);
    const { taskId } = result.body as { taskId: string };
    const task = await app.as(officer).get(`/api/v1/inspection-tasks/${taskId}`).expect(200);
    const failed = (task.body.findings as { id: string; outcome: string }[]).filter(
      ({ outcome }) => outcome === 'FAIL',
    );
    expect(failed.map(({ id }) => id).sort()).toEqual(failures.map(({ findingId }) => findingId).sort());

    const both = await post(officer, '', { ...body, findingIds: [binding] }).expect(422);
    expect(both.body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/resultId' }] });
    const neither = await post(officer, '', { institutionId: institution.id, basisCode: 'YL_46_3' });
    expect(neither.body).toMatchObject({ status: 422, code: 'NO_FAILED_FINDING' });
    const elsewhere = { ...body, institutionId: ordinary().institution.id };
    expect((await post(officer, '', elsewhere).expect(422)).body.code).toBe('NO_FAILED_FINDING');

    const opened = await post(officer, '', body).expect(201);
    expect(opened.body.findings).toMatchObject([{ findingId: binding, resultId }]);
    const again = await post(officer, '', body).expect(409);
    expect(again.body).toMatchObject({ code: 'FINDING_TAKEN', errors: [{ pointer: '/resultId' }] });
  });

  it('refuses a basis of the other kind or of another province, and one that another department enforces', async () => {
    const party = ordinary();
    for (const basisCode of ['TY_41_1', 'YL_ZJ_53_2', 'NONE']) {
      const answer = await post(officer, '', caseOn(party, basisCode)).expect(422);
      expect(answer.body).toMatchObject({
        code: 'UNKNOWN_PENALTY_BASIS',
        errors: [{ pointer: '/basisCode' }],
      });
    }
    const answer = await post(officer, '', caseOn(party, 'YL_FIRE_60'));
    expect(answer.body).toMatchObject({ status: 403, code: 'WRONG_DEPARTMENT' });
    expect(answer.body.detail).toContain('西安市长安区消防救援大队');
  });

  it('does not exist for officials of another district or department, and is closed to other roles', async () => {
    const elsewhere = await app.person('CASE_OFFICER', { districts: ['500152'] });
    const health = await app.person('CASE_OFFICER', { departments: ['health'] });
    const inspector = await app.person('INSPECTOR');
    const body = caseOn(ordinary());
    await post(elsewhere, '', body).expect(404);
    await post(health, '', body).expect(403);
    await post(inspector, '', body).expect(403);
    const { body: made } = await post(officer, '', body).expect(201);
    for (const person of [elsewhere, health]) {
      await app.as(person).get(`/api/v1/penalty-cases/${made.id}`).expect(404);
      await post(person, `/${made.id}/notice`, NOTICE).expect(404);
      await post(person, `/${made.id}/decide`, PENALTY).expect(404);
      const list = await app.as(person).get('/api/v1/penalty-cases').expect(200);
      expect(list.body.items).toEqual([]);
    }
  });
});
