import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';
import { licenseFrom } from './regime.builder';

const DAY = 86_400_000;
const REMARK = { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] };

describe('licences that are asked to go on', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;

  const read = async (path: string, by: TestPerson = operator) =>
    (await app.as(by).get(`/api/v1${path}`).expect(200)).body;
  const page = async (path: string): Promise<string> => (await app.http.get(path).expect(200)).text;
  const renew = (name: string) => app.nest.get(JobRunner).run('filings.renew-undecided', name, {});
  type Step = { action: string };
  /** What was done beside the silent taking in, which the clock's schedules note whenever they look. */
  const acts = async (id: string): Promise<Step[]> =>
    (await read(`/filings/${id}/history`)).items.filter(({ action }: Step) => action !== 'presume');
  const lastAct = async (id: string): Promise<string | undefined> => (await acts(id)).at(-1)?.action;

  /** A licence that ends on a day, and its renewal, handed in on the first day of the test. */
  async function renewing(
    until: string,
  ): Promise<{ institutionId: string; number: string; case: FilingAnswer }> {
    const { institutionId, filingNumber } = await filings.accepted(operator, health, 'CHILDCARE');
    await app.database.query('update institutions.institution set valid_until = $2 where id = $1', [
      institutionId,
      until,
    ]);
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    await filings.upload(operator, body as FilingAnswer);
    const submitted = await filings.act(operator, body.id as string, 'submit');
    return { institutionId: institutionId ?? '', number: filingNumber ?? '', case: submitted };
  }

  /** Cancels it, for it has ended and was not renewed (注销). */
  const cancel = async (institutionId: string): Promise<{ status: number; code: string }> => {
    const body = { institutionId, ground: 'LICENCE_EXPIRED', clue: '有效期届满' };
    const answer = await app.as(health).post('/api/v1/removals').send(body);
    return { status: answer.status, code: answer.body.code };
  };

  type Renewing = Awaited<ReturnType<typeof renewing>>;
  let silent: Renewing;
  let late: Renewing;
  let returned: Renewing;
  let refused: Renewing;
  let revoked: Renewing;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-04T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    health = await app.person('REGISTRAR', { departments: ['health'], name: '示例·李受理' });
    await licenseFrom(app, '2026-09-04');
    silent = await renewing('2026-10-08');
    late = await renewing('2026-10-03');
    returned = await renewing('2026-10-08');
    refused = await renewing('2026-10-08');
    revoked = await renewing('2026-10-08');
  });
  afterAll(() => app.stop());

  it('are decided before they end, and are given no more time than that', async () => {
    const { id } = silent.case;
    // The term of twenty working days would end on 9 October.
    expect(await read(`/filings/${id}`, health)).toMatchObject({
      dueOn: '2026-10-08',
      renewal: { until: '2026-10-08', inTime: true, state: 'WAITING' },
    });
    expect((await read(`/filings/${id}/extensions`, health)).offer).toBeNull();
    const answer = await app
      .as(health)
      .post(`/api/v1/filings/${id}/extensions`)
      .send({ reason: '需要再次现场核查。' })
      .expect(409);
    expect(answer.body.code).toBe('EXTENSION_BEYOND_LICENCE');
    expect(await read(`/filings/${late.case.id}`)).toMatchObject({
      dueOn: '2026-10-09',
      renewal: { until: '2026-10-03', inTime: false, state: null },
    });
    expect(await page(`/institutions/${silent.institutionId}`)).toContain('延续申请办理中，原证继续有效');
    expect(await page(`/receipts/${silent.number}`)).toContain('延续申请办理中，原证继续有效');
    expect(await page(`/institutions/${late.institutionId}`)).not.toContain('延续');
    expect(await cancel(silent.institutionId)).toEqual({ status: 422, code: 'LICENCE_STILL_VALID' });
  });

  it('end on their last day where the renewal was refused, came too late or lies with the applicant', async () => {
    await filings.act(health, returned.case.id, 'return', REMARK);
    await filings.act(health, refused.case.id, 'refuse', { reason: '场地租期不足3年。' });
    await app.database.query(
      `update institutions.institution set filing_ended_as = 'REVOKED' where id = $1`,
      [revoked.institutionId],
    );
    app.clock.advance(34 * DAY);
    // The last day.
    await renew('on the last day');
    await filings.act(operator, returned.case.id, 'submit');
    app.clock.advance(DAY);
    await renew('after the last day');
    for (const [{ institutionId, case: own }, until, last] of [
      [refused, '2026-10-08', 'refuse'],
      [late, '2026-10-03', 'submit'],
      [returned, '2026-10-08', 'submit'],
      [revoked, '2026-10-08', 'submit'],
    ] as const) {
      expect(await lastAct(own.id)).toBe(last);
      expect((await read(`/institutions/${institutionId}`)).validUntil).toBe(until);
      expect(await page(`/institutions/${institutionId}`)).not.toContain('延续');
    }
    expect(await page(`/receipts/${revoked.number}`)).not.toContain('延续');
    expect(await read(`/filings/${returned.case.id}`)).toMatchObject({
      renewal: { inTime: true, state: null },
    });
    // What was asked for in time is decided first.
    expect(await cancel(returned.institutionId)).toEqual({ status: 422, code: 'LICENCE_RENEWAL_OPEN' });
    expect((await cancel(late.institutionId)).status).toBe(201);
    expect((await cancel(refused.institutionId)).status).toBe(201);
    await filings.act(health, late.case.id, 'refuse', { reason: '场地租期不足3年。' });
  });

  it('do not go on once they are revoked: nothing is left to be granted', async () => {
    const { id } = revoked.case;
    expect(await read(`/filings/${id}`, health)).toMatchObject({
      renewal: null,
      renewalVoid: true,
      availableActions: ['refuse'],
    });
    // Nor does it take the place over, as a first application would.
    expect(await read(`/filings/${id}/duplicates`, health)).toMatchObject({ takesOver: null });
    const { body } = await app.as(health).post(`/api/v1/filings/${id}/accept`).send({}).expect(409);
    expect(body.code).toBe('RENEWAL_VOID');
    await filings.act(health, id, 'refuse', { reason: '原许可已经撤销。' });
  });

  it('count as renewed where nobody has decided, once however often the job runs', async () => {
    const { institutionId, number, case: own } = silent;
    await renew('again');
    await app.idle();
    expect(await read(`/filings/${own.id}`, health)).toMatchObject({
      status: 'SUBMITTED',
      dueOn: '2026-10-08',
      renewal: { state: 'PRESUMED' },
    });
    const history = await acts(own.id);
    expect(history.map(({ action }) => action)).toEqual(['submit', 'renew']);
    expect(history.at(-1)).toMatchObject({
      label: '逾期未作决定，视为准予延续',
      actorName: '系统',
      legalBasis: '《示例托育服务条例》第八条；《中华人民共和国行政许可法》第五十条第二款',
    });
    expect((await read(`/institutions/${institutionId}`)).validUntil).toBe('2031-10-08');
    for (const path of [`/institutions/${institutionId}`, `/receipts/${number}`])
      expect(await page(path)).toContain('视为准予延续');
    const verified = await app.http.get(`/api/v1/public/receipts/${number}`).expect(200);
    expect(verified.body).toMatchObject({
      genuine: true,
      renewal: { state: 'PRESUMED', until: '2026-10-08' },
    });
    const other = await app.http.get(`/api/v1/public/receipts/${late.number}`).expect(200);
    expect(other.body).toMatchObject({ genuine: true, renewal: null });
    expect(await cancel(institutionId)).toEqual({ status: 422, code: 'LICENCE_STILL_VALID' });
    const log = await app.database.query<{ action: string }>(
      `select action from audit.entry where action in ('filing.renewed', 'institution.licence-prolonged')`,
    );
    expect(log).toHaveLength(2);
    const radar = await app.database.query<{ status: string; ends: string }>(
      `select status, ends_on::text as ends from staff.expiry
        where institution_id = $1 and what = 'LICENCE' and ends_on > '2026-09-30' order by ends_on`,
      [institutionId],
    );
    expect(radar.at(-1)).toEqual({ status: 'WATCHED', ends: '2031-10-08' });
    for (const [by, words] of [
      [operator, '原许可证继续有效'],
      [health, '请换发许可证'],
    ] as const)
      expect((await read('/notifications', by)).items).toContainEqual(
        expect.objectContaining({ type: 'LICENCE_RENEWED', title: expect.stringContaining(words) }),
      );
  });

  it('are refused and taken back no more, and get a certificate that counts from where they ended', async () => {
    const { institutionId, number, case: own } = silent;
    const answer = await app
      .as(health)
      .post(`/api/v1/filings/${own.id}/refuse`)
      .send({ reason: '场地租期不足3年。' })
      .expect(409);
    expect(answer.body.code).toBe('RENEWED_ALREADY');
    expect((await read(`/filings/${own.id}`, health)).availableActions).toEqual(['accept']);
    expect((await read(`/filings/${own.id}`, operator)).availableActions).toEqual([]);
    const takenBack = await app.as(operator).post(`/api/v1/filings/${own.id}/withdraw`).send({}).expect(409);
    expect(takenBack.body.code).toBe('RENEWED_ALREADY');
    const granted = await filings.act(health, own.id, 'accept');
    expect(granted).toMatchObject({ institutionId, validUntil: '2031-10-08', renewal: { state: null } });
    expect(await page(`/institutions/${institutionId}`)).not.toContain('视为准予延续');
    expect(await page(`/receipts/${number}`)).toContain(granted.filingNumber ?? '-');
  });
});
