import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const REASONS = { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] };

describe('decisions taken at once, and the numbers they give', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    health = await app.person('REGISTRAR', { departments: ['health'] });
  });
  afterAll(() => app.stop());

  const act = (person: TestPerson, id: string, action: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body);

  it('two registrars accepting at once: one wins, one institution, one number', async () => {
    const { id } = await filings.submitted(operator);
    const second = await app.person('REGISTRAR');
    const answers = await Promise.all([act(registrar, id, 'accept'), act(second, id, 'accept')]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    const rows = await app.database.query(
      'select id from institutions.institution where filing_number = $1',
      [answers.find(({ status }) => status === 200)?.body.filingNumber],
    );
    expect(rows).toHaveLength(1);
  });

  it('one accepts while another returns: one wins', async () => {
    const { id } = await filings.submitted(operator);
    const second = await app.person('REGISTRAR');
    const answers = await Promise.all([act(registrar, id, 'accept'), act(second, id, 'return', REASONS)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is answered again, and done once, with the same Idempotency-Key', async () => {
    const { id } = await filings.submitted(operator);
    const once = () => act(registrar, id, 'accept').set('idempotency-key', `accept-${id}`).expect(200);
    const first = await once();
    expect((await once()).body).toEqual(first.body);
  });

  it('numbers have no gap and no double, also when acceptances fail between', async () => {
    const district = '500152';
    const here = await app.person('REGISTRAR', { districts: [district] });
    const site = { district, address: '重庆市潼南区示例路1号' };
    const made = [];
    for (let i = 0; i < 6; i += 1)
      made.push(
        await filings.submitted(operator, 'ELDERLY_CARE', { ...site, address: `${site.address}附${i}` }),
      );
    const first = made[0];
    if (!first) throw new Error('nothing was made');
    await act(here, first.id, 'accept').expect(200);
    // The same site once more, as the register learns meanwhile: it refuses after the number was taken.
    const address = `${site.address}附9`;
    const twice = await filings.submitted(operator, 'ELDERLY_CARE', { ...site, address });
    await app.database.query('update institutions.institution set address = $1 where district = $2', [
      address,
      district,
    ]);
    const answers = await Promise.all([twice, ...made.slice(1)].map(({ id }) => act(here, id, 'accept')));
    expect(answers[0]?.body.code).toBe('DUPLICATE_INSTITUTION');
    const numbers = await app.database.query<{ filing_number: string }>(
      `select filing_number from filings.filing where filing_number like '500152-%' order by 1`,
    );
    expect(numbers.map(({ filing_number }) => filing_number)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `500152-YL-2026-000${n}`),
    );
  });

  it('a 家庭托育点 has a series of numbers of its own', async () => {
    const home = { siteType: 'HOME', name: '示例·邻里家庭托育点', capacity: 5 };
    const { filingNumber } = await filings.accepted(operator, health, 'CHILDCARE', home);
    expect(filingNumber).toBe('610116-JT-2026-0001');
  });
});
