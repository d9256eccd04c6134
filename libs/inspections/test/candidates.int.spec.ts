import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder } from './inspection.builder';

describe('the accounts that may be listed as inspectors', () => {
  let app: TestApp;
  let county: InspectionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    county = await new InspectionBuilder(app).prepare({ inspectors: 1, institutions: 0 });
  });
  afterAll(() => app.stop());

  it('are found by name, with whether they are listed', async () => {
    const fresh = await app.person('INSPECTOR', { name: '示例·欧阳检查' });
    await app.person('INSPECTOR', { name: '示例·欧阳外地', districts: ['500152'] });
    const find = async (q: string) =>
      (
        await app
          .as(county.planner)
          .get(`/api/v1/inspectors/candidates?q=${encodeURIComponent(q)}`)
          .expect(200)
      ).body.items as object[];
    expect(await find('欧阳')).toEqual([
      {
        personId: fresh.id,
        name: '示例·欧阳检查',
        username: fresh.username,
        departments: ['civil-affairs'],
        listed: false,
      },
    ]);
    const { username } = await county.addInspector();
    expect(await find(username)).toMatchObject([{ listed: true }]);
    await app.as(county.reviewer).get('/api/v1/inspectors/candidates').expect(403);
  });

  it('are named to who may list them alone, and the search looks past those for the twenty it shows', async () => {
    const name = '示例·司马检查';
    const HELD_BY_AN_AREA = '610116005';
    const mine = await app.person('INSPECTOR', { name });
    const ofArea = await app.person('INSPECTOR', { name, districts: [HELD_BY_AN_AREA] });
    const ofHealth = await app.person('INSPECTOR', { name, departments: ['health'] });
    const ofBoth = await app.person('INSPECTOR', { name, departments: ['civil-affairs', 'health'] });
    const administrator = await app.person('ADMINISTRATOR');
    for (let i = 0; i < 20; i += 1) {
      const { id } = await app.person('INSPECTOR', { name });
      await app.as(administrator).post(`/api/v1/people/${id}/disable`).expect(200);
    }
    const namedTo = async (facts: { districts?: string[]; departments?: string[] }): Promise<string[]> => {
      const planner = await app.person('PLANNER', facts);
      const path = `/api/v1/inspectors/candidates?q=${encodeURIComponent('司马')}`;
      const { items } = (await app.as(planner).get(path).expect(200)).body as {
        items: { personId: string }[];
      };
      return items.map(({ personId }) => personId);
    };
    expect(await namedTo({})).toEqual([mine.id]);
    expect(await namedTo({ departments: [] })).toEqual([]);
    expect(await namedTo({ departments: ['health'] })).toEqual([ofHealth.id]);
    expect(await namedTo({ departments: ['civil-affairs', 'health'] })).toEqual([
      ofBoth.id,
      ofHealth.id,
      mine.id,
    ]);
    expect(await namedTo({ districts: [HELD_BY_AN_AREA] })).toEqual([ofArea.id]);
    expect(await namedTo({ districts: ['*'] })).toEqual([ofArea.id, mine.id]);
  });
});
