import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import type { QueryRunner } from 'typeorm';
import {
  ELDERLY_APPLICATION,
  FilingBuilder,
  PDF,
  type FilingAnswer,
} from '../../filings/test/filing.builder';
import { PartnersToldLater1764700990000 } from '../../../migrations/1764700990000-partners-told-later';
import { PartnerScene, type Credential } from './partner-scene.builder';

const APPLICANT = { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc };
const PAUSE = {
  startsOn: '2026-12-01',
  endsOn: '2027-03-01',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-01',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 0,
  refundBy: '2026-12-31',
};

/** As before the upgrade. */
const UNKNOWN = `
  alter table exchange.partner_case drop column institution_id;
  alter table exchange.change drop column institution_status, drop column effective_on, drop column filing_end,
    drop column removal`;

interface Told {
  readonly eventId: string;
  readonly event: string;
  readonly seq: number;
  readonly status: string;
  readonly filingEnd: string | null;
  readonly institutionStatus: string | null;
  readonly removal: { readonly number: string; readonly checkUrl: string } | null;
}

describe('partner platforms, after a case is over,', () => {
  let scene: PartnerScene;
  let filings: FilingBuilder;
  let registrar: TestPerson;
  let reviewer: TestPerson;
  let chief: TestPerson;
  let partner: Credential;
  let count = 0;
  beforeAll(async () => {
    scene = await PartnerScene.start();
    filings = new FilingBuilder(scene.app);
    registrar = await scene.app.person('REGISTRAR');
    reviewer = await scene.app.person('REVIEWER');
    chief = await scene.app.person('REVIEWER');
    partner = await scene.register({ webhookUrl: scene.webhookUrl });
  });
  afterAll(() => scene.stop());

  /** Handed in by the platform, and accepted. */
  const filed = async () => {
    count += 1;
    const reference = `BJ-${count}`;
    const institution = { ...ELDERLY_APPLICATION, address: `${ELDERLY_APPLICATION.address}乙${count}` };
    const entry = { reference, applicant: APPLICANT, kind: 'ELDERLY_CARE', institution };
    const { body } = await scene.send(partner, 'POST', '/filings', entry).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(partner, `/filings/${reference}/materials/${code}`, PDF).expect(200);
    const { id } = (await scene.send(partner, 'POST', `/filings/${reference}/submit`).expect(200))
      .body as FilingAnswer;
    return { reference, filing: await filings.act(registrar, id, 'accept') };
  };
  const told = async (reference: string, by = partner): Promise<Told[]> => {
    await scene.app.idle();
    const { body } = await scene.send(by, 'GET', '/changes').expect(200);
    const { items } = body as { items: (Told & { reference: string })[] };
    return items.filter((each) => each.reference === reference && each.seq > 2);
  };
  const post = (by: TestPerson, path: string, body: object = {}) =>
    scene.app.as(by).post(`/api/v1/removals${path}`).send(body);
  const opened = async (institutionId: string | null, ground: string): Promise<string> => {
    const { body } = await post(registrar, '', { institutionId, ground, clue: '群众反映' }).expect(201);
    const { id } = body as { id: string };
    await scene.app
      .as(registrar)
      .post(`/api/v1/removals/${id}/files`)
      .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' })
      .expect(201);
    return id;
  };
  const notified = async (institutionId: string | null, ground: string): Promise<string> => {
    const id = await opened(institutionId, ground);
    await post(registrar, `/${id}/notice-paper`, { facts: '示例·材料并非其出具' }).expect(200);
    const service = { service: 'DELIVERED', serviceNote: '由负责人当面签收' };
    await post(registrar, `/${id}/service`, service).expect(200);
    return id;
  };
  const decided = async (institutionId: string | null, ground: string): Promise<string> => {
    const id = await notified(institutionId, ground);
    scene.app.clock.advance(30 * 24 * 3_600_000);
    await post(registrar, `/${id}/propose`, { text: '情形成立' }).expect(200);
    await post(reviewer, `/${id}/decide`).expect(200);
    return id;
  };
  const genuine = async (url = '') => {
    const code = /\/papers\/(.+)$/.exec(url)?.[1] ?? '';
    return (await scene.app.http.get('/api/v1/public/papers').query({ code }).expect(200)).body as object;
  };

  it('are told once of notice, decision and annulment of a 撤销, with where its papers are checked', async () => {
    const { reference, filing } = await filed();
    const id = await decided(filing.institutionId, 'FALSE_MATERIALS');
    const annulment = { document: '示例复决字〔2026〕1号', reason: '事实不清' };
    await post(chief, `/${id}/annul`, annulment).expect(200);
    const items = await told(reference);
    const { filingNumber } = filing;
    const stands = { status: 'ACCEPTED', filingNumber, institutionStatus: 'OPERATING' };
    expect(items).toMatchObject([
      {
        ...stands,
        event: 'removal.noticed',
        seq: 3,
        effectiveOn: null,
        filingEnd: null,
        removal: {
          type: 'REVOCATION',
          service: 'DELIVERED',
          issuedOn: '2026-11-20',
          statementUntil: '2026-11-27',
        },
      },
      {
        ...stands,
        event: 'removal.decided',
        seq: 4,
        effectiveOn: '2026-12-20',
        filingEnd: 'REVOKED',
        removal: { type: 'REVOCATION', number: '长民备撤决〔2026〕1号', service: null, statementUntil: null },
      },
      { ...stands, event: 'removal.annulled', seq: 5, effectiveOn: '2026-12-20', filingEnd: null },
    ]);
    for (const { removal } of items)
      expect(await genuine(removal?.checkUrl)).toMatchObject({ genuine: true });

    const sent = () =>
      scene.received
        .map(({ body }) => JSON.parse(body) as Told & { reference: string })
        .filter((each) => each.reference === reference && each.seq > 2);
    expect(sent()).toEqual(items);
    for (const run of ['once', 'twice'])
      await scene.app.nest
        .get(JobRunner)
        .run('exchange.publish-changes', run, { partnerId: partner.partnerId });
    expect(await told(reference)).toEqual(items);
    expect(sent()).toEqual(items);
    for (const { body } of scene.received) expect(body).not.toMatch(/王建国|610116189001010019|并非其出具/);
  });

  /** Hands in for the applicant of a platform at the window, and has it accepted; says which case it was. */
  const window = async ({ institutionId }: Pick<FilingAnswer, 'institutionId'>) => {
    const clerk = await scene.app.person('REGISTRAR');
    const [{ username } = { username: '' }] = await scene.app.database.query<{ username: string }>(
      `select username from access.person where username like 'platform-%'`,
    );
    return async (type: string, notice: object): Promise<string> => {
      const applicant = { username, name: APPLICANT.name };
      const { body } = await scene.app
        .as(clerk)
        .post('/api/v1/filings/assisted')
        .send({ type, kind: 'ELDERLY_CARE', institutionId, applicant, institution: { notice } })
        .expect(201);
      const { id } = await filings.upload(clerk, body as FilingAnswer);
      await filings.act(clerk, id, 'submit');
      await filings.act(registrar, id, 'accept');
      return id;
    };
  };

  it('are told of a 注销, which closes the institution, and of no other', async () => {
    const { reference, filing } = await filed();
    const other = await scene.register({ name: '示例·另一平台' });
    const before = await filed();
    await decided(filing.institutionId, 'SERVICE_CEASED');
    expect((await told(reference)).at(-1)).toMatchObject({
      event: 'removal.decided',
      status: 'ACCEPTED',
      institutionStatus: 'CLOSED',
      filingEnd: 'CANCELLED',
      removal: { type: 'CANCELLATION' },
    });
    expect(await told(before.reference)).toEqual([]);
    expect(await told(reference, other)).toEqual([]);
  });

  it('hear that a case was dropped only if they heard of its notice', async () => {
    const { reference, filing } = await filed();
    const quiet = await opened(filing.institutionId, 'FALSE_MATERIALS');
    await post(registrar, `/${quiet}/drop`, { reason: '线索不实' }).expect(200);
    expect(await told(reference)).toEqual([]);
    const known = await notified(filing.institutionId, 'FALSE_MATERIALS');
    await post(registrar, `/${known}/drop`, { reason: '线索不实' }).expect(200);
    const [notice, drop] = await told(reference);
    expect(notice).toMatchObject({ event: 'removal.noticed' });
    expect(drop).toMatchObject({
      event: 'removal.dropped',
      filingEnd: null,
      removal: { number: null, checkUrl: null },
    });
  });

  it('are told of suspension, its prolonging, resumption and closure that the applicant hands in at the window', async () => {
    const { reference, filing } = await filed();
    const settle = await window(filing);
    const today = () => new Date(scene.app.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const on = today();
    await settle('SUSPENSION', { ...PAUSE, startsOn: on, endsOn: '2027-06-01', refundBy: '2027-06-01' });
    await settle('SUSPENSION', {
      ...PAUSE,
      startsOn: '2027-06-02',
      endsOn: '2027-09-01',
      refundBy: '2027-06-01',
    });
    await settle('RESUMPTION', { startsOn: on, reason: '示例·改造完成' });
    await settle('CLOSURE', {
      ...PAUSE,
      startsOn: on,
      refundBy: '2027-06-01',
      endsOn: null,
      recordsKeptBy: '示例·档案室',
    });
    const { filingNumber } = filing;
    const same = { filingNumber, effectiveOn: on, filingEnd: null, removal: null, status: 'ACCEPTED' };
    expect(await told(reference)).toMatchObject([
      { ...same, event: 'institution.suspended', institutionStatus: 'SUSPENDED' },
      { ...same, event: 'institution.suspension-prolonged', institutionStatus: 'SUSPENDED' },
      { ...same, event: 'institution.resumed', institutionStatus: 'OPERATING' },
      { ...same, event: 'institution.closed', institutionStatus: 'CLOSED' },
    ]);
  });

  it('are told that what was to come was taken back before its day', async () => {
    const { reference, filing } = await filed();
    const settle = await window(filing);
    const day = (ahead: number) =>
      new Date(scene.app.clock.now().getTime() + (8 + 24 * ahead) * 3_600_000).toISOString().slice(0, 10);
    const id = await settle('SUSPENSION', {
      ...PAUSE,
      startsOn: day(20),
      endsOn: day(90),
      refundBy: day(90),
    });
    const path = `/api/v1/filings/${id}/retractions`;
    const clerk = await scene.app.person('REGISTRAR');
    const asked = await scene.app
      .as(clerk)
      .post(path)
      .send({ reason: '申请人电话提出，不再暂停' })
      .expect(201);
    await scene.app.as(registrar).post(`${path}/${asked.body.items[0].id}/grant`).expect(200);
    expect(await told(reference)).toMatchObject([
      { event: 'institution.suspended', institutionStatus: 'SUSPENDED', effectiveOn: day(20) },
      { event: 'institution.status-retracted', institutionStatus: 'OPERATING', effectiveOn: day(0) },
    ]);
  });

  it('are told of what they filed before the upgrade, and not where another filing has taken its place', async () => {
    const { reference, filing } = await filed();
    const replaced = await filed();
    await decided(replaced.filing.institutionId, 'FALSE_MATERIALS');
    const operator = await scene.app.person('OPERATOR');
    const [place] = await scene.app.database.query<{ address: string }>(
      'select address from institutions.institution where id = $1',
      [replaced.filing.institutionId],
    );
    const anew = await filings.accepted(operator, registrar, 'ELDERLY_CARE', { ...place });
    expect(anew.institutionId).toBe(replaced.filing.institutionId);
    const known = async () =>
      scene.app.database.query(
        'select reference, institution_id from exchange.partner_case order by reference',
      );
    const before = await known();
    expect(before).toContainEqual({ reference, institution_id: filing.institutionId });
    expect(before).toContainEqual({ reference: replaced.reference, institution_id: null });
    await scene.app.database.query(UNKNOWN);
    const runner = { query: (sql: string) => scene.app.database.query(sql) } as unknown as QueryRunner;
    await new PartnersToldLater1764700990000().up(runner);
    expect(await known()).toEqual(before);
    const { length } = await told(replaced.reference);
    await decided(anew.institutionId, 'FALSE_MATERIALS');
    expect(await told(replaced.reference)).toHaveLength(length);
    await notified(filing.institutionId, 'FALSE_MATERIALS');
    expect(await told(reference)).toMatchObject([{ event: 'removal.noticed' }]);
  });
});
