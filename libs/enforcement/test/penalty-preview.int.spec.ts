import { CaseScene, NOTICE, PENALTY } from './case-scene.builder';

describe('what an official is told before acting on a case', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(6);
  });
  afterAll(() => scene.app.stop());

  const get = (path: string, person = scene.officer) => scene.app.as(person).get(`/api/v1${path}`);
  const preview = async (id: string, query: string) =>
    (await get(`/penalty-cases/${id}/preview?${query}`).expect(200)).body;

  it('says before the notice what would be refused, when a hearing is due, and what becomes public', async () => {
    const id = await scene.opened();
    expect(await preview(id, 'measures=WARNING')).toMatchObject({
      refusal: null,
      hearingFromFen: 1_000_000,
      statementUntil: '2026-11-27',
      publicity: { class: 'MINOR', published: false, months: 0 },
      paymentDueOn: null,
    });
    expect(await preview(id, 'measures=WARNING&measures=FINE&amountFen=500000')).toMatchObject({
      refusal: null,
      publicity: { class: 'GENERAL', label: '一般失信', published: true, months: 12 },
      paymentDueOn: '2026-12-07',
    });
    expect(await preview(id, 'measures=FINE&amountFen=3000001')).toMatchObject({
      refusal: { code: 'PENALTY_OUT_OF_RANGE', status: 422 },
    });
    expect(await preview(id, 'measures=FINE&amountFen=100&severity=GENERAL')).toMatchObject({
      refusal: { code: 'PENALTY_OUT_OF_RANGE' },
    });
    expect(await preview(id, 'measures=FINE&amountFen=1000000')).toMatchObject({
      refusal: { code: 'HEARING_REQUIRED' },
    });
    expect(await preview(id, '')).toMatchObject({ refusal: { code: 'PENALTY_OUT_OF_RANGE' } });
    await get(`/penalty-cases/${id}/preview?measures=PRISON`).expect(422);
    await get(`/penalty-cases/${id}/preview?amountFen=-1`).expect(422);
    await get(`/penalty-cases/${id}/preview`, scene.operator).expect(403);
  });

  it('says before the decision what is heavier than the notice', async () => {
    const id = await scene.noticed();
    expect(await preview(id, 'measures=FINE&amountFen=500001')).toMatchObject({
      refusal: { code: 'PENALTY_HEAVIER_THAN_NOTICE' },
    });
    expect(await preview(id, 'measures=FINE&amountFen=500000')).toMatchObject({ refusal: null });
    const elsewhere = await scene.app.person('CASE_OFFICER', { departments: ['fire'] });
    await get(`/penalty-cases/${id}/preview`, elsewhere).expect(404);
  });

  it('shows the clause as it stood, the term that runs, and to officials who acted', async () => {
    const id = await scene.opened();
    const opened = (await get(`/penalty-cases/${id}`).expect(200)).body;
    expect(opened).toMatchObject({
      openedByName: scene.officer.caller.name,
      tiers: [{ severity: 'GENERAL' }, { severity: 'SERIOUS' }],
      nextTerm: { term: 'DECISION', dueOn: '2027-02-18', left: 90, unit: 'DAY' },
    });
    await scene.post(scene.officer, `/${id}/notice`, NOTICE).expect(200);
    await scene.post(scene.operator, `/${id}/statement`, { text: '已经改正。' }).expect(200);
    const seen = (await get(`/penalty-cases/${id}`).expect(200)).body;
    expect(seen.history).toMatchObject([
      { action: 'notice', actorName: scene.officer.caller.name },
      { action: 'state', actorName: null },
    ]);
    const party = (await get(`/penalty-cases/${id}`, scene.operator).expect(200)).body;
    expect(party).toMatchObject({ openedByName: null, history: [{ actorName: null }, { actorName: null }] });
    expect(JSON.stringify(party)).not.toContain(scene.officer.caller.name);
  });

  it('lists undecided cases by the last day of their decision, page by page', async () => {
    const early = await scene.opened();
    const decided = await scene.noticed();
    await scene
      .post(scene.operator, `/${decided}/statement`, { waived: true, note: '没有意见。' })
      .expect(200);
    await scene.post(scene.officer, `/${decided}/decide`, PENALTY).expect(200);
    const ids: string[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/penalty-cases?sort=decideBy&limit=2${cursor}`).expect(200);
      const items = body.items as { id: string; nextTerm: unknown }[];
      ids.push(...items.map(({ id }) => id));
      expect(items.every(({ nextTerm }) => nextTerm !== null)).toBe(true);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor as string}`;
    } while (cursor !== '');
    expect(ids).toContain(early);
    expect(ids).not.toContain(decided);
    expect(new Set(ids).size).toBe(ids.length);
    await get('/penalty-cases?sort=decideBy&cursor=WyJ4Il0').expect(400);
  });

  it('finds the open findings of one inspection', async () => {
    const party = scene.county.take(({ operatorId }) => operatorId === scene.stranger.id);
    const { body } = await get(`/failed-findings?resultId=${party.resultId}`).expect(200);
    const items = body.items as { findingId: string; kind: string }[];
    expect(items.map(({ findingId }) => findingId).sort()).toEqual([party.binding, party.guidance].sort());
    expect(items[0]?.kind).toBe('ELDERLY_CARE');
  });
});
