import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { licenseFrom } from '../../filings/test/regime.builder';

const DAY = 86_400_000;

describe('a filing that stands until the end of the transition', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    id = String((await filings.accepted(operator, health, 'CHILDCARE')).institutionId);
    await app.idle();
  });
  afterAll(() => app.stop());

  let nights = 0;
  const night = async (): Promise<void> => {
    nights += 1;
    const jobs = app.nest.get(JobRunner);
    await jobs.run('staff.watch-unwatched', `night ${nights}`, {});
    await jobs.run('staff.advance-expiries', `night ${nights}`, {});
    await app.idle();
  };
  const ends = async (by = operator): Promise<string[]> => {
    const { body } = await app.as(by).get(`/api/v1/expiries?institutionId=${id}`).expect(200);
    return (body.items as { what: string; endsOn: string }[]).map(({ what, endsOn }) => `${what} ${endsOn}`);
  };
  const told = async (): Promise<string[]> => {
    const { body } = await app.as(operator).get('/api/v1/notifications').expect(200);
    return (body.items as { title: string }[]).map(({ title }) => title);
  };

  it('is watched from the night on after the law is entered, for institution and authority', async () => {
    await night();
    expect(await ends()).toEqual([]);
    await licenseFrom(app, '2027-01-01');
    await night();
    expect(await ends()).toEqual(['FILING_TRANSITION 2027-11-30']);
    expect(await ends(health)).toEqual(['FILING_TRANSITION 2027-11-30']);
  });

  it('is told ninety days before its end', async () => {
    app.clock.advance(Date.parse('2027-09-01T02:00:00Z') - Date.parse('2026-11-20T02:00:00Z'));
    await night();
    expect((await told()).join('\n')).toContain('备案（过渡期内，须换领许可证）将于2027年11月30日到期');
  });

  it('gives way to the last day of the licence once there is one', async () => {
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId: id })
      .expect(201);
    await filings.upload(operator, body);
    await filings.act(operator, body.id, 'submit');
    await filings.act(health, body.id, 'accept');
    await app.idle();
    expect(await ends(operator)).toEqual(['LICENCE 2032-08-31']);
    app.clock.advance(DAY);
    await night();
    expect(await ends(operator)).toEqual(['LICENCE 2032-08-31']);
  });
});
