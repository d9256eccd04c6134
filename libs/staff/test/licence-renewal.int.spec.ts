import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from '../../filings/test/filing.builder';
import { licenseFrom } from '../../filings/test/regime.builder';

describe('a licence that ends', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let asked: string;
  let silent: string;
  let renewal: string;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-09-04');
    asked = await licensed('示例·已申请托育园');
    silent = await licensed('示例·未申请托育园');
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId: asked })
      .expect(201);
    renewal = (await filings.upload(operator, body as FilingAnswer)).id;
    await filings.act(operator, renewal, 'submit');
    // What is only begun waits for nobody.
    await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId: silent })
      .expect(201);
  });
  afterAll(() => app.stop());

  async function licensed(name: string): Promise<string> {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE', { name });
    await app.database.query(`update institutions.institution set valid_until = '2026-10-20' where id = $1`, [
      institutionId,
    ]);
    return String(institutionId);
  }
  const night = async (day: string): Promise<void> => {
    app.clock.set(`${day}T02:00:00Z`);
    const jobs = app.nest.get(JobRunner);
    await jobs.run('staff.watch-unwatched', `watch ${day}`, {});
    await jobs.run('staff.advance-expiries', `advance ${day}`, {});
    await app.idle();
  };
  const told = async (): Promise<string[]> => {
    const { body } = await app.as(operator).get('/api/v1/notifications?limit=100').expect(200);
    const items = body.items as { type: string; title: string }[];
    return items.filter(({ type }) => type === 'EXPIRY_NEAR').map(({ title }) => title);
  };
  const toRenew = async (): Promise<string[]> => {
    const { body } = await app.as(operator).get('/api/v1/work-items?limit=100').expect(200);
    const items = body.items as { type: string; subject: { id: string } }[];
    return items.filter(({ type }) => type === 'EXPIRY_TO_RENEW').map(({ subject }) => subject.id);
  };
  const radar = async (id: string, by: TestPerson) => {
    const { body } = await app.as(by).get(`/api/v1/expiries?institutionId=${id}`).expect(200);
    return body.items as object[];
  };

  it('is told of and asked for once more only where nobody has asked that it go on', async () => {
    await night('2026-09-22');
    expect((await told()).sort()).toEqual(
      [
        expect.stringMatching(
          /^示例·已申请托育园的.*将于2026年10月20日到期（还有28天），已申请延续，等待决定$/,
        ),
        expect.stringMatching(/^示例·未申请托育园的.*将于2026年10月20日到期（还有28天），请及时续期并报送$/),
      ].sort(),
    );
    expect(await toRenew()).toEqual([silent]);
  });

  it('stands on the radar as waiting for the decision, for institution and authority', async () => {
    for (const by of [operator, health]) {
      expect(await radar(asked, by)).toMatchObject([
        { what: 'LICENCE', status: 'WATCHED', renewalWaits: true, statusLabel: '已申请延续，等待决定' },
      ]);
      expect(await radar(silent, by)).toMatchObject([{ renewalWaits: false, statusLabel: '即将到期' }]);
    }
  });

  it('waits for the institution again once the renewal was refused', async () => {
    await filings.act(health, renewal, 'refuse', { reason: '场地租期不足3年。' });
    expect((await toRenew()).sort()).toEqual([asked, silent].sort());
    expect(await radar(asked, operator)).toMatchObject([{ renewalWaits: false }]);
  });
});
