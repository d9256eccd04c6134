import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const NOTICE = {
  startsOn: '2026-12-31',
  reason: '租约到期，不再续租',
  notifiedOn: '2026-11-20',
  residents: 16,
  refundFen: 0,
  recordsKeptBy: '由法定代表人保管',
};

describe('who takes people in when an institution ends', () => {
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

  it('is looked up in the register by name, for who files and who decides', async () => {
    const other = await app.person('OPERATOR');
    const home = await filings.accepted(other, registrar, 'ELDERLY_CARE', { name: '示例·接收养老院' });
    const ends = await filings.accepted(operator, registrar);
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CLOSURE',
        kind: 'ELDERLY_CARE',
        institutionId: ends.institutionId,
        institution: {
          notice: {
            ...NOTICE,
            placements: [
              { destination: 'OTHER_INSTITUTION', people: 10, name: '示例·接收养老院' },
              { destination: 'OTHER_INSTITUTION', people: 6, name: '示例·没有的养老院' },
            ],
          },
        },
      })
      .expect(201);
    const path = `/api/v1/filings/${body.id}/receivers`;
    const found = await app.as(operator).get(path).expect(200);
    expect(found.body.items).toMatchObject([
      {
        name: '示例·接收养老院',
        people: 10,
        doubt: null,
        known: [{ institutionId: home.institutionId, status: 'OPERATING', capacity: 120 }],
      },
      { name: '示例·没有的养老院', people: 6, doubt: 'UNKNOWN', known: [] },
    ]);
    await app.as(other).get(path).expect(404);
  });
});
