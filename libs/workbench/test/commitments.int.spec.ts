import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { Ear } from './notified.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

const CODE = 'PREMISES_PROOF';
const DAY = 24 * 60 * 60 * 1000;

describe('a commitment that stands for a material', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let filing: FilingAnswer;
  let ear: Ear;
  const cast: Record<string, TestPerson> = {};
  const path = () => `/api/v1/filings/${filing.id}/commitments/${CODE}`;
  const handIn = () =>
    app
      .as(cast['operator']!)
      .put(`${path()}/material`)
      .attach('file', PDF, { filename: 'x.pdf', contentType: 'application/pdf' })
      .expect(200);
  const judge = (action: string, reason?: string) =>
    app.as(cast['registrar of health']!).post(`${path()}/${action}`).send({ reason }).expect(200);
  const whom = () => whomItWaitsFor(app, cast, filing.id);

  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast['operator'] = await app.person('OPERATOR');
    cast['another operator'] = await app.person('OPERATOR');
    cast['registrar'] = await app.person('REGISTRAR');
    cast['registrar of health'] = await app.person('REGISTRAR', { departments: ['health'] });
    ear = new Ear(app, cast);
    const draft = await filings.draft(cast['operator'], 'CHILDCARE');
    const offered = draft.materials.find(({ code }) => code === CODE) as unknown as {
      offer: { text: string };
    };
    filing = draft;
    await app.as(cast['operator']).put(path()).send({ text: offered.offer.text }).expect(200);
    const others = draft.materials.filter((each) => each.required && each.code !== CODE);
    await filings.upload(
      cast['operator'],
      draft,
      others.map(({ code }) => code),
    );
    await filings.act(cast['operator'], draft.id, 'submit');
    await filings.act(cast['registrar of health'], draft.id, 'accept');
    await ear.listen();
  });
  afterAll(() => app.stop());

  it('waits, from the acceptance on, for the applicant, with its last day', async () => {
    expect(await whom()).toEqual({ operator: 'COMMITMENT_TO_FULFIL' });
    expect(await waitingOf(app, cast['operator']!)).toMatchObject([
      { typeLabel: '待补交承诺材料', detail: '请补交：托育机构场地证明', dueOn: '2026-12-21' },
    ]);
  });

  it('waits, handed in, for those who look at it; both sides are told', async () => {
    await handIn();
    expect(await whom()).toEqual({ 'registrar of health': 'COMMITMENT_TO_CHECK' });
    expect(await waitingOf(app, cast['registrar of health']!)).toMatchObject([
      { typeLabel: '待核实告知承诺', dueOn: '2026-12-18' },
    ]);
    expect(await ear.listen()).toEqual({ 'registrar of health': ['COMMITMENT_HANDED_IN'] });
    await judge('return', '看不清');
    expect(await ear.listen()).toEqual({ operator: ['COMMITMENT_RETURNED'] });
    expect(await whom()).toEqual({ operator: 'COMMITMENT_TO_FULFIL' });
  });

  it('waits, when its last day has passed, for the authority too, and for nobody once it is judged', async () => {
    // What has passed is judged by the day of the database, which no test advances.
    await app.database.query(
      `alter table filings.commitment disable trigger commitment_stays;
       update filings.commitment set due_on = (now() at time zone 'Asia/Shanghai')::date - 1 where filing_id = '${filing.id}';
       alter table filings.commitment enable trigger commitment_stays`,
    );
    app.clock.advance(40 * DAY);
    for (const name of Object.keys(cast)) cast[name] = await signedInAgain(cast[name]!);
    expect(await whom()).toEqual({
      operator: 'COMMITMENT_TO_FULFIL',
      'registrar of health': 'COMMITMENT_TO_CHECK',
    });
    await judge('breach', '期满没有补交');
    expect(await ear.listen()).toEqual({ operator: ['COMMITMENT_BREACHED'] });
    expect(await whom()).toEqual({});
  });

  async function signedInAgain(person: TestPerson): Promise<TestPerson> {
    const { username, password } = person;
    const answer = await app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: answer.body.accessToken as string };
  }
});
