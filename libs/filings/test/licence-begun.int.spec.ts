import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;

describe('a first licence of what is filed, once it is asked for', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string;
  let asked: FilingAnswer;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE, worker: false }));
    institutionId = (await filings.accepted(operator, health, 'CHILDCARE')).institutionId ?? '';
    app.clock.advance(3 * DAY);
    const { body } = await begin().expect(201);
    asked = await filings.upload(operator, body as FilingAnswer);
  });
  afterAll(() => app.stop());

  const begin = () =>
    app.as(operator).post('/api/v1/filings').send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId });
  const offered = async (person: TestPerson, where: 'openFilings' | 'openAtWindow') => {
    const { body } = await app.as(person).get(`/api/v1/institutions/${institutionId}`).expect(200);
    return (body as Record<typeof where, string[]>)[where].includes('INITIAL');
  };
  const listed = async (person: TestPerson) => {
    const { body } = await app.as(person).get(`/api/v1/filings?institutionId=${institutionId}`).expect(200);
    return (body as { items: FilingAnswer[] }).items.map(({ id }) => id);
  };

  it('is offered until it is handed in', async () => {
    expect(await offered(operator, 'openFilings')).toBe(true);
    expect(await offered(health, 'openAtWindow')).toBe(true);
    expect(await listed(health)).not.toContain(asked.id);
  });

  it('stands among the cases of its institution, and is neither offered nor begun once more', async () => {
    await filings.act(operator, asked.id, 'submit');
    for (const person of [operator, health]) expect(await listed(person)).toContain(asked.id);
    expect(await offered(operator, 'openFilings')).toBe(false);
    expect(await offered(health, 'openAtWindow')).toBe(false);
    expect((await begin().expect(409)).body).toMatchObject({
      code: 'DUPLICATE_FILING',
      filingId: asked.id,
    });
    const applicant = { username: operator.username, name: `示例·${operator.username}` };
    const atWindow = { type: 'INITIAL', kind: 'CHILDCARE', institutionId, applicant };
    const answer = await app.as(health).post('/api/v1/filings/assisted').send(atWindow).expect(409);
    expect(answer.body).toMatchObject({ code: 'DUPLICATE_FILING', filingId: asked.id });
  });

  it('is no duplicate of a change of its institution, but told as its own', async () => {
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 57 }, 'CHILDCARE');
    const besides = async (id: string) =>
      (await app.as(health).get(`/api/v1/filings/${id}/duplicates`).expect(200)).body.items;
    expect(await besides(change.id)).toContainEqual(expect.objectContaining({ id: asked.id, ofSame: true }));
  });

  it('is asked for anew when it was refused', async () => {
    await filings.act(health, asked.id, 'refuse', { reason: '场地租期不足3年。' });
    expect(await offered(operator, 'openFilings')).toBe(true);
    expect(await listed(operator)).toContain(asked.id);
    await begin().expect(201);
  });
});
