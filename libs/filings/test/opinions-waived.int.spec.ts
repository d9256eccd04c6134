import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

describe('opinions that nobody waits for any longer', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    await app.person('ADVISER', { departments: ['fire', 'health'] });
  });
  afterAll(() => app.stop());

  it('are waived one by one where some are still waited for, and none that is answered already', async () => {
    const { id } = await filings.submitted(operator);
    const ask = async (department: string) =>
      app
        .as(registrar)
        .post(`/api/v1/filings/${id}/opinions`)
        .send({ department, question: '请就该场所的条件提出意见', materials: [] })
        .expect(201);
    const opinion = (await ask('fire')).body.items[0].id as string;
    const { body } = await ask('health');
    const [other] = (body.items as { id: string; status: string }[]).filter((each) => each.id !== opinion);
    const waive = (opinions: unknown) =>
      app
        .as(registrar)
        .post(`/api/v1/filings/${id}/opinions/waive`)
        .send({ reason: '已有验收意见书', opinions });
    await waive([]).expect(422);
    await waive('all').expect(422);
    const after = await waive([opinion]).expect(200);
    const states = (after.body.items as { id: string; status: string }[]).map((each) => [
      each.id,
      each.status,
    ]);
    expect(Object.fromEntries(states)).toEqual({ [opinion]: 'WAIVED', [other!.id]: 'ASKED' });
    const refused = await app.as(registrar).post(`/api/v1/filings/${id}/accept`).expect(409);
    expect(refused.body.code).toBe('OPINIONS_OPEN');
    const gone = await waive([other!.id, opinion]).expect(422);
    expect(gone.body.errors).toMatchObject([{ pointer: '/opinions/1', code: 'OPINION_NOT_OPEN' }]);
    await waive([other!.id]).expect(200);
    await filings.act(registrar, id, 'accept');
  });
});
