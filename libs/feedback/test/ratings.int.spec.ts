import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from './rated.builder';

describe('rating the service', () => {
  let app: TestApp;
  let rated: RatedBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    rated = new RatedBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const steps = (person: TestPerson, filingId: string) =>
    app.as(person).get(`/api/v1/filings/${filingId}/service-ratings`);
  const post = (person: TestPerson, filingId: string, body: object) =>
    app.as(person).post(`/api/v1/filings/${filingId}/service-ratings`).send(body);

  it('is offered for every step that was done, and given once for each', async () => {
    const { id } = await rated.filings.returned(operator, registrar);
    const offered = await steps(operator, id).expect(200);
    expect(offered.body.steps.map(({ label }: { label: string }) => label)).toEqual(['提交申请', '退回补正']);
    expect(offered.body.reasons.length).toBeGreaterThan(5);
    const given = await post(operator, id, { step: 2, level: 'SATISFIED', reasons: ['QUICK'] }).expect(200);
    expect(given.body.steps[1].rating).toMatchObject({
      level: 'SATISFIED',
      reasons: ['QUICK'],
      followUp: null,
    });
    const again = await post(operator, id, { step: 2, level: 'VERY_SATISFIED' }).expect(409);
    expect(again.body.code).toBe('RATING_GIVEN');
    const none = await post(operator, id, { step: 9, level: 'SATISFIED' }).expect(404);
    expect(none.body.code).toBe('NOT_FOUND');
  });

  it('is refused with the field at fault', async () => {
    const { id } = await rated.filings.submitted(operator, 'ELDERLY_CARE', {
      address: '陕西省西安市长安区示例路88号',
    });
    const level = await post(operator, id, { step: 1, level: 'SUPERB' }).expect(422);
    expect(level.body.errors[0].pointer).toBe('/level');
    const reason = await post(operator, id, { step: 1, level: 'DISSATISFIED' }).expect(422);
    expect(reason.body).toMatchObject({ code: 'RATING_REASON_REQUIRED', errors: [{ pointer: '/reasons' }] });
    const unknown = await post(operator, id, { step: 1, level: 'SATISFIED', reasons: ['LATE'] }).expect(422);
    expect(unknown.body.errors[0].pointer).toBe('/reasons/0');
  });

  it('is the applicant’s alone', async () => {
    const { filingId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    await steps(operator, filingId).expect(404);
    const draft = await rated.filings.draft(operator);
    const own = await steps(operator, draft.id).expect(200);
    expect(own.body.steps).toEqual([]);
    await post(operator, filingId, { step: 1, level: 'SATISFIED' }).expect(404);
    await steps(registrar, filingId).expect(403);
    await app.http.get(`/api/v1/filings/${filingId}/service-ratings`).expect(401);
  });

  it('keeps no telephone number, and says in the log that it was given, not how', async () => {
    const { filingId, ratingId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    const [row] = await app.database.query<{ words: string; official_ids: string[]; office: string }>(
      'select words, official_ids, office from feedback.rating where id = $1',
      [ratingId],
    );
    expect(row).toMatchObject({
      words: '示例·来了三次，电话138****0000',
      official_ids: [registrar.id],
      office: '610116/ELDERLY_CARE',
    });
    const entries = await app.database.query<{ entry: string }>(
      `select to_jsonb(p)::text as entry from audit.pending p union all select to_jsonb(e)::text from audit.entry e`,
    );
    const ours = entries.map(({ entry }) => entry).filter((entry) => entry.includes(ratingId));
    expect(ours).toHaveLength(1);
    expect(ours.join()).not.toMatch(/DISSATISFIED|UNCLEAR_ADVICE|三次/);
    expect(filingId).toBeTruthy();
  });

  it('is added to once, and cannot be changed', async () => {
    const one = await app.person('OPERATOR');
    const { ratingId } = await rated.badlyRated(one, registrar);
    const add = (body: object) => app.as(one).post(`/api/v1/service-ratings/${ratingId}/addition`).send(body);
    await add({ words: ' ' }).expect(422);
    const added = await add({ words: '示例·后来说清楚了' }).expect(200);
    expect(added.body.steps[1].rating.addition).toMatchObject({
      words: '示例·后来说清楚了',
      unsettled: false,
    });
    expect((await add({ words: '再说一次' }).expect(409)).body.code).toBe('ADDITION_GIVEN');
    await app
      .as(operator)
      .post(`/api/v1/service-ratings/${ratingId}/addition`)
      .send({ words: '别人的' })
      .expect(404);
    await expect(app.database.query(`update feedback.rating set level = 'SATISFIED'`)).rejects.toThrow(
      'append-only',
    );
  });

  it('leaves the filing as it is', async () => {
    const one = await app.person('OPERATOR');
    const { filingId } = await rated.badlyRated(one, registrar);
    const { body } = await app.as(one).get(`/api/v1/filings/${filingId}`).expect(200);
    expect(body.status).toBe('RETURNED');
    expect(
      JSON.stringify((await app.as(registrar).get(`/api/v1/filings/${filingId}`).expect(200)).body),
    ).not.toMatch(/DISSATISFIED/);
  });
});
