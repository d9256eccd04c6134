import { systemCaller } from '@zhaoguan/contracts';
import { nodeSm3, SECRETS, UnitOfWork, type Secrets } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { AuditLog, logPublicKey } from '../src';
import { openNote } from '../src/checkpoint-key';
import { verifyConsistency, verifyInclusion } from '../src/domain/merkle';
import { sequence, writeEntries } from './log.builder';

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');
const LOG = '/api/v1/public/log';

describe('the transparency log', () => {
  let app: TestApp;
  let publicKey: string;
  beforeAll(async () => {
    app = await TestApp.start();
    publicKey = logPublicKey(app.nest.get<Secrets>(SECRETS).logKey);
  });
  afterAll(() => app.stop());

  const leaves = async (): Promise<{ seq: string; entry_id: string }[]> =>
    app.database.query('select seq, entry_id from audit.leaf order by seq');

  it('has no head while it is empty', async () => {
    await app.http.get(`${LOG}/checkpoint`).expect(404);
    await app.http.get(`${LOG}/entries/0`).expect(404);
  });

  it('gives every entry its place soon after it was written, without being asked', async () => {
    await writeEntries(app, 5);
    await app.idle();
    await sequence(app);
    const placed = await leaves();
    expect(placed.map(({ seq }) => Number(seq))).toEqual([0, 1, 2, 3, 4]);
    const written = await app.database.query<{ id: string }>('select id from audit.entry order by id');
    expect(placed.map(({ entry_id }) => entry_id)).toEqual(written.map(({ id }) => id));
  });

  it('asks for the sequencer once for many entries, not once for each', async () => {
    const before = await app.database.query(`select 1 from platform.outbox where job = 'audit.sequence'`);
    await app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      for (let i = 0; i < 20; i += 1) {
        await app.nest.get(AuditLog).append(tx, {
          action: 'filing.edited',
          subjectType: 'filing',
          subjectId: String(i),
          district: '610116',
        });
      }
    });
    const after = await app.database.query(`select 1 from platform.outbox where job = 'audit.sequence'`);
    expect(after.length - before.length).toBe(1);
    await app.idle();
  });

  it('gives each place once when several sequencers are at work', async () => {
    await sequence(app);
    const before = (await leaves()).length;
    await Promise.all([writeEntries(app, 15, 'one'), writeEntries(app, 15, 'two')]);
    await Promise.all(Array.from({ length: 6 }, () => sequence(app)));
    await app.idle();
    await sequence(app);
    const placed = await leaves();
    expect(placed).toHaveLength(before + 30);
    expect(placed.map(({ seq }) => Number(seq))).toEqual(placed.map((_, i) => i));
    expect(new Set(placed.map(({ entry_id }) => entry_id)).size).toBe(placed.length);
  });

  it('publishes a signed head that opens with the published key', async () => {
    const key = await app.http.get(`${LOG}/key`).expect(200);
    expect(key.body).toMatchObject({ algorithm: 'SM2-SM3', userId: '1234567812345678', publicKey });
    const answer = await app.http.get(`${LOG}/checkpoint`).expect(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    const head = openNote(answer.text, (key.body as { publicKey: string }).publicKey);
    expect(head).toMatchObject({
      origin: (key.body as { origin: string }).origin,
      size: (await leaves()).length,
      at: app.clock.now().toISOString(),
    });
  });

  it('proves every place, and shows nothing of what is in it', async () => {
    const { text } = await app.http.get(`${LOG}/checkpoint`);
    const head = openNote(text, publicKey);
    for (let seq = 0; seq < (head?.size ?? 0); seq += 1) {
      const { body } = await app.http.get(`${LOG}/entries/${seq}`).expect(200);
      const { leafHash, size, root, proof } = body as Record<string, string> & {
        size: number;
        proof: string[];
      };
      expect(root).toBe(head?.root);
      expect(
        verifyInclusion(nodeSm3, {
          index: seq,
          size,
          leaf: bytes(leafHash ?? ''),
          root: bytes(root ?? ''),
          proof: proof.map(bytes),
        }),
      ).toBe(true);
      expect(Object.keys(body as object).sort()).toEqual(['leafHash', 'proof', 'root', 'seq', 'size']);
    }
  });

  it('proves that each head continues the one before', async () => {
    const heads = await app.database.query<{ size: string }>(
      'select size from audit.checkpoint order by size',
    );
    expect(heads.length).toBeGreaterThan(1);
    for (const { size } of heads) {
      const { body } = await app.http.get(`${LOG}/proof?first=${size}`).expect(200);
      const claim = body as {
        first: number;
        second: number;
        firstRoot: string;
        secondRoot: string;
        proof: string[];
      };
      expect(
        verifyConsistency(nodeSm3, {
          ...claim,
          firstRoot: bytes(claim.firstRoot),
          secondRoot: bytes(claim.secondRoot),
          proof: claim.proof.map(bytes),
        }),
      ).toBe(true);
    }
  });

  it('knows no size for which no head was signed', async () => {
    const heads = await app.database.query<{ size: string }>('select size from audit.checkpoint');
    const signed = new Set(heads.map(({ size }) => Number(size)));
    const unsigned = Array.from({ length: 100 }, (_, index) => index + 1).find((size) => !signed.has(size));
    for (const path of [`/entries/0?size=${unsigned}`, `/proof?first=${unsigned}`]) {
      const { body } = await app.http.get(`${LOG}${path}`).expect(404);
      expect((body as { code: string }).code).toBe('LOG_POSITION_UNKNOWN');
    }
  });

  it.each([
    ['/entries/9999', 404, 'LOG_POSITION_UNKNOWN'],
    ['/entries/-1', 422, 'VALIDATION_FAILED'],
    ['/entries/1.5', 422, 'VALIDATION_FAILED'],
    ['/entries/x', 422, 'VALIDATION_FAILED'],
    ['/entries/9007199254740993', 422, 'VALIDATION_FAILED'],
    ['/proof', 422, 'VALIDATION_FAILED'],
    ['/proof?first=0', 422, 'VALIDATION_FAILED'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const { body } = await app.http.get(`${LOG}${path}`).expect(status);
    expect((body as { code: string }).code).toBe(code);
  });

  describe('as the administrator reads it', () => {
    let local: TestPerson;
    beforeAll(async () => {
      local = await app.person('ADMINISTRATOR', { districts: ['610116'] });
      await app.idle();
      await sequence(app);
    });
    const list = async (person: TestPerson, query = ''): Promise<Record<string, unknown>[]> => {
      const { body } = await app.as(person).get(`/api/v1/audit-entries${query}`).expect(200);
      return (body as { items: Record<string, unknown>[] }).items;
    };

    it('shows the entries of the own district only, newest first', async () => {
      const items = await list(local, '?limit=100');
      expect(items.length).toBeGreaterThan(10);
      expect(new Set(items.map(({ district }) => district))).toEqual(new Set(['610116']));
      const ids = items.map(({ id }) => String(id));
      expect(ids).toEqual([...ids].sort().reverse());
      expect(items[0]).toMatchObject({
        seq: expect.any(Number) as unknown,
        action: expect.any(String) as unknown,
      });
    });

    it('finds what was done about one subject, page by page', async () => {
      const items = await list(local, '?subjectType=filing&subjectId=one-1');
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({ action: 'filing.accepted', detail: { number: 1 } });
      const first = await app.as(local).get('/api/v1/audit-entries?limit=5').expect(200);
      const page = first.body as { items: { id: string }[]; nextCursor: string };
      const second = await app.as(local).get(`/api/v1/audit-entries?limit=5&cursor=${page.nextCursor}`);
      const seen = [...page.items, ...(second.body as typeof page).items].map(({ id }) => id);
      expect(new Set(seen).size).toBe(10);
      await app.as(local).get('/api/v1/audit-entries?cursor=x').expect(400);
    });

    it('finds what a person did, with their name, and sign-ins of the own district', async () => {
      const official = await app.person('REGISTRAR', { name: '示例·留痕' });
      await app.as(official).post('/api/v1/auth/logout-everywhere').expect(204);
      await app.as(local).post(`/api/v1/people/${official.id}/disable`).expect(200);
      await app.as(local).post(`/api/v1/people/${official.id}/enable`).expect(200);
      const items = await list(local, `?subjectType=person&subjectId=${official.id}`);
      expect(items).toMatchObject([
        { action: 'access.person-enabled', actorId: local.id, subjectName: '示例·留痕' },
        { action: 'access.person-disabled', actorId: local.id, subjectName: '示例·留痕' },
        { action: 'access.signed-out-everywhere', actorName: '示例·留痕' },
        { action: 'access.signed-in', actorName: null, subjectName: '示例·留痕' },
      ]);
      const national = await app.person('ADMINISTRATOR', { districts: ['*'] });
      const own = await list(national, `?actorId=${official.id}`);
      expect(own).toMatchObject([{ action: 'access.signed-out-everywhere', actorName: '示例·留痕' }]);
      await app.as(local).get('/api/v1/audit-entries?actorId=x').expect(422);
      await app.as(local).get('/api/v1/audit-entries?subjectType=planet').expect(422);
    });

    it('cuts the list by day, in the time of China', async () => {
      const today = await list(local, '?limit=100&from=2026-11-20&until=2026-11-20');
      expect(today.length).toBeGreaterThan(10);
      expect(await list(local, '?from=2026-11-21')).toEqual([]);
      expect(await list(local, '?until=2026-11-19')).toEqual([]);
      // 15:59:59 UTC is the last second of the day in China.
      app.clock.set(new Date('2026-11-20T15:59:59Z'));
      await writeEntries(app, 2, 'late');
      app.clock.set(new Date('2026-11-20T16:00:00Z'));
      await writeEntries(app, 2, 'morning');
      const idsOf = (items: Record<string, unknown>[]) => items.map(({ subjectId }) => subjectId);
      expect(idsOf(await list(local, '?from=2026-11-21'))).toEqual(['morning-1']);
      expect(idsOf(await list(local, '?until=2026-11-20'))[0]).toBe('late-1');
      await app.as(local).get('/api/v1/audit-entries?from=2026-13-45').expect(422);
      await app.as(local).get('/api/v1/audit-entries?from=yesterday').expect(422);
    });

    it('is closed to everybody else', async () => {
      const registrar = await app.person('REGISTRAR');
      await app.as(registrar).get('/api/v1/audit-entries').expect(403);
      await app.http.get('/api/v1/audit-entries').expect(401);
    });
  });
});
