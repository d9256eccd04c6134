import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const DAY = 86_400_000;
const TODAY = {
  startsOn: '2026-11-20',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-01',
  residents: 0,
  refundFen: 0,
  recordsKeptBy: '示例·档案室',
};

describe('a draft whose day has passed', () => {
  let app: TestApp;
  let operator: TestPerson;
  let filing: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    const filings = new FilingBuilder(app);
    const { institutionId } = await filings.accepted(operator, await app.person('REGISTRAR'));
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'CLOSURE', kind: 'ELDERLY_CARE', institutionId, institution: { notice: TODAY } })
      .expect(201);
    filing = await filings.upload(operator, body as FilingAnswer);
    app.clock.advance(DAY);
  });
  afterAll(() => app.stop());

  const edit = (notice: object) =>
    app
      .as(operator)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${filing.version}"`)
      .send({ institution: { notice } });

  it('is refused for what is wrong in the new answer, and for nothing else', async () => {
    const { body } = await edit({ refundFen: 1.5 }).expect(422);
    expect(JSON.stringify(body.errors)).not.toContain('STARTS_IN_THE_PAST');
    const another = await edit({ startsOn: '2026-10-01' }).expect(422);
    expect(JSON.stringify(another.body.errors)).toContain('STOPS_BEFORE_NOTICE');
    await edit({ reason: '示例·另有原因' }).expect(200);
  });

  it('is not handed in before the day is another', async () => {
    const { body } = await app.as(operator).post(`/api/v1/filings/${filing.id}/submit`).expect(422);
    expect(body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/institution/notice/startsOn', code: 'STARTS_IN_THE_PAST' }],
    });
  });
});
