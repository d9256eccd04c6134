import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const DAY = '/institution/particulars/firstResidentOn';

describe('a 养老机构 that has taken in its first older person', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    // The first day of the form that asks for it is 28 November; it is five minutes to midnight in Shanghai.
    app = await TestApp.start({ now: '2026-12-01T15:55:00Z', worker: false });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const submitted = (firstResidentOn: string | null): Promise<FilingAnswer> =>
    filings.submitted(operator, 'ELDERLY_CARE', { particulars: { firstResidentOn } });
  const seenBy = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body.firstResident;

  it('says when, and who receives it reads on which working day after that it was filed', async () => {
    const inTime = await submitted('2026-11-27');
    expect(await seenBy(registrar, inTime.id)).toEqual({
      on: '2026-11-27',
      workingDay: 2,
      limit: 10,
      isLate: false,
    });
    expect(await seenBy(operator, inTime.id)).toBeNull();
    await filings.act(registrar, inTime.id, 'accept');
  });

  it('is filed late without any consequence but the hint', async () => {
    const late = await submitted('2026-11-02');
    expect(await seenBy(registrar, late.id)).toMatchObject({ workingDay: 21, isLate: true });
    expect(await filings.act(registrar, late.id, 'accept')).toMatchObject({ status: 'ACCEPTED' });
  });

  it('names no day to come', async () => {
    const draft = await filings.draft(operator);
    const { body } = await app
      .as(operator)
      .patch(`/api/v1/filings/${draft.id}`)
      .set('if-match', `"${draft.version}"`)
      .send({ institution: { particulars: { firstResidentOn: '2026-12-02' } } })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer: DAY, code: 'DAY_TO_COME' }]);
  });

  it('files before it takes anybody in, and hears nothing of it', async () => {
    const early = await submitted(null);
    expect(await seenBy(registrar, early.id)).toBeNull();
    await filings.act(registrar, early.id, 'accept');
  });

  it('was in time although what was returned came in again later', async () => {
    const { id } = await submitted('2026-11-17');
    await filings.act(registrar, id, 'return', { reasons: [{ pointer: '/', message: '示例·请补正' }] });
    app.clock.advance(600_000);
    await filings.act(operator, id, 'submit');
    expect(await seenBy(registrar, id)).toMatchObject({ workingDay: 10, isLate: false });
  });
});
