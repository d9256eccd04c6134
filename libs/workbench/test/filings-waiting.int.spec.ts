import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, FilingBuilder, type FilingAnswer } from '../../filings/test/filing.builder';
import { waitingOf, whomItWaitsFor } from './waiting.builder';

describe('filings that wait for somebody', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  const cast: Record<string, TestPerson> = {};
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    cast['operator'] = operator = await app.person('OPERATOR');
    cast['another operator'] = await app.person('OPERATOR');
    cast['registrar'] = registrar = await app.person('REGISTRAR');
    cast['registrar of health'] = await app.person('REGISTRAR', { departments: ['health'] });
    cast['registrar of the city'] = await app.person('REGISTRAR', { districts: ['610100'] });
    cast['registrar of the country'] = await app.person('REGISTRAR', { districts: ['*'] });
    cast['registrar of the area'] = await app.person('REGISTRAR', { districts: ['610116005'] });
    cast['registrar elsewhere'] = await app.person('REGISTRAR', { districts: ['500152'] });
    for (const role of ['PLANNER', 'INSPECTOR', 'REVIEWER', 'CASE_OFFICER', 'ADMINISTRATOR'] as const)
      cast[role] = await app.person(role);
  });
  afterAll(() => app.stop());
  const whom = (id: string): Promise<Record<string, string>> => whomItWaitsFor(app, cast, id);

  it('wait for their applicant alone while they are drafts', async () => {
    const { id } = await filings.draft(operator);
    expect(await whom(id)).toEqual({ operator: 'FILING_TO_FINISH' });
  });

  it('wait, handed in, for the department in charge of the kind, in the county alone', async () => {
    const elderly = await filings.submitted(operator);
    expect(await whom(elderly.id)).toEqual({ registrar: 'FILING_TO_DECIDE' });
    const childcare = await filings.submitted(operator, 'CHILDCARE');
    expect(await whom(childcare.id)).toEqual({ 'registrar of health': 'FILING_TO_DECIDE' });
  });

  it('wait, where a functional area holds the township, for its authority and not for the county', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116005' });
    expect(await whom(id)).toEqual({ 'registrar of the area': 'FILING_TO_DECIDE' });
    const other = await filings.submitted(operator, 'ELDERLY_CARE', { township: '610116001' });
    expect(await whom(other.id)).toEqual({ registrar: 'FILING_TO_DECIDE' });
  });

  it('wait, returned, for the applicant, and accepted to be verified on the spot where a rule asks for it', async () => {
    const returned = await filings.returned(operator, registrar);
    expect(await whom(returned.id)).toEqual({ operator: 'FILING_TO_CORRECT' });
    const accepted = await filings.accepted(operator, registrar);
    expect(await whom(accepted.id)).toEqual({ registrar: 'FILING_TO_VERIFY' });
    const childcare = await filings.accepted(operator, cast['registrar of health']!, 'CHILDCARE');
    expect(await whom(childcare.id)).toEqual({});
  });

  it('wait, returned, for the official who entered it at the window too, until the assistance ends', async () => {
    const agent = await app.person('REGISTRAR');
    cast['agent'] = agent;
    const [account] = await app.database.query<{ username: string; name: string }>(
      'select username, name from access.person where id = $1',
      [operator.id],
    );
    const begun = await app
      .as(agent)
      .post('/api/v1/filings/assisted')
      .send({ ...DRAFTS.ELDERLY_CARE, applicant: account })
      .expect(201);
    const draft = await filings.upload(agent, begun.body as FilingAnswer);
    await filings.act(agent, draft.id, 'submit');
    await filings.act(registrar, draft.id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
    expect(await whom(draft.id)).toEqual({ operator: 'FILING_TO_CORRECT', agent: 'FILING_TO_CORRECT' });
    await app.as(operator).post(`/api/v1/filings/${draft.id}/assistance/end`).send({}).expect(200);
    expect(await whom(draft.id)).toEqual({ operator: 'FILING_TO_CORRECT' });
    delete cast['agent'];
  });

  it('show what they are, since when and until when', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { name: '示例·细柳颐养院' });
    const [mine] = (await waitingOf(app, registrar)).filter(({ subject }) => subject.id === id);
    expect(mine).toEqual({
      type: 'FILING_TO_DECIDE',
      typeLabel: '待办理申请',
      subject: { type: 'filing', id },
      title: '示例·细柳颐养院',
      detail: '第1次提交',
      district: '610116',
      since: '2026-11-20T02:00:00.000Z',
      dueOn: '2026-11-27',
      urgency: 'LATER',
      workingDaysLeft: 5,
    });
  });
});
