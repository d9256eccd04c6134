import { JobRunner } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const DAY = 86_400_000;
const UNTIL = '2027-01-10';

/** Asks for a suspension from the day on that is today, and for nothing more. */
const NOTICE = {
  startsOn: '2026-11-23',
  reason: '示例·装修改造',
  notifiedOn: '2026-11-23',
  residents: 0,
  refundFen: 0,
  endsOn: '2027-03-01',
};

describe('a licence that has expired', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  let suspended: FilingAnswer;
  let serving: FilingAnswer;
  let idle: FilingAnswer;
  let renewing: FilingAnswer;
  let resumption: FilingAnswer;
  let change: FilingAnswer;

  const read = async (path: string, by: TestPerson = operator) =>
    (await app.as(by).get(`/api/v1${path}`).expect(200)).body;
  const page = async (path: string): Promise<string> => (await app.http.get(path).expect(200)).text;
  const licensed = async (): Promise<FilingAnswer> => {
    const made = await filings.accepted(operator, health, 'CHILDCARE');
    await app.database.query('update institutions.institution set valid_until = $2 where id = $1', [
      made.institutionId,
      UNTIL,
    ]);
    return made;
  };
  const begin = (type: string, institutionId: string | null, institution: object) =>
    app.as(operator).post('/api/v1/filings').send({ type, kind: 'CHILDCARE', institutionId, institution });

  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
    suspended = await licensed();
    serving = await licensed();
    idle = await licensed();
    renewing = await licensed();
    const about = suspended.institutionId;
    const told = await filings.filedAbout(operator, about, 'SUSPENSION', { notice: NOTICE }, 'CHILDCARE');
    await filings.act(health, told.id, 'accept');
    // On a day on which the licence has ended.
    const again = { ...NOTICE, startsOn: '2027-02-01', endsOn: null };
    resumption = (await begin('RESUMPTION', about, { notice: again }).expect(201)).body as FilingAnswer;
    change = await filings.filedAbout(
      operator,
      serving.institutionId,
      'CHANGE',
      { capacity: 59 },
      'CHILDCARE',
    );
    const { body } = await begin('INITIAL', renewing.institutionId, {}).expect(201);
    await filings.upload(operator, body as FilingAnswer);
    await filings.act(operator, (body as FilingAnswer).id, 'submit');
    // The day after the last one, which has come for all three.
    app.clock.advance(49 * DAY);
  });
  afterAll(() => app.stop());

  it('is said on its page, to who operates it and to the office, in the lists and to the public', async () => {
    const id = serving.institutionId ?? '';
    for (const by of [operator, health]) {
      expect(await read(`/institutions/${id}`, by)).toMatchObject({ licenceExpiredOn: UNTIL });
      const { items } = await read('/institutions?limit=50', by);
      expect(items).toContainEqual(expect.objectContaining({ id, licenceExpiredOn: UNTIL }));
    }
    const { items } = (await app.http.get('/api/v1/public/institutions').expect(200)).body;
    expect(items).toContainEqual(expect.objectContaining({ id, licenceExpiredOn: UNTIL }));
    expect(await page(`/institutions/${id}`)).toContain('许可证的有效期已于2027年1月10日届满');
    expect(await page('/institutions')).toContain('许可证已过期');
  });

  it('is said of the case by which it was granted, and not of what was only registered', async () => {
    for (const by of [operator, health])
      expect((await read(`/filings/${serving.id}`, by)).since).toMatchObject({ licenceExpiredOn: UNTIL });
    const { items } = await read(`/filings?institutionId=${suspended.institutionId}`);
    const told = items.find(({ type }: { type: string }) => type === 'SUSPENSION');
    expect((await read(`/filings/${told.id}`)).since).toMatchObject({ licenceExpiredOn: null });
  });

  it('leaves to apply for a licence, to stop and to end, and neither to change nor to resume', async () => {
    expect((await read(`/institutions/${idle.institutionId}`)).openFilings).toEqual([
      'INITIAL',
      'SUSPENSION',
      'CLOSURE',
    ]);
    // The day of its suspension was not told to be later than it was, and a resumption lies with the authority.
    const { openFilings } = await read(`/institutions/${suspended.institutionId}`);
    expect(openFilings).toEqual(['INITIAL', 'SUSPENSION', 'CLOSURE']);
    const refused = await begin('CHANGE', suspended.institutionId, { capacity: 58 }).expect(409);
    expect(refused.body).toMatchObject({ code: 'LICENCE_EXPIRED' });
    expect(refused.body.detail).toContain('2027年1月10日届满');
    await begin('SUSPENSION', idle.institutionId, {
      notice: { ...NOTICE, startsOn: '2027-02-01', notifiedOn: '2027-01-11' },
    }).expect(201);
  });

  it('is foreseen where a service is to go on only afterwards, for who fills it in and who reads it', async () => {
    expect(resumption).toMatchObject({ licenceExpiredOn: null, licenceEndsOn: UNTIL });
    const [told, ...more] = resumption.warnings;
    expect(told).toMatchObject({
      pointer: '/institution/notice/startsOn',
      code: 'RESUMES_BEYOND_LICENCE',
    });
    expect(told?.message).toContain('有效期届满（2027年1月10日）以后');
    expect(more).toEqual([]);
    expect(change).toMatchObject({ licenceEndsOn: null });
  });

  it('tells the applicant on the draft, and takes no resumption in', async () => {
    expect(await read(`/filings/${resumption.id}`)).toMatchObject({ licenceExpiredOn: UNTIL });
    await filings.upload(operator, resumption);
    const answer = await app
      .as(operator)
      .post(`/api/v1/filings/${resumption.id}/submit`)
      .send({})
      .expect(409);
    expect(answer.body.code).toBe('LICENCE_EXPIRED');
  });

  it('tells the official before the decision, and a change that was handed in before is not granted', async () => {
    const shown = await read(`/filings/${change.id}`, health);
    expect(shown.licenceExpiredOn).toBe(UNTIL);
    expect(shown.availableActions).not.toContain('accept');
    const answer = await app.as(health).post(`/api/v1/filings/${change.id}/accept`).send({}).expect(409);
    expect(answer.body.code).toBe('LICENCE_EXPIRED');
  });

  it('is not said of what counts as renewed, before the register has it and afterwards', async () => {
    const id = renewing.institutionId ?? '';
    const holds = async () => {
      expect(await read(`/institutions/${id}`)).toMatchObject({ licenceExpiredOn: null });
      expect((await read(`/filings/${renewing.id}`)).since).toMatchObject({ licenceExpiredOn: null });
      expect(await page(`/institutions/${id}`)).not.toContain('许可证已过期');
    };
    await holds();
    await app.nest.get(JobRunner).run('filings.renew-undecided', 'once', {});
    await holds();
  });

  it('that counts as renewed is the state of its case, and the check says the day of the register', async () => {
    const { items } = await read('/filings?limit=50', health);
    const [own] = (items as { id: string; statusLabel: string; renewal: boolean }[]).filter(
      ({ renewal }) => renewal,
    );
    expect(own?.statusLabel).toBe('视为准予延续');
    expect(await read(`/filings/${own?.id}`, health)).toMatchObject({ statusLabel: '视为准予延续' });
    const { validUntil } = await read(`/institutions/${renewing.institutionId}`);
    expect(await page(`/receipts/${renewing.filingNumber}`)).toContain(`datetime="${validUntil}"`);
  });
});
