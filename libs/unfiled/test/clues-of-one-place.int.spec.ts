import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { FOUND, UnfiledBuilder } from './unfiled.builder';

describe('clues of places that have not filed', () => {
  let app: TestApp;
  let sites: UnfiledBuilder;
  let filings: FilingBuilder;
  let registrar: TestPerson;
  let inspector: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    sites = new UnfiledBuilder(app);
    filings = new FilingBuilder(app);
    registrar = await app.person('REGISTRAR');
    inspector = await app.person('INSPECTOR');
  });
  afterAll(() => app.stop());

  const record = (person: TestPerson, facts: object) =>
    app
      .as(person)
      .post('/api/v1/unfiled-sites')
      .send({ ...FOUND, ...facts });

  it('end by the number of another place only with a word why it is the same', async () => {
    const operator = await app.person('OPERATOR');
    const { filingNumber } = await filings.accepted(operator, registrar);
    const found = await sites.found(registrar);
    const { body } = await sites.act(registrar, found, 'settle', { filingNumber }).expect(422);
    expect(body).toMatchObject({ code: 'UNFILED_NUMBER_ELSEWHERE', errors: [{ pointer: '/note' }] });
    await sites.act(registrar, found, 'settle', { filingNumber, note: 'x' }).expect(422);
    await sites.act(registrar, found, 'settle', { filingNumber, note: '示例·已搬至新址' }).expect(200);
  });

  it('are written down once while the clue of the place is open', async () => {
    const here = { address: '示例路777号院内二层' };
    const answers = await Promise.all([1, 2, 3].map(() => record(registrar, here)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const open = answers.find(({ status }) => status === 201)?.body;
    const inFull = await record(inspector, { address: '陕西省西安市长安区示例路777号' }).expect(409);
    expect(inFull.body).toMatchObject({ code: 'UNFILED_KNOWN', siteId: open.id });
    await record(registrar, { address: '示例路777号院内三层', name: '示例·三层托老所' }).expect(201);
    await sites.act(registrar, open, 'dismiss', { note: '示例·已停办' }).expect(200);
    await record(registrar, here).expect(201);
  });
});
