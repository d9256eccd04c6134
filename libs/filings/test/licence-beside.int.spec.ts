import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;

/** @law 行政许可法第四十九条 */
describe('a first licence of what is filed, beside a change of it', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string | null;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE, worker: false }));
    ({ institutionId } = await filings.accepted(operator, health, 'CHILDCARE'));
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  it('tells who decides what was changed since, and is granted as the register is now', async () => {
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body: begun } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    const { id, version } = await filings.upload(operator, begun as FilingAnswer);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('If-Match', `"${version}"`)
      .send({ institution: { servicePhone: '029-85290077' } })
      .expect(200);
    await filings.act(operator, id, 'submit');
    const shown = async () => (await app.as(health).get(`/api/v1/filings/${id}`).expect(200)).body as object;
    expect(await shown()).toMatchObject({ regime: 'LICENCE', amendments: null, overtaken: [] });
    const change = await filings.filedAbout(
      operator,
      institutionId,
      'CHANGE',
      { servicePhone: '029-85290088' },
      'CHILDCARE',
    );
    await filings.act(health, change.id, 'accept');
    expect(await shown()).toMatchObject({
      amendments: null,
      overtaken: [{ pointer: '/institution/servicePhone', old: '029-85290077', new: '029-85290088' }],
    });
    const { body } = await app.as(health).post(`/api/v1/filings/${id}/accept`).send({}).expect(409);
    expect(body).toMatchObject({ code: 'RENEWAL_OVERTAKEN' });
    await filings.act(health, id, 'accept', { keepChanges: true });
    expect(await shown()).toMatchObject({
      overtaken: [{ pointer: '/institution/servicePhone', new: '029-85290088' }],
    });
    const { body: licensed } = await app
      .as(health)
      .get(`/api/v1/institutions/${institutionId ?? ''}`)
      .expect(200);
    expect(licensed).toMatchObject({ regime: 'LICENCE', servicePhone: '029-85290088' });
  });
});
