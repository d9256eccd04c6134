import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, FilingBuilder, type FilingAnswer } from './filing.builder';

const LETTER = 'AUTHORISATION_LETTER';
const STREET = '陕西省西安市长安区韦曲街道';
/** What ends on the day on which it is accepted. */
const NOTICE = {
  startsOn: '2026-11-20',
  reason: '示例·合同到期',
  notifiedOn: '2026-11-19',
  residents: 0,
  placements: [],
  refundFen: 0,
  recordsKeptBy: '示例·档案室',
};

describe('why another account files for a legal person', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let holder: TestPerson;
  let comer: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    holder = await app.person('OPERATOR');
    comer = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const read = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body as FilingAnswer;
  const change = async (id: string, institution: object): Promise<FilingAnswer> => {
    const { version } = await read(comer, id);
    const request = app.as(comer).patch(`/api/v1/filings/${id}`).set('if-match', `"${version}"`);
    return (await request.send({ institution }).expect(200)).body as FilingAnswer;
  };
  const required = ({ takeover }: FilingAnswer) => takeover?.required;
  const asksForLetter = ({ materials }: FilingAnswer) => materials.some(({ code }) => code === LETTER);

  describe('that was said for one place and one head', () => {
    let id: string;
    const HERE = `${STREET}示例说明路1号`;
    const HEAD = { name: '示例·王建国', residentId: '610116189001010019', phone: '13800000001' };

    beforeAll(async () => {
      await filings.accepted(holder, registrar);
      const draft = await filings.draft(comer, 'ELDERLY_CARE', { address: HERE });
      ({ id } = draft);
      await filings.stateTakeover(comer, draft);
    });

    it('stands while anything else is filled in, and by another spelling of the address', async () => {
      expect(required(await change(id, { capacity: 119 }))).toBe(false);
      const shorter = { address: '示例说明路1号', township: '610116001' };
      expect(required(await change(id, shorter))).toBe(false);
    });

    it('is asked for again at another place, and counts again at the one before', async () => {
      expect(await change(id, { address: `${STREET}示例说明路2号` })).toMatchObject({
        takeover: { required: true, statement: null },
      });
      const unsaid = await app.as(comer).post(`/api/v1/filings/${id}/submit`).expect(422);
      expect(unsaid.body).toMatchObject({ code: 'FIELDS_INCOMPLETE', errors: [{ pointer: '/takeover' }] });
      expect(required(await change(id, { address: HERE }))).toBe(false);
    });

    it('is asked for again under another head', async () => {
      const other = { name: '示例·夺院人', residentId: '610116189001010027', phone: '13800000009' };
      expect(required(await change(id, { legalRepresentative: other }))).toBe(true);
      expect(required(await change(id, { legalRepresentative: HEAD }))).toBe(false);
    });
  });

  it('is asked for again where place and head are filled in after it was said, and at each that follows', async () => {
    const bare = { type: 'INITIAL', kind: 'ELDERLY_CARE' };
    const { name, uscc, district, legalForm, capacity, ...later } = ELDERLY_APPLICATION;
    const { body } = await app
      .as(comer)
      .post('/api/v1/filings')
      .send({ ...bare, institution: { name, uscc, district, legalForm, capacity } })
      .expect(201);
    const draft = body as FilingAnswer;
    expect(required(draft)).toBe(true);
    expect(required(await filings.stateTakeover(comer, draft))).toBe(false);
    const address = `${STREET}示例后填路1号`;
    expect(required(await change(draft.id, { address }))).toBe(true);
    expect(required(await filings.stateTakeover(comer, draft))).toBe(false);
    const { legalRepresentative } = later;
    expect(required(await change(draft.id, { legalRepresentative }))).toBe(true);
    const unsaid = await app.as(comer).post(`/api/v1/filings/${draft.id}/submit`).expect(422);
    expect(unsaid.body).toMatchObject({ code: 'FIELDS_INCOMPLETE', errors: [{ pointer: '/takeover' }] });
    expect(required(await filings.stateTakeover(comer, draft))).toBe(false);
    expect(required(await change(draft.id, { address: `${STREET}示例后填路2号` }))).toBe(true);
  });

  describe('whose institution has ended (终止)', () => {
    const CODE = { uscc: '916100000000000518', legalForm: 'ENTERPRISE' };
    beforeAll(async () => {
      const { institutionId } = await filings.accepted(holder, registrar, 'ELDERLY_CARE', CODE);
      const closure = await filings.filedAbout(holder, institutionId, 'CLOSURE', { notice: NOTICE });
      await filings.act(registrar, closure.id, 'accept');
    });

    it('is asked for with the letter, unless the account is the one that ended it', async () => {
      const draft = await filings.draft(comer, 'ELDERLY_CARE', CODE);
      expect(draft).toMatchObject({ takeover: { account: true, required: true } });
      expect(asksForLetter(draft)).toBe(true);
      const own = await filings.draft(holder, 'ELDERLY_CARE', CODE);
      expect(own.takeover).toBeNull();
      expect(asksForLetter(own)).toBe(false);
    });

    it('is told to the account that ended it, and asked for no more once the other one holds a home', async () => {
      const first = await filings.submitted(comer, 'ELDERLY_CARE', CODE);
      await app.idle();
      const { body } = await app.as(holder).get('/api/v1/notifications').query({ limit: 50 }).expect(200);
      expect((body.items as { type: string }[]).map(({ type }) => type)).toContain('SAME_CODE_FILED');
      await filings.act(registrar, first.id, 'accept');
      expect((await filings.draft(comer, 'ELDERLY_CARE', CODE)).takeover).toBeNull();
    });
  });
});
