import { TestApp } from '@zhaoguan/testing';

describe('the reference data over HTTP', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false, now: '2026-11-26T16:30:00Z' });
  });
  afterAll(() => app.stop());

  it('names every district from its city down', async () => {
    const { body } = await app.http.get('/api/v1/districts').expect(200);
    const named = (code: string) => (body.items as { code: string }[]).find((each) => each.code === code);
    expect(named('610116')).toEqual({
      code: '610116',
      name: '长安区',
      path: '西安市长安区',
      level: 'COUNTY',
      parent: '610100',
    });
    expect(named('610000')).toMatchObject({ path: '陕西省', parent: null });
  });

  it('tells where institutions are filed or licensed, as far as it has begun', async () => {
    const row = { kind: 'CHILDCARE', siteType: null, jurisdiction: '610116', regime: 'LICENCE' };
    const enter = (key: string, effectiveFrom: string) =>
      app.database.query(
        `insert into reference.entry (id, list, key, position, data) values (uuidv7(), 'regimes', $1, 9999, $2)`,
        [key, { ...row, effectiveFrom }],
      );
    await enter('example begun', '2026-11-27');
    await enter('example to come', '2026-11-28');
    const { body, headers } = await app.http.get('/api/v1/regimes').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(body.items).toContainEqual({
      kind: 'ELDERLY_CARE',
      jurisdiction: '000000',
      regime: 'FILING',
      effectiveFrom: '2018-12-29',
    });
    expect(body.items.filter(({ regime }: { regime: string }) => regime === 'LICENCE')).toEqual([
      { kind: 'CHILDCARE', jurisdiction: '610116', regime: 'LICENCE', effectiveFrom: '2026-11-27' },
    ]);
  });

  it('tells whether its institutions are invented', async () => {
    expect((await app.http.get('/api/v1/installation').expect(200)).body).toEqual({ demo: true });
    const real = await TestApp.start({ worker: false, env: { DEMO: 'false' } });
    expect((await real.http.get('/api/v1/installation').expect(200)).body).toEqual({ demo: false });
    await real.stop();
  });

  it('tells the day in China and the days that are not as their weekday says', async () => {
    const { body } = await app.http.get('/api/v1/calendar').expect(200);
    expect(body.today).toBe('2026-11-27');
    expect(body.years).toContain(2026);
    expect(body.holidays).toContain('2026-10-01');
    expect(body.workdays.length).toBeGreaterThan(0);
  });
});
