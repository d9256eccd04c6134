import { TestApp, type TestPerson } from '@zhaoguan/testing';

describe('administrators beside one another', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('shows what was done to an account of a functional area to its own administrator, not to the county’s', async () => {
    const county = await app.person('ADMINISTRATOR', { districts: ['610116'] });
    const national = await app.person('ADMINISTRATOR', { districts: ['*'] });
    const { body } = await app
      .as(national)
      .post('/api/v1/people')
      .send({
        username: 'area-official',
        name: '示例·张某',
        roles: ['REGISTRAR'],
        districts: ['610116005'],
        departments: ['civil-affairs'],
      })
      .expect(201);
    const { person } = body as { person: { id: string } };
    const area = await app.person('ADMINISTRATOR', { districts: ['610116005'] });
    const entriesOf = async (admin: TestPerson): Promise<number> => {
      const path = `/api/v1/audit-entries?subjectType=person&subjectId=${person.id}`;
      const { body: page } = await app.as(admin).get(path).expect(200);
      return (page as { items: unknown[] }).items.length;
    };
    expect([await entriesOf(area), await entriesOf(national), await entriesOf(county)]).toEqual([1, 1, 0]);
  });

  it('leaves one of two administrators who disable each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const two = [
        await app.person('ADMINISTRATOR', { districts: ['610116'] }),
        await app.person('ADMINISTRATOR', { districts: ['610116'] }),
      ] as const;
      const disable = (one: TestPerson, other: TestPerson) =>
        app
          .as(one)
          .post(`/api/v1/people/${other.id}/disable`)
          .then(({ status }) => status);
      const answers = await Promise.all([disable(two[0], two[1]), disable(two[1], two[0])]);
      expect(answers.sort()).toEqual([200, 401]);
    }
  });
});
