import { TestApp, type TestPerson } from '@zhaoguan/testing';

describe('departments in which nobody can give an opinion', () => {
  let app: TestApp;
  let admin: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ unstaffed: true });
    admin = await app.person('ADMINISTRATOR', { districts: ['610116'] });
  });
  afterAll(() => app.stop());

  const vacant = async (by = admin): Promise<[string, string[]][]> => {
    const { body } = await app.as(by).get('/api/v1/people/vacant-advisers').expect(200);
    return (body as { items: { district: string; departments: string[] }[] }).items.map(
      ({ district, departments }) => [district, departments],
    );
  };

  it('are told to who makes the accounts, by the county, until somebody can', async () => {
    // Where nobody asks, nobody is missed.
    expect(await vacant()).toEqual([]);
    await app.person('REGISTRAR', { districts: ['610116'] });
    await app.person('REGISTRAR', { districts: ['500152'] });
    expect(await vacant()).toEqual([
      [
        '610116',
        [
          '西安市长安区消防救援大队',
          '西安市长安区市场监管局',
          '西安市长安区住房和城乡建设部门',
          '西安市长安区教育部门',
        ],
      ],
    ]);
    // Of the city, which covers the county but is not its office.
    await app.person('ADVISER', { districts: ['610100'], departments: ['fire'] });
    const adviser = await app.person('ADVISER', {
      districts: ['610116'],
      departments: ['fire', 'housing', 'education'],
    });
    expect(await vacant()).toEqual([['610116', ['西安市长安区市场监管局']]]);
    await app.as(admin).post(`/api/v1/people/${adviser.id}/disable`).expect(200);
    expect((await vacant())[0]?.[1]).toHaveLength(4);
  });

  it('are told to nobody else, and of no other county', async () => {
    const registrar = await app.person('REGISTRAR', { districts: ['610116'] });
    await app.as(registrar).get('/api/v1/people/vacant-advisers').expect(403);
    const other = await app.person('ADMINISTRATOR', { districts: ['500152'] });
    expect((await vacant(other)).map(([district]) => district)).toEqual(['500152']);
    const above = await app.person('ADMINISTRATOR', { districts: ['*'] });
    expect((await vacant(above)).map(([district]) => district)).toEqual(['500152', '610116']);
  });
});
