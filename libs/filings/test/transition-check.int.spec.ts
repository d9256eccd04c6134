import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;

describe('the public check of a receipt where licences are wanted by now', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let filed: FilingAnswer;

  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE }));
    filed = await filings.accepted(operator, health, 'CHILDCARE');
    app.clock.advance(3 * DAY);
  });
  afterAll(() => app.stop());

  it('says of a receipt of before until when it stands, and that the transition has ended', async () => {
    const check = async (): Promise<string> =>
      (await app.http.get(`/receipts/${filed.filingNumber ?? ''}`).expect(200)).text;
    expect(await check()).toContain('过渡期内备案继续有效，到2027年11月30日为止');
    app.clock.advance(400 * DAY);
    expect(await check()).toContain('过渡期已于2027年11月30日届满，还没有取得许可');
  });
});
