import { JobRunner } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { FRIDAY_BEFORE, startLicensing } from './licensing.builder';

const DAY = 86_400_000;
const ENDS_ON = '2026-12-31';
const CLOSES = {
  startsOn: ENDS_ON,
  reason: '示例·租约到期',
  notifiedOn: '2026-11-20',
  residents: 3,
  placements: [{ destination: 'HOME', people: 3 }],
  refundFen: 0,
  recordsKeptBy: '示例·由法定代表人保管',
};

describe('a licence that is granted while the end of what was filed waits for its day', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let institutionId: string;
  beforeEach(async () => {
    ({ app, filings, operator, health } = await startLicensing({ now: FRIDAY_BEFORE }));
    institutionId = (await filings.accepted(operator, health, 'CHILDCARE')).institutionId!;
    app.clock.advance(3 * DAY);
  });
  afterEach(() => app.stop());

  const read = async (path: string, by = health) =>
    (await app.as(by).get(`/api/v1/${path}`).expect(200)).body;
  const closed = async (notice: object = CLOSES): Promise<string> => {
    const { id } = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice }, 'CHILDCARE');
    await filings.act(health, id, 'accept');
    return id;
  };
  const applied = async (): Promise<string> => {
    const draft = { type: 'INITIAL', kind: 'CHILDCARE', institutionId };
    const { body } = await app.as(operator).post('/api/v1/filings').send(draft).expect(201);
    await filings.upload(operator, body as FilingAnswer);
    return (await filings.act(operator, body.id, 'submit')).id;
  };
  const dayOfTheEnd = async (): Promise<void> => {
    app.clock.set(`${ENDS_ON}T02:00:00Z`);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', 'day-of-the-end', {});
  };

  it('is told to who decides, and is not closed on that day, nor followed up', async () => {
    const closure = await closed();
    const id = await applied();
    expect((await read(`filings/${id}/duplicates`)).licenses).toMatchObject({
      id: institutionId,
      closure: { filingId: closure, endsOn: ENDS_ON },
    });
    await filings.act(health, id, 'accept');
    expect(await read(`institutions/${institutionId}`)).toMatchObject({
      regime: 'LICENCE',
      pendingStep: null,
    });
    expect((await read(`filings/${closure}/closure`)).items).toMatchObject([
      { status: 'CALLED_OFF', dueOn: null },
    ]);
    expect((await read(`filings/${closure}`, operator)).since).toMatchObject({
      inForceOn: null,
      retractedOn: null,
      supersededOn: expect.stringMatching(/^2026-/),
    });
    await dayOfTheEnd();
    expect(await read(`institutions/${institutionId}`)).toMatchObject({
      regime: 'LICENCE',
      status: 'OPERATING',
    });
  });

  it('is closed by an end that was told of the licence itself', async () => {
    await filings.act(health, await applied(), 'accept');
    await closed();
    await dayOfTheEnd();
    expect(await read(`institutions/${institutionId}`)).toMatchObject({
      regime: 'LICENCE',
      status: 'CLOSED',
    });
  });

  it('is suspended as it was told before: that says nothing of what it holds', async () => {
    const notice = { ...CLOSES, recordsKeptBy: undefined, endsOn: '2027-02-28' };
    const suspension = await filings.filedAbout(
      operator,
      institutionId,
      'SUSPENSION',
      { notice },
      'CHILDCARE',
    );
    await filings.act(health, suspension.id, 'accept');
    const id = await applied();
    expect((await read(`filings/${id}/duplicates`)).licenses).toMatchObject({ closure: null });
    await filings.act(health, id, 'accept');
    await dayOfTheEnd();
    expect(await read(`institutions/${institutionId}`)).toMatchObject({
      regime: 'LICENCE',
      status: 'SUSPENDED',
    });
  });
});
