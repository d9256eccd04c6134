import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const POLICE = '西安市公安局长安分局';

describe('opinions of a department in which nobody could answer', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const opinions = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/opinions`).expect(200)).body;
  const hindrance = async (id: string, department: string): Promise<string | null> => {
    const { departments } = await opinions(registrar, id);
    return (departments as { code: string; hindrance: string | null }[]).find(
      ({ code }) => code === department,
    )!.hindrance;
  };
  const ask = (id: string, department: string) =>
    app
      .as(registrar)
      .post(`/api/v1/filings/${id}/opinions`)
      .send({ department, question: '示例·请提出意见', materials: [] });
  const adviser = (department: string, districts = ['610116']) =>
    app.person('ADVISER', { departments: [department], districts });
  const disable = ({ id }: TestPerson) =>
    app.database.query('update access.person set disabled_at = now() where id = $1', [id]);

  async function isRefused(id: string, department: string): Promise<void> {
    expect(await hindrance(id, department)).toContain('在本平台没有可以答复本件的人员');
    const { body } = await ask(id, department).expect(422);
    expect(body).toMatchObject({
      code: 'OPINION_UNATTENDED',
      errors: [{ pointer: '/department', code: 'OPINION_UNATTENDED' }],
    });
    expect((await opinions(registrar, id)).items).toEqual([]);
  }

  it('are not asked, with what to do instead at the field, and the case is decided', async () => {
    const { id } = await filings.submitted(operator);
    await isRefused(id, 'public-security');
    expect(await hindrance(id, 'public-security')).toBe(
      `${POLICE}在本平台没有可以答复本件的人员，请线下征求意见后写在内部备注，或者联系系统管理员开立账号`,
    );
    expect((await opinions(operator, id)).departments).toEqual([]);
    await filings.act(registrar, id, 'accept');
  });

  it('are asked once somebody of that very place may answer, and not before', async () => {
    const { id } = await filings.submitted(operator);
    for (const districts of [['500152'], ['610100'], ['*']]) await adviser('housing', districts);
    await disable(await adviser('housing'));
    await app.person('REGISTRAR', { departments: ['housing'] });
    await isRefused(id, 'housing');
    await adviser('housing');
    expect(await hindrance(id, 'housing')).toBeNull();
    const { body } = await ask(id, 'housing').expect(201);
    expect(body.items).toMatchObject([{ department: 'housing', unattended: false }]);
  });

  it('do not count whom their part in the case keeps from answering', async () => {
    const { id } = await filings.submitted(operator);
    const both = await app.person('REGISTRAR', { departments: ['civil-affairs', 'education'] });
    await app.database.query('update access.person set roles = $2 where id = $1', [
      both.id,
      ['REGISTRAR', 'ADVISER'],
    ]);
    expect(await hindrance(id, 'education')).toBeNull();
    await app.as(both).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    await isRefused(id, 'education');
  });

  it('say so while they wait where the last one who could answer has left, and are done without', async () => {
    const { id } = await filings.submitted(operator);
    const last = await adviser('market-regulation');
    await ask(id, 'market-regulation').expect(201);
    await disable(last);
    expect((await opinions(registrar, id)).items).toMatchObject([{ status: 'ASKED', unattended: true }]);
    expect((await opinions(operator, id)).items).toMatchObject([{ status: 'ASKED', unattended: false }]);
    const { body } = await app
      .as(registrar)
      .post(`/api/v1/filings/${id}/opinions/waive`)
      .send({ reason: '示例·对方已没有人员' })
      .expect(200);
    expect(body.items).toMatchObject([{ status: 'WAIVED', unattended: false }]);
    await filings.act(registrar, id, 'accept');
  });
});
