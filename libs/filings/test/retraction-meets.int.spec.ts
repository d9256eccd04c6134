import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { FilingEnd } from '@zhaoguan/contracts';
import { EndFiling } from '@zhaoguan/institutions';
import { JobRunner, UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const END = {
  startsOn: '2026-12-20',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
  recordsKeptBy: '示例·档案室',
};

const PAUSE = {
  reason: '示例·装修改造',
  notifiedOn: '2026-11-25',
  residents: 0,
  refundFen: 0,
};

describe('what taking back a notice meets', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let closure: FilingAnswer;
  let path: string;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.set('2026-11-30T02:00:00Z');
    const { institutionId } = await filings.accepted(operator, registrar);
    const filed = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: END });
    closure = await filings.act(registrar, filed.id, 'accept');
    const { body } = await app
      .as(operator)
      .post(`/api/v1/filings/${closure.id}/retractions`)
      .send({ reason: '示例·租赁合同已经续签' })
      .expect(201);
    path = `/api/v1/filings/${closure.id}/retractions/${body.items[0].id}`;
  });

  const end = (as: FilingEnd) =>
    app.nest.get(UnitOfWork).run(registrar.caller, (tx) => {
      const { institutionId, filingNumber } = closure;
      if (institutionId === null || filingNumber === null) throw new Error('it was accepted');
      return app.nest
        .get(EndFiling)
        .execute(tx, { institutionId, filingNumber, removalId: randomUUID(), as });
    });
  const paper = async (kind: string): Promise<string> => {
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${closure.id}/papers`).expect(200);
    const { id } = (body.items as { id: string; kind: string }[]).find((each) => each.kind === kind)!;
    const file = await app
      .as(operator)
      .get(`/api/v1/filings/${closure.id}/papers/${id}/file`)
      .buffer(true)
      .expect(200);
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: file.body as Buffer })
      .toString()
      .replace(/\s/g, '');
  };

  it('ends on the day of the answer where a closure was held beyond its own, with the whole term for its office', async () => {
    app.clock.set('2026-12-28T02:00:00Z');
    await app.as(registrar).post(`${path}/decline`).send({ reason: '示例·老年人已经全部转出' }).expect(200);
    const url = `/api/v1/filings/${closure.id}/closure`;
    const { body } = await app.as(registrar).get(url).expect(200);
    expect(body.items).toMatchObject([{ status: 'OPEN', endsOn: '2026-12-28', dueOn: '2027-01-12' }]);
    const early = await app
      .as(registrar)
      .post(`${url}/records`)
      .set('if-match', '"1"')
      .send({ checkedOn: '2026-12-20', placed: 'ALL', refunded: 'ALL' })
      .expect(422);
    expect(early.body.errors).toMatchObject([{ pointer: '/checkedOn', code: 'BEFORE_END' }]);
  });

  it('dates a suspension held beyond its day by the answer, for who reads it, resumes it or prolongs it', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    const notice = { ...PAUSE, startsOn: '2026-12-20', endsOn: '2027-03-01' };
    const filed = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice });
    await filings.act(registrar, filed.id, 'accept');
    const url = `/api/v1/filings/${filed.id}`;
    const asked = await app
      .as(operator)
      .post(`${url}/retractions`)
      .send({ reason: '示例·不再暂停' })
      .expect(201);
    const inForceOn = async () => (await app.as(registrar).get(url).expect(200)).body.since.inForceOn;
    app.clock.set('2026-12-28T02:00:00Z');
    expect(await inForceOn()).toBeNull();
    const answer = `${url}/retractions/${asked.body.items[0].id}/decline`;
    await app.as(registrar).post(answer).send({ reason: '示例·人员已经转出' }).expect(200);
    expect(await inForceOn()).toBe('2026-12-28');
    const longer = await filings.filedAbout(operator, institutionId, 'SUSPENSION', {
      notice: { ...PAUSE, endsOn: '2027-05-01' },
    });
    expect((await app.as(operator).get(`/api/v1/filings/${longer.id}`).expect(200)).body).toMatchObject({
      suspension: { filingId: filed.id, startsOn: '2026-12-28' },
      prolongs: { since: '2026-12-28', until: '2027-03-01' },
    });
    await filings.act(registrar, longer.id, 'accept');
    const told = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(told.body.statusStep).toMatchObject({ action: 'prolong', suspendedSince: '2026-12-28' });
  });

  it('leaves of a suspension whose whole time has passed nothing but to grant it', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    const notice = { ...PAUSE, startsOn: '2026-12-20', endsOn: '2026-12-27' };
    const filed = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice });
    await filings.act(registrar, filed.id, 'accept');
    const url = `/api/v1/filings/${filed.id}/retractions`;
    const { body } = await app.as(operator).post(url).send({ reason: '示例·不再暂停' }).expect(201);
    const answer = `${url}/${body.items[0].id}`;
    app.clock.set('2026-12-28T02:00:00Z');
    const declined = app.as(registrar).post(`${answer}/decline`).send({ reason: '示例·人员已经转出' });
    expect((await declined.expect(409)).body.code).toBe('SUSPENSION_OVER');
    expect((await app.as(operator).post(`${answer}/take-back`).expect(409)).body.code).toBe(
      'SUSPENSION_OVER',
    );
    const read = async (person: TestPerson) =>
      (await app.as(person).get(url).expect(200)).body.items[0].availableActions;
    expect([await read(operator), await read(registrar)]).toEqual([[], ['grant']]);
    await app.as(registrar).post(`${answer}/grant`).expect(200);
    const told = await app.http.get(`/api/v1/public/institutions/${institutionId}`).expect(200);
    expect(told.body).toMatchObject({ status: 'OPERATING', statusStep: null });
  });

  it('knows an office of one: what it leaves behind alone, and that it does not ask and answer at the window', async () => {
    const alone = await app.person('REGISTRAR', { departments: ['health'] });
    const administrator = await app.person('ADMINISTRATOR');
    const leftBehind = async () => {
      const url = `/api/v1/filings/left-behind/${alone.id}`;
      return (await app.as(administrator).get(url).expect(200)).body.offices;
    };
    const { institutionId } = await filings.accepted(operator, alone, 'CHILDCARE');
    const filed = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice: END }, 'CHILDCARE');
    await filings.act(alone, filed.id, 'accept');
    const url = `/api/v1/filings/${filed.id}/retractions`;
    const ask = (person: TestPerson) => app.as(person).post(url).send({ reason: '示例·不再终止' });
    expect(await leftBehind()).toMatchObject([{ unstaffed: true, cases: 0 }]);
    const { body } = await ask(operator).expect(201);
    expect(await leftBehind()).toMatchObject([{ unstaffed: true, cases: 1 }]);
    await app.as(operator).post(`${url}/${body.items[0].id}/take-back`).expect(200);
    expect((await app.as(alone).get(url).expect(200)).body.offer).toMatchObject({
      as: 'WINDOW',
      attended: false,
    });
    expect((await app.as(operator).get(url).expect(200)).body.offer).toMatchObject({ attended: true });
    expect((await ask(alone).expect(422)).body.code).toBe('RETRACTION_UNATTENDED');
    await app.person('REGISTRAR', { departments: ['health'] });
    await ask(alone).expect(201);
  });

  it('is answered before a cancellation closes what it is about', async () => {
    await expect(end('CANCELLED')).rejects.toThrow('STEP_HELD');
    await app.as(registrar).post(`${path}/grant`).expect(200);
    await end('CANCELLED');
    const { body } = await app.as(registrar).get(`/api/v1/institutions/${closure.institutionId}`).expect(200);
    expect(body).toMatchObject({ status: 'CLOSED', filingEndedAs: 'CANCELLED', pendingStep: null });
  });

  it('never comes into force once the home is filed anew, after its filing was revoked', async () => {
    await end('REVOKED');
    const [place] = await app.database.query<{ address: string }>(
      'select address from institutions.institution where id = $1',
      [closure.institutionId],
    );
    const anew = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { ...place });
    expect(anew.institutionId).toBe(closure.institutionId);
    const institution = async () =>
      (await app.as(operator).get(`/api/v1/institutions/${closure.institutionId}`).expect(200)).body;
    expect(await institution()).toMatchObject({
      status: 'OPERATING',
      pendingStep: null,
      openFilings: expect.arrayContaining(['CLOSURE']),
    });
    const { body } = await app.as(operator).get(`/api/v1/filings/${closure.id}/retractions`).expect(200);
    expect(body).toMatchObject({ items: [{ status: 'LAPSED', availableActions: [] }], offer: null });
    const late = await app.as(registrar).post(`${path}/decline`).send({ reason: '示例·不符合条件' });
    expect([late.status, late.body.code]).toEqual([409, 'INVALID_TRANSITION']);
    app.clock.set('2026-12-21T02:00:00Z');
    await app.nest.get(JobRunner).run('institutions.apply-status-steps', closure.id, {});
    expect((await institution()).status).toBe('OPERATING');
  });

  it.each([
    ['grant', 'RETRACTION_GRANT', {}],
    ['decline', 'RETRACTION_REFUSAL', { reason: '示例·老年人已经全部转出' }],
  ] as const)(
    'says on the paper of the %s that the filing was revoked, and calls no receipt valid',
    async (act, kind, body) => {
      await end('REVOKED');
      await app.as(registrar).post(`${path}/${act}`).send(body).expect(200);
      const text = await paper(kind);
      expect(text).toContain('机构的备案已于2026年11月30日被撤销，备案回执不再有效');
      expect(text).not.toContain('仍然有效');
    },
  );
});
