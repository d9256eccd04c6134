import { execFileSync } from 'node:child_process';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder } from './filing.builder';

const PAUSE = {
  startsOn: '2026-12-10',
  endsOn: '2027-01-15',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-10',
  residents: 0,
  refundFen: 0,
};
const LONGER = {
  endsOn: '2027-04-30',
  reason: '示例·工期延误',
  notifiedOn: '2027-01-05',
  residents: 0,
  refundFen: 0,
};
const [TO_END, TO_FOLLOW] = ['SUSPENSION_TO_END', 'SUSPENSION_TO_FOLLOW'];

describe('prolonging a suspension', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let institutionId: string;
  let number: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-20T02:00:00Z');
    const first = await filings.accepted(operator, registrar);
    [institutionId, number] = [first.institutionId!, first.filingNumber!];
    await decided('SUSPENSION', PAUSE);
    await onDay('2026-12-10');
    await onDay('2027-01-18');
  });

  const filed = (type: string, notice: object) =>
    filings.filedAbout(operator, institutionId, type, { notice });
  const decided = async (type: string, notice: object) =>
    filings.act(registrar, (await filed(type, notice)).id, 'accept');
  const draft = (notice?: object, type = 'SUSPENSION') =>
    app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type, kind: 'ELDERLY_CARE', institutionId, ...(notice && { institution: { notice } }) });
  const onDay = async (date: string) => {
    app.clock.set(`${date}T02:00:00Z`);
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', `${institutionId} ${date}`, {});
  };
  const waiting = async (person: TestPerson) => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string }; detail: string }[])
      .filter(({ subject, type }) => subject.id === institutionId && type.startsWith('SUSPENSION_'))
      .map(({ type }) => type);
  };
  const both = async () => [await waiting(operator), await waiting(registrar)];
  const institution = async (person = registrar) =>
    (await app.as(person).get(`/api/v1/institutions/${institutionId}`).expect(200)).body;
  const publicPage = async () => (await app.http.get(`/institutions/${institutionId}`).expect(200)).text;
  const receiptOf = async (id: string): Promise<string> => {
    const { body } = await app.as(operator).get(`/api/v1/filings/${id}/receipt.pdf`).buffer(true).expect(200);
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer })
      .toString()
      .replace(/\s/g, '');
  };
  const faultsOf = ({ body }: Response) => [
    body.code,
    ...(body.errors ?? []).map(
      ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`,
    ),
  ];

  it('is open beside resuming and ending, and begins with the day from which it sensibly runs', async () => {
    const open = ['CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE'];
    expect([(await institution(operator)).openFilings, (await institution()).openAtWindow]).toEqual([
      open,
      open,
    ]);
    const [{ body }, second] = (await Promise.all([draft(), draft()])).sort((a, b) => a.status - b.status);
    expect(body).toMatchObject({
      type: 'SUSPENSION',
      prolongs: { since: '2026-12-10', until: '2027-01-15' },
      institution: { notice: { startsOn: '2027-01-18' } },
    });
    expect(faultsOf(second)).toEqual(['CHANGE_UNDER_WAY']);
    expect(faultsOf(await draft({}, 'RESUMPTION').expect(409))).toEqual(['CHANGE_UNDER_WAY']);
  });

  it('is refused at the field unless it ends later than the day in force', async () => {
    const answer = await draft({ ...LONGER, endsOn: '2027-01-15', startsOn: '2027-01-18' }).expect(422);
    expect(faultsOf(answer)).toContain('/institution/notice/endsOn NOT_PROLONGED');
    expect(JSON.stringify(answer.body.errors)).toContain('原预计恢复服务日（2027年1月15日）');
  });

  it('moves the day for everybody, and ends what waits, without another state', async () => {
    expect(await both()).toEqual([[TO_END], [TO_FOLLOW]]);
    const longer = await filed('SUSPENSION', { ...LONGER, startsOn: '2027-01-18' });
    expect(await both()).toEqual([[], []]);
    await filings.act(registrar, longer.id, 'accept');
    expect(await both()).toEqual([[], []]);
    expect(await institution()).toMatchObject({
      status: 'SUSPENDED',
      pendingStep: null,
      expectedResumption: { on: '2027-04-30', hasPassed: false },
    });
    expect(await publicPage()).toContain(
      '2026年12月10日起暂停服务，2027年1月18日办理延长暂停，预计2027年4月30日恢复<',
    );
    const { body } = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(body.statusStep).toMatchObject({
      action: 'prolong',
      expectedUntil: '2027-04-30',
      suspendedSince: '2026-12-10',
    });
    await onDay('2027-04-30');
    expect(await both()).toEqual([[], []]);
    await onDay('2027-05-01');
    expect(await both()).toEqual([[TO_END], [TO_FOLLOW]]);
    const again = await draft().expect(201);
    expect(again.body.prolongs).toEqual({ since: '2026-12-10', until: '2027-04-30' });
  });

  it('is called by its name in history, notices, lists and on its receipt, which takes the place of the one before', async () => {
    const longer = await filed('SUSPENSION', { ...LONGER, startsOn: '2027-01-18' });
    const waits = await app.as(registrar).get('/api/v1/work-items?limit=100').expect(200);
    expect(JSON.stringify(waits.body)).toContain('延长暂停服务，第1次提交');
    await filings.act(registrar, longer.id, 'accept');
    await app.idle();
    const audited = await app.database.query<{ action: string }>(
      `select action from audit.entry where subject_id = $1 and action like 'institution.s%' order by id desc limit 1`,
      [institutionId],
    );
    expect(audited).toEqual([{ action: 'institution.suspension-prolonged' }]);
    const told = await app.as(operator).get('/api/v1/notifications?limit=5').expect(200);
    expect(told.body.items[0].title).toContain('延长暂停服务备案已获准予');
    const { body: list } = await app
      .as(operator)
      .get(`/api/v1/filings?institutionId=${institutionId}&sort=-createdAt`)
      .expect(200);
    expect((list.items as { prolongs: boolean }[]).map(({ prolongs }) => prolongs)).toEqual([
      true,
      false,
      false,
    ]);
    const text = await receiptOf(longer.id);
    expect(text).toContain('养老机构延长暂停服务备案回执');
    expect(text).toContain('暂停服务起始日2026年12月10日');
    expect(text).toContain('原预计恢复服务日2027年1月15日');
    expect(text).toContain('延长后的预计恢复服务日2027年4月30日');
    const page = (await app.http.get(`/receipts/${number}`).expect(200)).text;
    expect(page).toContain('第3版（延长暂停服务）');
    expect(page).toContain('第2版，暂停服务，');
    const before = list.items[1] as { id: string };
    const { body: earlier } = await app.as(operator).get(`/api/v1/filings/${before.id}`).expect(200);
    expect(earlier.since.prolongedBy).toBe(longer.id);
  });

  it('can be told before the day has passed, and holds up no resumption, which reads since when and why', async () => {
    app.clock.set('2027-01-10T02:00:00Z');
    const longer = await decided('SUSPENSION', { ...LONGER, startsOn: '2027-01-16' });
    expect((await institution()).pendingStep).toBeNull();
    const back = await decided('RESUMPTION', { startsOn: '2027-01-12', reason: '示例·提前完工' });
    expect(back).toMatchObject({
      suspension: {
        filingId: longer.id,
        startsOn: '2026-12-10',
        endsOn: '2027-04-30',
        reason: '示例·工期延误',
        prolonged: true,
      },
    });
    expect(longer).toMatchObject({ suspension: { reason: '示例·消防改造', prolonged: false } });
    expect(faultsOf(await draft().expect(409))).toEqual(['STEP_PENDING']);
    await onDay('2027-01-12');
    expect(await institution()).toMatchObject({ status: 'OPERATING', expectedResumption: null });
    const anew = await draft().expect(201);
    expect(anew.body.prolongs).toBeNull();
  });

  it('is what a restored registration goes on with', async () => {
    await decided('SUSPENSION', { ...LONGER, startsOn: '2027-01-18' });
    for (const [action, from, to] of [
      ['close', 'SUSPENDED', 'CLOSED'],
      ['reinstateSuspended', 'CLOSED', 'SUSPENDED'],
    ])
      await app.database.query(
        `insert into institutions.status_step
           (id, institution_id, action, from_status, to_status, effective_on, removal_id, decided_by, decided_at, applied_at)
         values (gen_random_uuid(), $1, $2, $3, $4, '2027-01-19', gen_random_uuid(), $5, $6, $6)`,
        [institutionId, action, from, to, registrar.id, app.clock.now()],
      );
    expect((await institution()).expectedResumption).toEqual({ on: '2027-04-30', hasPassed: false });
  });

  it('is not told of one that operates, nor does its step change afterwards', async () => {
    await decided('SUSPENSION', { ...LONGER, startsOn: '2027-01-18' });
    const rewrite = `update institutions.status_step set expected_until = '2030-01-01' where institution_id = $1`;
    await expect(app.database.query(rewrite, [institutionId])).rejects.toThrow(/keep what they say/);
    const other = (await filings.accepted(operator, registrar)).institutionId!;
    await expect(
      app.database.query(`update filings.filing set prolongs = '{}' where institution_id = $1`, [other]),
    ).rejects.toThrow(/filing_prolongs/);
  });
});
