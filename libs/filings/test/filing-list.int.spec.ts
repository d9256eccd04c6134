import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';
import { licenseFrom } from './regime.builder';
import { suspensionTakenBack } from './taken-back.builder';

const DAY = 86_400_000;

describe('the list of filings, where nobody asks for another order', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    await licenseFrom(app, app.clock.now().toISOString().slice(0, 10));
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    filings = new FilingBuilder(app);
  });
  afterAll(() => app.stop());

  it('begins with what is to be decided and put right, and ends with what was decided longest ago', async () => {
    const inTurn: string[] = [];
    for (const told of [
      () => filings.accepted(operator, registrar),
      () => filings.accepted(operator, registrar),
      () => filings.draft(operator),
      () => filings.returned(operator, registrar),
      () => filings.submitted(operator),
      () => filings.submitted(operator),
    ]) {
      inTurn.push((await told()).id);
      app.clock.advance(DAY);
    }
    const [oldest, older, draft, returned, first, second] = inTurn;
    const pages = async (person: TestPerson): Promise<(string | undefined)[]> => {
      const ids: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await app.as(person).get(`/api/v1/filings?limit=2${cursor}`).expect(200);
        const page = body as { items: { id: string }[]; nextCursor: string | null };
        ids.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) return ids;
        cursor = `&cursor=${page.nextCursor}`;
      }
    };
    expect(await pages(operator)).toEqual([first, second, returned, draft, older, oldest]);
    expect(await pages(registrar)).toEqual([first, second, returned, older, oldest]);
  });

  it('says of a notice whether it was taken back before its day', async () => {
    const applicant = await app.person('OPERATOR');
    const { institutionId } = await filings.accepted(applicant, registrar);
    const today = app.clock.now().toISOString().slice(0, 10);
    const { id } = await suspensionTakenBack(app, { applicant, registrar, institutionId, today });
    for (const person of [applicant, registrar]) {
      const { body } = await app
        .as(person)
        .get(`/api/v1/filings?institutionId=${institutionId ?? ''}&sort=-createdAt`)
        .expect(200);
      expect((body as { items: object[] }).items).toMatchObject([
        { id, status: 'ACCEPTED', acceptedAt: expect.stringMatching(/T/), retracted: true },
        { retracted: false },
      ]);
    }
  });

  it('puts an application for a licence by the day on which it is said whether it is taken in, then by that of the decision', async () => {
    const official = await app.person('REGISTRAR', { departments: ['health', 'civil-affairs'] });
    const applicant = await app.person('OPERATOR');
    const applied = await filings.submitted(applicant, 'CHILDCARE');
    app.clock.advance(3 * DAY);
    const filed = await filings.submitted(applicant);
    const listed = async (): Promise<string[]> => {
      const { body } = await app.as(official).get('/api/v1/filings?status=SUBMITTED').expect(200);
      const both = [applied.id, filed.id];
      return (body as { items: { id: string }[] }).items.flatMap(({ id }) => (both.includes(id) ? [id] : []));
    };
    expect(await listed()).toEqual([applied.id, filed.id]);
    await filings.act(official, applied.id, 'admit');
    expect(await listed()).toEqual([filed.id, applied.id]);
  });

  it('says of each which office decides it: who reads what a county decides gives it to nobody', async () => {
    const submitted = await filings.submitted(operator);
    const city = await app.person('REGISTRAR', { districts: ['610100'] });
    const health = await app.person('REGISTRAR', { departments: ['health'] });
    const own = async (person: TestPerson) => {
      const { body } = await app.as(person).get('/api/v1/filings?limit=100').expect(200);
      const line = (body as { items: { id: string; ofOwnOffice: boolean }[] }).items.find(
        ({ id }) => id === submitted.id,
      );
      return line?.ofOwnOffice;
    };
    expect(await own(registrar)).toBe(true);
    expect(await own(city)).toBe(false);
    expect(await own(operator)).toBe(false);
    expect(await own(health)).toBeUndefined();
  });
});
