import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

describe('deleting a draft', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const abandon = (id: string, person = operator) => app.as(person).post(`/api/v1/filings/${id}/abandon`);
  const listed = async (query = '', person = operator): Promise<string[]> =>
    (await app.as(person).get(`/api/v1/filings?limit=100${query}`).expect(200)).body.items.map(
      ({ id }: FilingAnswer) => id,
    );

  it('ends it, and takes it from list, work and search, with its files kept', async () => {
    const name = '示例·误建草稿院';
    const draft = await filings.upload(operator, await filings.draft(operator, 'ELDERLY_CARE', { name }));
    expect(draft.availableActions).toEqual(['submit', 'abandon']);
    const subjects = async (path: string) =>
      JSON.stringify((await app.as(operator).get(path).expect(200)).body);
    const search = '/api/v1/search?q=526101160000000199';
    expect(await subjects('/api/v1/work-items')).toContain(draft.id);
    expect(await subjects(search)).toContain(draft.id);
    const gone = await abandon(draft.id).expect(200);
    expect(gone.body).toMatchObject({
      status: 'ABANDONED',
      statusLabel: '草稿已删除',
      availableActions: [],
      editable: false,
    });
    expect(await listed()).not.toContain(draft.id);
    expect(await listed('&status=ABANDONED')).toEqual([draft.id]);
    expect(await subjects('/api/v1/work-items')).not.toContain(draft.id);
    expect(await subjects(search)).not.toContain(draft.id);
    const history = await app.as(operator).get(`/api/v1/filings/${draft.id}/history`).expect(200);
    expect(history.body.items).toMatchObject([{ action: 'abandon', from: 'DRAFT', to: 'ABANDONED' }]);
    await app.as(operator).get(`/api/v1/filings/${draft.id}/materials/COMMITMENT_LETTER`).expect(200);
    const entries = await app.database.query(
      `select 1 from audit.entry where subject_id = $1 and action = 'filing.abandoned'`,
      [draft.id],
    );
    expect(entries).toHaveLength(1);
  });

  it('is final: nothing can be changed, uploaded or handed in any more', async () => {
    const { id } = await filings.draft(operator);
    const { version } = (await abandon(id).expect(200)).body;
    for (const again of [
      abandon(id),
      app.as(operator).post(`/api/v1/filings/${id}/submit`),
      app
        .as(operator)
        .patch(`/api/v1/filings/${id}`)
        .set('if-match', `"${version}"`)
        .send({ institution: { capacity: 20 } }),
    ]) {
      expect((await again.expect(409)).body).toMatchObject({
        code: 'INVALID_TRANSITION',
        from: 'ABANDONED',
        allowed: [],
      });
    }
  });

  it('is not for what has ever been handed in', async () => {
    const submitted = await filings.submitted(operator);
    expect(submitted.availableActions).toEqual(['withdraw']);
    expect((await abandon(submitted.id).expect(409)).body.code).toBe('INVALID_TRANSITION');
    const returned = await filings.returned(operator, registrar);
    expect((await abandon(returned.id).expect(409)).body).toMatchObject({ from: 'RETURNED' });
  });

  it('is the author’s alone, of the version they have seen, and no official ever sees it', async () => {
    const { id, version } = await filings.draft(operator);
    await abandon(id, await app.person('OPERATOR')).expect(404);
    await abandon(id, registrar).expect(404);
    const stale = await abandon(id)
      .set('if-match', `"${version + 1}"`)
      .expect(412);
    expect(stale.body.code).toBe('STALE_VERSION');
    await abandon(id).set('if-match', `"${version}"`).expect(200);
    await app.as(registrar).get(`/api/v1/filings/${id}`).expect(404);
    expect(await listed('', registrar)).not.toContain(id);
    expect(await listed('&status=ABANDONED', registrar)).toEqual([]);
    expect(
      JSON.stringify((await app.as(registrar).get('/api/v1/search?q=526101160000000199')).body),
    ).not.toContain(id);
  });

  it('happens once when asked for twice at the same time', async () => {
    const { id } = await filings.draft(operator);
    const answers = await Promise.all([abandon(id), abandon(id)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});
