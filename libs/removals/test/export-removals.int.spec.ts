import type { TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { RemovalScene } from './removal-scene.builder';

const PATH = '/api/v1/removals/export';

describe('the ledger of removals as a spreadsheet', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
    await scene.decided();
    await scene.opened();
  });
  afterAll(() => scene.app.stop());

  const rowsOf = async (person: TestPerson, query = '') =>
    (await exportedSheet(scene.app, person, PATH + query)).rows;

  it('has Chinese headers, terms as days and what was decided', async () => {
    const [header, line] = await rowsOf(scene.registrar, '?status=DECIDED');
    expect(header).toEqual([
      '机构名称',
      '统一社会信用代码',
      '备案（许可证）编号',
      '机构类型',
      '办理机关',
      '事项',
      '事由',
      '依据',
      '状态',
      '启动时间',
      '陈述申辩截止',
      '办理期限',
      '剩余工作日',
      '决定书文号',
      '决定日期',
    ]);
    expect(line).toMatchObject({
      1: expect.stringMatching(/^[0-9A-Z]{18}$/) as string,
      3: '养老机构',
      5: '撤销备案',
      11: null,
      13: '长民备撤决〔2026〕1号',
      14: { date: '2026-11-20' },
    });
  });

  it('holds what the list shows: of the place and department, and what the institution was told of', async () => {
    const { app, registrar, operator } = scene;
    expect(await rowsOf(registrar)).toHaveLength(3);
    expect(await rowsOf(registrar, '?type=CANCELLATION')).toHaveLength(1);
    const [, ...own] = await rowsOf(operator);
    expect(own).toHaveLength(1);
    expect(own[0]?.slice(11, 13)).toEqual([null, null]);
    expect(JSON.stringify(own)).not.toContain('群众反映');
    for (const settings of [{ districts: ['500152'] }, { departments: ['health'] }])
      expect(await rowsOf(await app.person('REGISTRAR', settings))).toHaveLength(1);
    await app
      .as(await app.person('ADVISER', { departments: ['fire'] }))
      .get(PATH)
      .expect(403);
    await app.as(registrar).get(`${PATH}?status=GONE`).expect(422);
  });
});
