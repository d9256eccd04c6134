import { JobRunner } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { ELDERLY_APPLICATION, PDF, type FilingAnswer } from '../../filings/test/filing.builder';
import { digestOf, sign } from '../src/http/hmac';
import { PartnerScene, type Credential } from './partner-scene.builder';

const APPLICANT = { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc };
const codeOf = ({ body }: Response): string => (body as { code: string }).code;
const pointersOf = ({ body }: Response): string[] =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe('partner platforms', () => {
  let scene: PartnerScene;
  let registrar: TestPerson;
  let partner: Credential;
  let count = 0;
  beforeAll(async () => {
    scene = await PartnerScene.start();
    registrar = await scene.app.person('REGISTRAR');
    partner = await scene.register({ webhookUrl: scene.webhookUrl });
  });
  afterAll(() => scene.stop());

  const entry = (institution: object = {}) => {
    count += 1;
    const address = `${ELDERLY_APPLICATION.address}甲${count}`;
    const whole = { ...ELDERLY_APPLICATION, address, ...institution };
    return { reference: `BJ-${count}`, applicant: APPLICANT, kind: 'ELDERLY_CARE', institution: whole };
  };
  const submitted = async (by = partner) => {
    const given = entry();
    const { body } = await scene.send(by, 'POST', '/filings', given).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(by, `/filings/${given.reference}/materials/${code}`, PDF).expect(200);
    const answer = await scene.send(by, 'POST', `/filings/${given.reference}/submit`).expect(200);
    return { ...given, filing: answer.body as FilingAnswer };
  };
  const decide = (id: string, act: string, body: object = {}) =>
    scene.app.as(registrar).post(`/api/v1/filings/${id}/${act}`).send(body).expect(200);
  const changes = async (by = partner, after = '0') =>
    (await scene.send(by, 'GET', `/changes?after=${after}`).expect(200)).body as {
      items: { eventId: string; event: string; reference: string; seq: number }[];
      next: string;
      more: boolean;
    };

  it('open to a right signature only: key, secret, time, nonce and content', async () => {
    const refused = async (slips: object, by = partner) =>
      codeOf(await scene.send(by, 'GET', '/changes', undefined, slips).expect(401));
    await scene.app.http.get('/api/v1/exchange/changes').expect(401);
    await scene.app.as(registrar).get('/api/v1/exchange/changes').expect(401);
    expect(await refused({ signature: '0'.repeat(64) })).toBe('SIGNATURE_INVALID');
    expect(await refused({}, { ...partner, secret: 'guessed' })).toBe('SIGNATURE_INVALID');
    expect(await refused({}, { ...partner, keyId: 'ex-unknown' })).toBe('SIGNATURE_INVALID');
    const now = scene.app.clock.now().getTime() / 1000;
    expect(await refused({ timestamp: String(now - 301) })).toBe('SIGNATURE_EXPIRED');
    expect(await refused({ timestamp: String(now + 301) })).toBe('SIGNATURE_EXPIRED');
    const nonce = 'once-and-never-again';
    await scene.send(partner, 'GET', '/changes', undefined, { nonce }).expect(200);
    expect(await refused({ nonce })).toBe('NONCE_REUSED');
    const other = { digest: digestOf('SM3', 'something else') };
    expect(codeOf(await scene.send(partner, 'POST', '/filings', entry(), other).expect(422))).toBe(
      'DIGEST_MISMATCH',
    );
  });

  it('sign by SHA-256 where they have no SM3', async () => {
    const without = await scene.register({ algorithm: 'SHA256' });
    expect(await changes(without)).toEqual({ items: [], next: '0', more: false });
    await scene.send({ ...without, algorithm: 'SM3' }, 'GET', '/changes').expect(401);
  });

  it('hand in a case once, however often and at once it is sent, and no other under its number', async () => {
    const given = entry();
    const answers = await Promise.all(
      [1, 2, 3].map(() => scene.send(partner, 'POST', '/filings', given).expect(201)),
    );
    expect(new Set(answers.map(({ body }) => (body as FilingAnswer).id)).size).toBe(1);
    const other = { ...given, institution: { ...given.institution, capacity: 99 } };
    expect(codeOf(await scene.send(partner, 'POST', '/filings', other).expect(409))).toBe(
      'CASE_REFERENCE_USED',
    );
  });

  it('are told of every fault at once, with its place', async () => {
    const wrong = { reference: 'no spaces', kind: 'HOTEL', institution: { uscc: '123' } };
    expect(pointersOf(await scene.send(partner, 'POST', '/filings', wrong).expect(422))).toEqual(
      expect.arrayContaining(['/reference', '/applicant', '/kind', '/institution/uscc']),
    );
    for (const reference of ['.', '..']) {
      const { body } = await scene.send(partner, 'POST', '/filings', { ...entry(), reference }).expect(422);
      expect(body.errors).toMatchObject([
        { pointer: '/reference', message: expect.stringContaining('不能只是“.”或者“..”') as string },
      ]);
    }
    await scene.send(partner, 'POST', '/filings', { ...entry(), reference: '...' }).expect(201);
    const unseen = 'a\u200bb';
    await scene.send(partner, 'POST', '/filings', { ...entry(), reference: unseen }).expect(201);
    await scene.send(partner, 'GET', `/filings/${encodeURIComponent(unseen)}`).expect(200);
    await scene.send(partner, 'GET', '/filings/ab').expect(200);
    const missing = entry({ name: '', legalRepresentative: { residentId: '610116189001010010' } });
    expect(pointersOf(await scene.send(partner, 'POST', '/filings', missing).expect(422))).toEqual(
      expect.arrayContaining(['/institution/legalRepresentative/residentId']),
    );
  });

  it('act in their districts, for their kinds and for who signed in with them', async () => {
    const refused = async (given: object, status: number) =>
      codeOf(await scene.send(partner, 'POST', '/filings', given).expect(status));
    expect(await refused(entry({ district: '500152' }), 403)).toBe('WRONG_DISTRICT');
    expect(await refused({ ...entry(), kind: 'CHILDCARE' }, 403)).toBe('KIND_NOT_CONNECTED');
    const applicant = { ...APPLICANT, uscc: '916100000000000518' };
    expect(await refused({ ...entry(), applicant }, 422)).toBe('NOT_OF_APPLICANT');
  });

  it('reach their own cases only', async () => {
    const { reference } = await submitted();
    const other = await scene.register();
    await scene.send(other, 'GET', `/filings/${reference}`).expect(404);
    await scene.send(other, 'POST', `/filings/${reference}/submit`).expect(404);
    expect((await changes(other)).items).toEqual([]);
  });

  it('make one account for a user, which nobody can sign in to', async () => {
    await scene.send(partner, 'POST', '/filings', entry()).expect(201);
    await scene.send(partner, 'POST', '/filings', entry()).expect(201);
    const people = await scene.app.database.query<{ username: string }>(
      `select username from access.person where username like 'platform-%'`,
    );
    expect(people).toHaveLength(1);
    const leaks = await scene.app.database.query(
      `select 1 from exchange.applicant a where a::text like '%u-1%' or a::text like $1`,
      [`%${APPLICANT.uscc}%`],
    );
    expect(leaks).toEqual([]);
    const [account] = await scene.app.database.query<{ id: string }>(
      `select id from access.person where username like 'platform-%'`,
    );
    const admin = await scene.app.person('ADMINISTRATOR');
    const path = `/api/v1/people/${account?.id}`;
    const seen = await scene.app.as(admin).get(path).expect(200);
    expect(seen.body).toMatchObject({ hasPassword: false, state: 'ACTIVE' });
    const reset = await scene.app.as(admin).post(`${path}/reset-password`).expect(409);
    expect(codeOf(reset)).toBe('ACCOUNT_WITHOUT_PASSWORD');
  });

  it('have a material kept only as it was signed', async () => {
    const given = entry();
    const { body } = await scene.send(partner, 'POST', '/filings', given).expect(201);
    const code = (body as FilingAnswer).materials[0]?.code ?? '';
    const path = `/filings/${given.reference}/materials/${code}`;
    const slips = { digest: digestOf('SM3', 'another file') };
    expect(codeOf(await scene.upload(partner, path, PDF, slips).expect(422))).toBe('DIGEST_MISMATCH');
    const text = Buffer.from('a text');
    expect(codeOf(await scene.upload(partner, path, text).expect(415))).toBe('UNSUPPORTED_MEDIA');
    await scene.upload(partner, path, PDF).expect(200);
  });

  it('are told of each step, in order, signed, by webhook and in the feed, and of nothing personal', async () => {
    scene.received.length = 0;
    const { next: before } = await changes();
    const { reference, filing, institution } = await submitted();
    const reasons = [{ pointer: '/institution/capacity', message: '床位数与平面图不符' }];
    await decide(filing.id, 'return', { reasons });
    const returned = (await scene.send(partner, 'GET', `/filings/${reference}`).expect(200))
      .body as FilingAnswer;
    expect(returned).toMatchObject({ status: 'RETURNED', remarks: [{ message: '床位数与平面图不符' }] });
    const headers = { 'if-match': `"${returned.version}"` };
    const corrected = { institution: { ...institution, capacity: 110 } };
    await scene.send(partner, 'PATCH', `/filings/${reference}`, corrected, { headers }).expect(200);
    await scene.send(partner, 'POST', `/filings/${reference}/submit`).expect(200);
    await decide(filing.id, 'accept');
    await scene.app.idle();
    const events = ['filing.submitted', 'filing.returned', 'filing.submitted', 'filing.accepted'];
    const feed = (await changes(partner, before)).items.filter((each) => each.reference === reference);
    expect(feed.map(({ event }) => event)).toEqual(events);
    expect(feed.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    const sent = scene.received.filter(({ body }) => body.includes(filing.id));
    expect(sent.map(({ body }) => (JSON.parse(body) as { eventId: string }).eventId)).toEqual(
      feed.map(({ eventId }) => eventId),
    );
    for (const { path, headers: got, body } of sent) {
      const [timestamp, nonce] = [String(got['x-exchange-timestamp']), String(got['x-exchange-nonce'])];
      const parts = { method: 'POST', path, timestamp, nonce, digest: digestOf('SM3', body) };
      expect(got['x-exchange-signature']).toBe(sign('SM3', partner.secret, parts));
      expect(body).not.toMatch(/王建国|610116189001010019|13800000001|示例/);
    }
    const receipt = await scene.send(partner, 'GET', `/filings/${reference}/receipt.pdf`).expect(200);
    expect(digestOf('SM3', receipt.body as Buffer)).toBe(receipt.headers['x-content-sm3']);
  });

  it('are tried again when they do not answer, later steps after earlier ones, and given up in the end', async () => {
    const failing = await scene.register({ webhookUrl: scene.webhookUrl, name: '示例·故障平台' });
    const given = entry();
    const { body } = await scene.send(failing, 'POST', '/filings', given).expect(201);
    for (const { code, required } of (body as FilingAnswer).materials)
      if (required) await scene.upload(failing, `/filings/${given.reference}/materials/${code}`, PDF);
    scene.received.length = 0;
    scene.answers.push(...Array<number>(11).fill(503));
    await scene.send(failing, 'POST', `/filings/${given.reference}/submit`).expect(200);
    await decide((body as FilingAnswer).id, 'accept');
    const deliveries = async () =>
      (
        (await scene.app
          .as(scene.administrator)
          .get(`/api/v1/partners/${failing.partnerId}/deliveries`)
          .expect(200)) as {
          body: { items: { changeId: string; seq: number; state: string; lastError: string }[] };
        }
      ).body.items.sort((one, other) => one.seq - other.seq);
    await scene.app.idle();
    expect(scene.received).toHaveLength(1);
    for (let tries = 0; tries < 10; tries += 1) {
      scene.app.clock.set(new Date(scene.app.clock.now().getTime() + 25 * 3_600_000));
      await scene.app.idle();
    }
    await scene.app.idle();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['DEAD', 'DELIVERED']);
    expect(scene.received.map(({ body: text }) => (JSON.parse(text) as { seq: number }).seq)).toEqual([
      ...Array<number>(11).fill(1),
      2,
    ]);
    const [first] = await deliveries();
    expect(first?.lastError).toBe('HTTP 503');
    await scene.app
      .as(scene.administrator)
      .post(`/api/v1/partners/${failing.partnerId}/deliveries/resend`)
      .send({ changeId: first?.changeId })
      .expect(200);
    await scene.app.idle();
    expect((await deliveries()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
  });

  it('are told once of what happened while they were switched off, and of what a lost job left', async () => {
    const own = await scene.register({ webhookUrl: scene.webhookUrl, name: '示例·暂停平台' });
    const path = `/api/v1/partners/${own.partnerId}`;
    const { filing } = await submitted(own);
    await scene.app.idle();
    scene.received.length = 0;
    const told = () => scene.received.map(({ body: text }) => (JSON.parse(text) as { seq: number }).seq);
    await scene.app.as(scene.administrator).post(`${path}/disable`).expect(200);
    await decide(filing.id, 'return', {
      reasons: [{ pointer: '/institution/capacity', message: '床位数与平面图不符' }],
    });
    await scene.app.idle();
    expect(told()).toEqual([]);
    const sweep = (night: string) => scene.app.nest.get(JobRunner).run('exchange.sweep', night, {});
    await sweep('first night');
    await scene.app.idle();
    expect(told()).toEqual([]);
    await scene.app.as(scene.administrator).post(`${path}/enable`).expect(200);
    await scene.app.idle();
    expect(told()).toEqual([2]);
    // As if the queue had lost what it was to do.
    await scene.app.database.query(
      `update exchange.delivery set state = 'PENDING', attempts = 0, next_at = $2 where partner_id = $1 and seq = 2`,
      [own.partnerId, scene.app.clock.now()],
    );
    scene.app.clock.set(new Date(scene.app.clock.now().getTime() + 2 * 3_600_000));
    await sweep('second night');
    await scene.app.idle();
    expect(told()).toEqual([2, 2]);
  });

  it('change over to another key within a day, and are shut out when they are switched off', async () => {
    const own = await scene.register();
    const path = `/api/v1/partners/${own.partnerId}`;
    const administrator = () => scene.app.as(scene.administrator);
    const { body } = await administrator().post(`${path}/rotate-key`).expect(200);
    const fresh = { ...own, ...(body as Credential) };
    await changes(own);
    await changes(fresh);
    scene.app.clock.set(new Date(scene.app.clock.now().getTime() + 25 * 3_600_000));
    await scene.send(own, 'GET', '/changes').expect(401);
    await changes(fresh);
    await administrator().post(`${path}/disable`).expect(200);
    await scene.send(fresh, 'GET', '/changes').expect(401);
    await administrator().post(`${path}/enable`).expect(200);
    await changes(fresh);
    const acts = await scene.app.database.query<{ action: string }>(
      'select action from audit.entry where subject_id = $1 order by at, id',
      [own.partnerId],
    );
    expect(acts.map(({ action }) => action)).toEqual([
      'exchange.partner-registered',
      'exchange.key-rotated',
      'exchange.partner-disabled',
      'exchange.partner-enabled',
    ]);
    const kept = await scene.app.database.query(
      'select 1 from exchange.access_key where secret like $1 or secret like $2',
      [`%${own.secret}%`, `%${fresh.secret}%`],
    );
    expect(kept).toEqual([]);
  });
});
