import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;

interface Answers {
  readonly capacity: number;
  readonly servicePhone: string | null;
}

/** @law 行政许可法第四十九条、第五十条 */
describe('a renewal that was refused and is asked for again', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let filedBefore: string | null;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE, worker: false }));
    filedBefore = (await filings.accepted(operator, health, 'CHILDCARE')).institutionId;
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  const begin = async (body: object): Promise<FilingAnswer & { institution: Answers }> => {
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', ...body };
    return (await app.as(operator).post('/api/v1/filings').send(draft).expect(201)).body;
  };
  const saying = async (id: string, institution: object): Promise<void> => {
    const { body } = await app.as(operator).get(`/api/v1/filings/${id}`).expect(200);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('If-Match', `"${(body as FilingAnswer).version}"`)
      .send({ institution })
      .expect(200);
  };
  const refused = async (institutionId: string | null, institution: object): Promise<string> => {
    const draft = await filings.upload(operator, await begin({ institutionId }));
    await saying(draft.id, institution);
    await filings.act(operator, draft.id, 'submit');
    const { body } = await app
      .as(health)
      .post(`/api/v1/filings/${draft.id}/refuse`)
      .send({ reason: '场地租期不足3年。' })
      .expect(200);
    const { body: listed } = await app
      .as(operator)
      .get(`/api/v1/filings?institutionId=${institutionId ?? ''}`)
      .expect(200);
    const line = (listed as { items: FilingAnswer[] }).items.find(({ id }) => id === draft.id);
    const { renewal } = line as unknown as { renewal: boolean };
    for (const shown of [body, line])
      expect(shown).toMatchObject({ statusLabel: renewal ? '不予延续' : '不予许可' });
    return draft.id;
  };

  it('begins with what was granted meanwhile, and keeps what nobody has changed as it was asked for', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    app.clock.advance(60_000);
    const old = await refused(institutionId, { capacity: 64, servicePhone: '029-85290077' });
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 56 }, 'CHILDCARE');
    await filings.act(health, change.id, 'accept');
    const again = await begin({ againOf: old });
    expect(again.institution).toMatchObject({ capacity: 56, servicePhone: '029-85290077' });
    const ready = await filings.upload(operator, again);
    await filings.act(operator, ready.id, 'submit');
    await filings.act(health, ready.id, 'accept');
    const { body } = await app
      .as(health)
      .get(`/api/v1/institutions/${institutionId ?? ''}`)
      .expect(200);
    expect(body).toMatchObject({ capacity: 56, servicePhone: '029-85290077' });
  });

  it('takes no licence back that was granted meanwhile by another application', async () => {
    const old = await refused(filedBefore, { capacity: 64 });
    const other = await filings.upload(operator, await begin({ institutionId: filedBefore }));
    await saying(other.id, { capacity: 58 });
    await filings.act(operator, other.id, 'submit');
    await filings.act(health, other.id, 'accept');
    expect((await begin({ againOf: old })).institution).toMatchObject({ capacity: 58 });
  });
});
