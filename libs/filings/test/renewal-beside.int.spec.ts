import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { licenseFrom } from './regime.builder';

const DAY = 86_400_000;

describe('a licence that is asked to go on while something else about its institution is open', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-11-23T02:00:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-11-23');
  });
  afterAll(() => app.stop());

  const begin = async (institutionId: string | null): Promise<FilingAnswer> => {
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    return filings.upload(operator, body as FilingAnswer);
  };
  const register = async (institutionId: string | null) => {
    const { body } = await app
      .as(health)
      .get(`/api/v1/institutions/${institutionId ?? ''}`)
      .expect(200);
    return body as { name: string; capacity: number; servicePhone: string | null };
  };
  const change = (institutionId: string | null, institution: object) =>
    filings.filedAbout(operator, institutionId, 'CHANGE', institution, 'CHILDCARE');

  it('is handed in beside a change, and what was changed stands in the licence that is given out', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const changed = await change(institutionId, { name: '示例·改名托育中心' });
    const renewal = await begin(institutionId);
    await filings.act(operator, renewal.id, 'submit');
    await filings.act(health, changed.id, 'accept');
    await filings.act(health, renewal.id, 'accept');
    expect(await register(institutionId)).toMatchObject({ name: '示例·改名托育中心', capacity: 60 });
  });

  it('lets a change be handed in beside it, and keeps its own answers', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id, version } = await begin(institutionId);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('If-Match', `"${version}"`)
      .send({ institution: { servicePhone: '029-85290077' } })
      .expect(200);
    await filings.act(operator, id, 'submit');
    const changed = await change(institutionId, { capacity: 58, servicePhone: '029-85290088' });
    await filings.act(health, changed.id, 'accept');
    await filings.act(health, id, 'accept');
    expect(await register(institutionId)).toMatchObject({ capacity: 58, servicePhone: '029-85290077' });
  });

  it('is brought up to the register when it is handed in', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id } = await begin(institutionId);
    app.clock.advance(DAY);
    await filings.act(health, (await change(institutionId, { capacity: 57 })).id, 'accept');
    await filings.act(operator, id, 'submit');
    const { body } = await app.as(health).get(`/api/v1/filings/${id}`).expect(200);
    expect(body.institution.capacity).toBe(57);
  });

  it('is begun once by one person, however often that is asked at once', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => app.as(operator).post('/api/v1/filings').send(draft).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => (body as FilingAnswer).id)).size).toBe(1);
  });

  it('is not asked to go on for a second term ahead', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const { id } = await begin(institutionId);
    await filings.act(operator, id, 'submit');
    await filings.act(health, id, 'accept');
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(409);
    expect(body).toMatchObject({ code: 'RENEWED_AHEAD' });
  });
});
