import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { exportedSheet } from '../../institutions/test/exported-sheet.builder';
import { StaffScene } from './staff-scene.builder';

describe('registers and what ends next, as spreadsheets', () => {
  let scene: StaffScene;
  beforeAll(async () => {
    scene = await StaffScene.start();
    const { id } = await scene.added({ name: '示例·赵护理' });
    await scene.shown(id);
    await scene.added({ name: '示例·钱厨师', post: 'COOK' });
    await scene.app.nest.get(JobRunner).run('staff.watch-unwatched', 'night', {});
    await scene.app.idle();
  });
  afterAll(() => scene.app.stop());

  const rowsOf = async (person: TestPerson, list: string, query = '') => {
    const path = `/api/v1/${list}/export?institutionId=${scene.institutionId}${query}`;
    return (await exportedSheet(scene.app, person, path)).rows;
  };
  const refused = (person: TestPerson, list: string, status: number) =>
    scene.app.as(person).get(`/api/v1/${list}/export?institutionId=${scene.institutionId}`).expect(status);

  it('say of each person what is asked and how it stands, to the institution with names in full', async () => {
    const [header, ...rows] = await rowsOf(scene.operator, 'staff');
    expect(header?.slice(0, 5)).toEqual(['姓名', '岗位', '入职日期', '离职日期', '证件总体情况']);
    const health = header?.indexOf('护理人员健康证明') ?? 0;
    expect(header?.[health + 1]).toBe('护理人员健康证明有效期至');
    expect(rows.map(([name]) => name)).toEqual(['示例·钱厨师', '示例·赵护理']);
    const carer = rows[1];
    expect(carer?.slice(1, 4)).toEqual(['养老护理员', { date: '2026-03-02' }, null]);
    expect(carer?.slice(health, health + 2)).toEqual(['齐全有效', { date: '2027-10-11' }]);
    expect(rows[0]?.[health]).toBe('不要求');
    expect(JSON.stringify(rows)).not.toContain('SL-JK-2026-0042');
  });

  it('show officials what their list shows: no first names, and the rows of the filter', async () => {
    const [, ...rows] = await rowsOf(scene.registrar, 'staff', '&post=ELDERLY_CARER');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('赵护理');
    expect(await rowsOf(scene.registrar, 'staff', '&hasLeft=true')).toHaveLength(1);
  });

  it('have names that tell the list, the register that comes in again, and its template apart', async () => {
    const { app, operator, institutionId } = scene;
    const nameOf = async (path: string): Promise<string> => {
      const answer = await app.as(operator).get(`/api/v1/${path}?institutionId=${institutionId}`).expect(200);
      const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers['content-disposition'] ?? '') ?? [];
      return decodeURIComponent(name);
    };
    expect(await nameOf('staff/export')).toBe('从业人员证件情况.xlsx');
    expect(await nameOf('staff-sheet')).toBe('从业人员名录.xlsx');
    expect(await nameOf('staff-sheet/template')).toBe('从业人员名录模板.xlsx');
  });

  it('are for who may read the list, and for nobody else', async () => {
    const { app } = scene;
    await refused(await app.person('REGISTRAR', { districts: ['500152'] }), 'staff', 404);
    await refused(await app.person('REGISTRAR', { departments: ['health'] }), 'staff', 404);
    await refused(await app.person('OPERATOR'), 'staff', 404);
    await refused(await app.person('ADVISER', { departments: ['fire'] }), 'expiries', 403);
    for (const settings of [{ districts: ['500152'] }, { departments: ['health'] }])
      expect(await rowsOf(await app.person('REGISTRAR', settings), 'expiries')).toHaveLength(1);
    expect(await rowsOf(await app.person('OPERATOR'), 'expiries')).toHaveLength(1);
  });

  it('tell what ends when, and leave out what the filter leaves out', async () => {
    const [header, line] = await rowsOf(scene.registrar, 'expiries', '&what=STAFF_HEALTH');
    expect(header).toEqual([
      '机构名称',
      '机构类型',
      '到期事项',
      '有效期至',
      '剩余天数',
      '状态',
      '核查日期',
      '核查结果',
      '核查情况',
    ]);
    expect(line).toMatchObject({ 1: '养老机构', 3: { date: '2027-10-11' }, 4: 325, 5: '有效' });
    expect(await rowsOf(scene.registrar, 'expiries', '&within=30')).toHaveLength(1);
  });
});
