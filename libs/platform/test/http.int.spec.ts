import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '@zhaoguan/testing';
import supertest, { type Response } from 'supertest';
import { DataSource } from 'typeorm';
import { APP_DATABASE } from '../src';
import { ANNE, expectProblem, raw, startHttp } from './http-harness';

describe('HTTP shell', () => {
  let database: TestDatabase;
  let app: NestFastifyApplication;
  let port: number;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    database = await createTestDatabase();
    await database.query(`
      create table public.note (id integer generated always as identity, text text not null);
      grant select, insert on public.note to zhaoguan_app`);
    ({ app, port, stop } = await startHttp(database, { RATE_LIMIT_PER_MINUTE: '100000' }));
  });
  afterAll(async () => {
    await stop();
    await database.drop();
  });
  const http = (): ReturnType<typeof supertest> => supertest(app.getHttpServer());
  describe('whatever is asked for', () => {
    it.each([
      ['an invalid UUID', '/api/v1/test/things/abc', 400, 'MALFORMED_REQUEST'],
      ['a NUL byte', '/api/v1/test/things/%00', 400, 'MALFORMED_REQUEST'],
      ['SQL', `/api/v1/test/things/${encodeURIComponent(`' or 1=1 --`)}`, 400, 'MALFORMED_REQUEST'],
      ['an unknown route', '/api/v1/nothing', 404, 'NOT_FOUND'],
      ['an unknown page', '/nothing', 404, 'NOT_FOUND'],
      ['a path that climbs', '/api/v1/../../etc/passwd', 404, 'NOT_FOUND'],
      ['half a percent encoding', '/api/v1/test/things/%E0%A4%A', 400, 'MALFORMED_REQUEST'],
      ['a percent sign alone', '/%', 400, 'MALFORMED_REQUEST'],
      ['a parameter that is too long', `/api/v1/test/things/${'a'.repeat(500)}`, 414, 'URI_TOO_LONG'],
      ['a limit of zero', '/api/v1/test/list?limit=0', 422, 'VALIDATION_FAILED'],
      ['two limits', '/api/v1/test/list?limit=1&limit=2', 422, 'VALIDATION_FAILED'],
      ['a limit that is a text', '/api/v1/test/list?limit=1e1000', 422, 'VALIDATION_FAILED'],
    ])('answers %s with a problem', async (_what, path, status, code) => {
      expectProblem(await http().get(path), status, code);
    });

    it('keeps to what it says about itself when a failure is unknown', async () => {
      const answer = await http().get('/api/v1/test/fails/unknown');
      expectProblem(answer, 500, 'INTERNAL');
      expect(answer.text).not.toContain('swordfish');
    });

    it.each([
      ['40P01', 503],
      ['40001', 503],
      ['57014', 503],
      ['53300', 503],
      ['57P01', 503],
      ['full', 503],
      ['22003', 400],
      ['23503', 409],
      ['23505', 409],
      ['23514', 500],
      ['refused', 404],
    ])('answers failure %s with %i', async (how, status) => {
      const answer = await http().get(`/api/v1/test/fails/${how}`);
      expect(answer.status).toBe(status);
      if (status === 503) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    });

    it('names the methods of a path that was asked for with another', async () => {
      for (const method of ['delete', 'put', 'post', 'options'] as const) {
        const answer = await http()[method]('/api/v1/test/things/x');
        expectProblem(answer, 405, 'METHOD_NOT_ALLOWED');
        expect(answer.headers['allow']).toBe('GET, HEAD');
      }
    });

    it('answers HEAD as GET, without a body', async () => {
      const answer = await http().head('/api/v1/test/list');
      expect(answer.status).toBe(200);
      expect(answer.text ?? '').toBe('');
      expect(answer.headers['x-trace-id']).toBeDefined();
    });

    it('answers what is no HTTP, and headers without end', async () => {
      const garbage = await raw(port, 'HELLO\r\n\r\n');
      expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
      expect(garbage).toContain('application/problem+json');
      expect(garbage).toContain('x-trace-id');
      const long = await raw(port, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`);
      expect(long).toMatch(/^HTTP\/1\.1 431 /);
      expect(long).toContain('HEADERS_TOO_LARGE');
      const address = await raw(port, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
      expect(address).toMatch(/^HTTP\/1\.1 431 /);
    });
  });

  describe('whatever is sent', () => {
    const send = (body: string, type = 'application/json'): Promise<Response> =>
      http().post('/api/v1/test/notes').set('x-test-person', ANNE).set('content-type', type).send(body);

    it.each([
      ['nothing', ''],
      ['half an object', '{"text":'],
      ['a comment', '// text'],
      ['a key twice over a prototype', '{"text":"x","__proto__":{"a":1}}'],
      ['a constructor', '{"text":"x","constructor":{"prototype":{"a":1}}}'],
    ])('refuses %s as no usable JSON', async (_what, body) => {
      const answer = await send(body);
      expect(answer.status).toBe(400);
      expectProblem(answer, 400, (answer.body as { code: string }).code);
      expect(({} as { a?: unknown }).a).toBeUndefined();
    });

    it.each([
      ['null', 'null'],
      ['a list', '[]'],
      ['a list of notes', '[{"text":"x"}]'],
      ['a text', '"text"'],
      ['a number', '1'],
    ])('refuses %s instead of an object', async (_what, body) => {
      const answer = await send(body);
      expectProblem(answer, 400, 'BODY_NOT_OBJECT');
      expect(answer.body).not.toHaveProperty('errors');
    });

    it('refuses another content type, and says so', async () => {
      expectProblem(await send('text=x', 'text/csv'), 415, 'UNSUPPORTED_CONTENT_TYPE');
      const form = 'application/x-www-form-urlencoded';
      expectProblem(await send('text=x', form), 415, 'UNSUPPORTED_CONTENT_TYPE');
      expectProblem(await send('{"text":"x"}', 'text/plain'), 415, 'UNSUPPORTED_CONTENT_TYPE');
      const notes = http().post('/api/v1/test/notes').set('x-test-person', ANNE);
      expectProblem(await notes.field('text', 'x'), 400, 'BODY_NOT_OBJECT');
    });

    it('refuses a request without any body', async () => {
      expectProblem(
        await http().post('/api/v1/test/notes').set('x-test-person', ANNE),
        400,
        'BODY_NOT_OBJECT',
      );
    });

    it('answers a body that is too large to whoever is still sending it', async () => {
      const body = `{"text":"${'x'.repeat(10_000_000)}"}`;
      const head = [
        'POST /api/v1/test/notes HTTP/1.1',
        'host: x',
        `x-test-person: ${ANNE}`,
        'content-type: application/json',
        `content-length: ${body.length}`,
      ].join('\r\n');
      for (let i = 0; i < 20; i += 1) {
        expect(await raw(port, `${head}\r\nconnection: close\r\n\r\n${body}`)).toMatch(
          /^HTTP\/1\.1 413 [^]*PAYLOAD_TOO_LARGE/,
        );
      }
    });

    it('stores nothing that the description does not name', async () => {
      const answer = await send('{"text":"plain","isAdmin":true,"id":7}');
      expect(answer.body).toEqual({ id: expect.any(Number) as unknown, text: 'plain' });
    });

    it.each([
      ['lists', '['.repeat(100_000) + ']'.repeat(100_000)],
      ['objects', '{"text":'.repeat(50_000) + '1' + '}'.repeat(50_000)],
    ])(
      'refuses %s nested without end as malformed, whether or not the request has a key',
      async (_what, body) => {
        expectProblem(await send(body), 400, 'MALFORMED_REQUEST');
        const keyed = http().post('/api/v1/test/notes').set('x-test-person', ANNE);
        const answer = await keyed
          .set('idempotency-key', 'deep')
          .set('content-type', 'application/json')
          .send(body);
        expectProblem(answer, 400, 'MALFORMED_REQUEST');
      },
    );

    it('refuses a NUL in a text, and names the field', async () => {
      const answer = await send('{"text":"a\\u0000b"}');
      expectProblem(answer, 422, 'VALIDATION_FAILED');
      expect(answer.body).toMatchObject({ errors: [{ pointer: '/text', code: 'UNREADABLE' }] });
    });

    it('points into nested lists, in Chinese, with the right numbers', async () => {
      const answer = await send(
        JSON.stringify({
          text: '',
          subjectId: 'x',
          parts: [{ name: 'ok' }, { name: 'too long', floorAreaM2: -1 }],
        }),
      );
      expectProblem(answer, 422, 'VALIDATION_FAILED');
      expect((answer.body as { errors: unknown }).errors).toEqual([
        { pointer: '/text', code: 'REQUIRED', message: '请填写' },
        { pointer: '/subjectId', code: 'IS_UUID', message: '编号格式不正确' },
        { pointer: '/parts/1/name', code: 'TOO_LONG', message: '不超过 5 个字' },
        { pointer: '/parts/1/floorAreaM2', code: 'TOO_SMALL', message: '应不小于 0' },
      ]);
      const many = await send(JSON.stringify({ text: 'x', parts: [{}, {}, {}] }));
      expect((many.body as { errors: { message: string }[] }).errors[0]?.message).toBe('至多 2 项');
      const none = await send(JSON.stringify({ text: 'x', parts: ['x'] }));
      expect(none.status).toBe(422);
    });

    it('refuses a body over the limit, and an upload without a file', async () => {
      expectProblem(await send(`{"text":"${'x'.repeat(1_100_000)}"}`), 413, 'PAYLOAD_TOO_LARGE');
      const upload = http().post('/api/v1/test/files').set('x-test-person', ANNE);
      expectProblem(await upload.field('note', 'x'), 422, 'UPLOAD_MISSING');
    });

    it.each([
      ['without a boundary', 'multipart/form-data', 'x'],
      ['that is none', 'multipart/form-data; boundary=BB', 'garbage'],
      ['with a boundary of no end', `multipart/form-data; boundary=${'B'.repeat(5000)}`, 'garbage'],
      [
        'cut in the head',
        'multipart/form-data; boundary=BB',
        '--BB\r\nContent-Disposition: form-data; name="file"',
      ],
      [
        'cut in the file',
        'multipart/form-data; boundary=BB',
        '--BB\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
      ],
    ])('refuses an upload %s as malformed', async (_what, type, body) => {
      const upload = http().post('/api/v1/test/files').set('x-test-person', ANNE);
      expectProblem(await upload.set('content-type', type).send(body), 400, 'MALFORMED_REQUEST');
    });

    it('takes a file without a name, as a part of octets may have none', async () => {
      const head = 'Content-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream';
      const upload = http().post('/api/v1/test/files').set('x-test-person', ANNE);
      const answer = await upload
        .set('content-type', 'multipart/form-data; boundary=BB')
        .send(`--BB\r\n${head}\r\n\r\n%PDF-1.4\r\n--BB--\r\n`);
      expect([answer.status, (answer.body as { name: string }).name]).toEqual([201, '未命名']);
    });

    it('takes an upload of 20 MB and refuses one byte more', async () => {
      const upload = (size: number): Promise<Response> =>
        http()
          .post('/api/v1/test/files')
          .set('x-test-person', ANNE)
          .attach('file', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(size - 5)]), '执照.pdf');
      const answer = await upload(20 * 1024 * 1024);
      expect(answer.status).toBe(201);
      expect((answer.body as { name: string }).name).toBe('执照.pdf');
      expectProblem(await upload(20 * 1024 * 1024 + 1), 413, 'UPLOAD_TOO_LARGE');
    });
  });

  it('is ready only while database and queue answer', async () => {
    expect((await http().get('/healthz')).body).toEqual({ status: 'up' });
    expect((await http().get('/readyz')).body).toEqual({ status: 'ready' });
    expect((await http().get('/metrics')).text).toContain('zhaoguan_outbox_waiting');
    await app.get<DataSource>(APP_DATABASE).destroy();
    const away = await http().get('/readyz');
    expect(away.status).toBe(503);
    expect((await http().get('/healthz')).status).toBe(200);
    await app.get<DataSource>(APP_DATABASE).initialize();
    expect((await http().get('/readyz')).status).toBe(200);
  });
});
