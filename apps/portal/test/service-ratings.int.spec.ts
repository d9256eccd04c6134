import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { RatedBuilder } from '../../../libs/feedback/test/rated.builder';

const ROUNDS = 5;

describe('ratings of the service on the public site', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let rated: RatedBuilder;
  let filingId: string;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    rated = new RatedBuilder(app);
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    filingId = (await rated.filings.returned(operator, registrar)).id;
    for (let round = 1; round < ROUNDS; round += 1) {
      await rated.filings.act(operator, filingId, 'submit');
      await rated.filings.act(registrar, filingId, 'return', { reasons, call: '示例·已电话说明' });
    }
    for (let step = 1; step < 2 * ROUNDS; step += 1)
      await rated.rate(operator, filingId, {
        step,
        level: step === 1 ? 'BASICALLY_SATISFIED' : 'VERY_SATISFIED',
      });
  });
  afterAll(() => app.stop());

  const counted = () => app.http.get('/api/v1/public/service-ratings').expect(200);
  const nextQuarter = (): void => app.clock.set(new Date('2027-01-04T02:00:00Z'));

  it('are shown of whole quarters, from so many on that nobody is told apart', async () => {
    expect((await counted()).body).toMatchObject({ minimum: 10, items: [], nextCursor: null });
    expect((await app.http.get('/service-ratings').expect(200)).text).toContain('还没有可以公开的评价');
    await rated.rate(operator, filingId, {
      step: 2 * ROUNDS,
      level: 'DISSATISFIED',
      reasons: ['UNCLEAR_ADVICE'],
      words: '示例·不满意的话',
    });
    // Counted as they come, the tenth would be told apart by who has seen the nine.
    app.clock.set(new Date('2026-12-31T02:00:00Z'));
    expect((await counted()).body.items).toEqual([]);
    nextQuarter();
    const answer = await counted();
    expect(answer.body).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
    expect(answer.body.items).toEqual([
      {
        office: '610116/ELDERLY_CARE',
        officeName: '西安市长安区民政局',
        total: 10,
        levels: {
          VERY_SATISFIED: 8,
          SATISFIED: 0,
          BASICALLY_SATISFIED: 1,
          DISSATISFIED: 1,
          VERY_DISSATISFIED: 0,
        },
        satisfaction: 9000,
        unfounded: 0,
        followUps: { opened: 1, ended: 0, endedInTime: 0 },
      },
    ]);
    expect(answer.headers['cache-control']).toBe('public, max-age=60');
    expect(answer.text).not.toContain('示例·不满意的话');
  });

  it('say on the page what was made of bad ones', async () => {
    const html = (await app.http.get('/service-ratings').expect(200)).text;
    expect(html).toContain('西安市长安区民政局');
    expect(html).toContain('90.0%');
    expect(html).toContain('1 件，尚未办结');
  });

  it('refuse a place in the list that they have not given', async () => {
    await app.http.get('/api/v1/public/service-ratings?cursor=nonsense').expect(400);
    await app.http.get('/service-ratings?cursor=nonsense').expect(400);
  });

  it('are out of reach of the public role but for counting', async () => {
    const columns = await app.database.query<{ name: string }>(
      `select column_name as name from information_schema.columns
        where table_schema = 'feedback' and table_name = 'rating_public' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'ended',
      'followed_up',
      'in_time',
      'level',
      'office',
      'rated_at',
      'unfounded',
    ]);
  });
});
