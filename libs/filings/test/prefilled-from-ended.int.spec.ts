import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const CODE = '526101160000000199';

describe('the first filing once more, where the own institution has ended', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let ended: Awaited<ReturnType<FilingBuilder['accepted']>>;
  let before: Record<string, unknown>;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    ended = await filings.accepted(operator, await app.person('REGISTRAR'), 'ELDERLY_CARE', {
      uscc: CODE,
      floorAreaM2: 2612,
    });
    before = (await app.as(operator).get(`/api/v1/filings/${ended.id}`).expect(200)).body.institution;
    await app.database.query(`update institutions.institution set status = 'CLOSED' where id = $1`, [
      ended.institutionId,
    ]);
  });
  afterAll(() => app.stop());

  const begun = async (person: TestPerson, more: object = {}) => {
    const { name, district, township, address } = before;
    const institution = { name, uscc: CODE, district, township, address, ...more };
    return (
      await app
        .as(person)
        .post('/api/v1/filings')
        .send({ type: 'INITIAL', kind: 'ELDERLY_CARE', institution })
        .expect(201)
    ).body;
  };
  const endedBeside = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/same-code`).expect(200)).body.ended;

  it('begins with what was filed of the same place, and says from which it was taken', async () => {
    const { id, institution } = await begun(operator);
    expect(institution).toMatchObject({ capacity: before['capacity'], floorAreaM2: 2612 });
    expect(institution.particulars).not.toHaveProperty('pledges');
    expect(await endedBeside(operator, id)).toMatchObject({
      name: before['name'],
      capacity: before['capacity'],
      floorAreaM2: 2612,
    });
  });

  it('keeps what was typed', async () => {
    const { institution } = await begun(operator, { capacity: 33 });
    expect(institution).toMatchObject({ capacity: 33, floorAreaM2: 2612 });
  });

  it('begins with nothing of it at another place', async () => {
    const { id, institution } = await begun(operator, { address: '陕西省西安市长安区示例路9号' });
    expect(institution).toMatchObject({ capacity: null, floorAreaM2: null });
    expect(await endedBeside(operator, id)).toBeNull();
  });

  it('tells nothing of it to another account', async () => {
    const stranger = await app.person('OPERATOR');
    const { id, institution } = await begun(stranger);
    expect(institution).toMatchObject({ capacity: null, floorAreaM2: null });
    expect(await endedBeside(stranger, id)).toBeNull();
  });

  it('nor while it stands', async () => {
    await app.database.query(`update institutions.institution set status = 'OPERATING' where id = $1`, [
      ended.institutionId,
    ]);
    const { institution } = await begun(operator, { capacity: 12 });
    expect(institution).toMatchObject({ capacity: 12, floorAreaM2: null });
  });
});
