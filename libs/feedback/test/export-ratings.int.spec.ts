import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { RatedBuilder } from './rated.builder';

describe('ratings as spreadsheets', () => {
  let app: TestApp;
  let reviewer: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    registrar = await app.person('REGISTRAR');
    reviewer = await app.person('REVIEWER');
    await new RatedBuilder(app).badlyRated(await app.person('OPERATOR'), registrar);
    await app.database.query(
      `insert into feedback.rating (id, filing_id, process, record_id, step, action, applicant_id, official_ids,
              kind, district, office, level, reasons, rated_at)
       select gen_random_uuid(), gen_random_uuid(), 'filing', gen_random_uuid(), 1, 'submit', gen_random_uuid(), '{}', 'ELDERLY_CARE', '610116', '610116/ELDERLY_CARE',
              case when n = 1 then 'VERY_DISSATISFIED' else 'SATISFIED' end, '{}', '2026-05-10T02:00:00Z' from generate_series(1, 10) n`,
    );
  });
  afterAll(() => app.stop());

  const rowsOf = async (person: TestPerson, path: string) =>
    (await exportedSheet(app, person, `/api/v1/${path}`)).rows;

  it('list the follow-ups of bad ones without who rated, and as the list is filtered', async () => {
    const [header, ...rows] = await rowsOf(reviewer, 'rating-follow-ups/export');
    expect(header).toEqual([
      '评价',
      '评价的一步',
      '被评价的机关',
      '机构类型',
      '状态',
      '收到时间',
      '办理期限',
      '办结时间',
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      0: '非常不满意',
      1: '退回补正',
      2: '西安市长安区民政局',
      3: '养老机构',
      4: '待回访',
    });
    expect(JSON.stringify(rows)).not.toMatch(/13800000000|13900000001|示例·/);
    expect(await rowsOf(reviewer, 'rating-follow-ups/export?status=RESOLVED')).toHaveLength(1);
    for (const settings of [{ districts: ['500152'] }, { departments: ['health'] }])
      expect(await rowsOf(await app.person('REVIEWER', settings), 'rating-follow-ups/export')).toHaveLength(
        1,
      );
    await app.as(registrar).get('/api/v1/rating-follow-ups/export').expect(403);
  });

  it('count by office what may be counted, and keep the rest as the page does', async () => {
    const path = 'service-rating-statistics/export';
    const [header, ...rows] = await rowsOf(registrar, `${path}?from=2026-04-01&to=2026-06-30`);
    expect(header).toEqual([
      '机关',
      '评价数',
      '满意率（%）',
      '非常满意',
      '满意',
      '基本满意',
      '不满意',
      '非常不满意',
      '不成立',
      '差评',
      '差评已办结',
      '按期办结',
      '超期未办结',
    ]);
    expect(rows).toEqual([['西安市长安区民政局', 10, 90, 0, 9, 0, 0, 1, 0, 0, 0, 0, 0]]);
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    expect(await rowsOf(elsewhere, path)).toHaveLength(1);
    await app
      .as(await app.person('OPERATOR'))
      .get(`/api/v1/${path}`)
      .expect(403);
    await app.as(registrar).get(`/api/v1/${path}?from=heute`).expect(422);
  });
});
