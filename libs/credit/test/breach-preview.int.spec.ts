import type { Institution } from '@zhaoguan/institutions';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution } from '../../institutions/test/institution.builder';

describe('what a promise that was not kept would cost', () => {
  let app: TestApp;
  let operator: TestPerson;
  let target: Institution;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    target = await buildInstitution(app.nest, { operatorId: operator.id });
  });
  afterAll(() => app.stop());

  it('is told to who finds that, and nothing is done', async () => {
    const of = (person: TestPerson, path = '') =>
      app.as(person).get(`/api/v1/institutions/${target.id}/credit${path}`);
    const preview = (person: TestPerson) => of(person, '/preview/breach');
    const registrar = await app.person('REGISTRAR');
    expect((await preview(registrar).expect(200)).body).toMatchObject({
      points: 5,
      expiresOn: '2027-11-20',
      before: { score: 80 },
      after: { score: 75 },
    });
    expect((await of(operator).expect(200)).body).toMatchObject({ score: 80, events: [] });
    await preview(operator).expect(403);
    await preview(await app.person('REGISTRAR', { districts: ['500152'] })).expect(404);
  });
});
