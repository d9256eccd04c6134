import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder } from './filing.builder';
import { licenseFrom } from './regime.builder';

describe('a renewal that is begun twice', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-11-23T02:00:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
    await licenseFrom(app, '2026-11-23');
  });
  afterAll(() => app.stop());

  it('is one draft, as long as it is of the same institution and not handed in', async () => {
    const one = await filings.accepted(operator, health, 'CHILDCARE');
    const other = await filings.accepted(operator, health, 'CHILDCARE', { name: '示例·另一家托育园' });
    const begin = async (institutionId: string | null): Promise<string> => {
      const body = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
      return (await app.as(operator).post('/api/v1/filings').send(body).expect(201)).body.id;
    };
    const first = await begin(one.institutionId);
    expect(await begin(one.institutionId)).toBe(first);
    expect(await begin(other.institutionId)).not.toBe(first);
    await filings.act(operator, first, 'abandon');
    expect(await begin(one.institutionId)).not.toBe(first);
    const stranger = await app.person('OPERATOR');
    await app
      .as(stranger)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId: one.institutionId })
      .expect(404);
  });

  it('is none beside one that was handed in and is not decided, to which it leads', async () => {
    const address = '陕西省西安市长安区郭杜街道示例路77号';
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE', { address });
    const aside = await filings.draft(operator, 'CHILDCARE', { address });
    const begin = (body: object) => app.as(operator).post('/api/v1/filings').send(body);
    const again = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const handedIn = await filings.upload(operator, aside);
    await filings.act(operator, handedIn.id, 'submit');
    const open = { code: 'DUPLICATE_FILING', filingId: handedIn.id };
    expect((await begin(again).expect(409)).body).toMatchObject(open);
    const typed = { ...DRAFTS.CHILDCARE, institution: { ...DRAFTS.CHILDCARE.institution, address } };
    expect((await begin(typed).expect(409)).body).toMatchObject(open);
    await filings.act(health, handedIn.id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    expect((await begin(again).expect(409)).body).toMatchObject(open);
    await filings.act(health, (await filings.act(operator, handedIn.id, 'submit')).id, 'refuse', {
      reason: '场地租期不足3年。',
    });
    await begin(again).expect(201);
  });
});
