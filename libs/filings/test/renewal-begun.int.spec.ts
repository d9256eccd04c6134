import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { DRAFTS, type FilingAnswer, type FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

describe('a renewal that is begun', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing({ worker: false }));
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

  it('is begun though what the register holds has lapsed, which hinders handing in until it is put right', async () => {
    const address = '陕西省西安市长安区郭杜街道示例路99号';
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE', { address });
    const insured = {
      liabilityInsured: true,
      insuranceStartsOn: '2025-11-24',
      insuranceEndsOn: '2026-11-23',
    };
    await app.database.query(
      `update institutions.institution
          set details = jsonb_set(details, '{particulars}', coalesce(details -> 'particulars', '{}') || $2) where id = $1`,
      [institutionId, JSON.stringify(insured)],
    );
    // By then the form asks for the insurance.
    app.clock.set(new Date('2026-12-03T02:00:00Z'));
    const lapsed = '/institution/particulars/insuranceEndsOn';
    const pointers = ({ body }: { body: { errors: { pointer: string }[] } }) =>
      body.errors.map(({ pointer }) => pointer);
    const begin = (institution?: object) =>
      app
        .as(operator)
        .post('/api/v1/filings')
        .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId, institution });
    const typed = { particulars: { insuranceEndsOn: '2026-12-01' } };
    expect(pointers(await begin(typed).expect(422))).toEqual([lapsed]);
    const { id, version } = (await begin().expect(201)).body as FilingAnswer;
    const submit = () => app.as(operator).post(`/api/v1/filings/${id}/submit`).expect(422);
    expect(pointers(await submit())).toContain(lapsed);
    await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution: { particulars: { insuranceEndsOn: '2027-11-23' } } })
      .expect(200);
    expect(pointers(await submit())).not.toContain(lapsed);
  });
});
