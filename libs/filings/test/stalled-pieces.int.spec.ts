import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, PDF } from './filing.builder';

const TUS = { 'tus-resumable': '1.0.0' } as const;
const PIECES = 'application/offset+octet-stream';
const WHOLE = Buffer.concat([PDF, randomBytes(300_000)]);
const ARRIVED = 120_000;
const AT_ONCE = 8;
/** Only what waits is moved on: the database, the network and the day go by as they do. */
const EVERY_OTHER_CLOCK = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

describe('pieces of uploads that are begun and not ended', () => {
  let app: TestApp;
  let port: string;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    ({ port } = new URL(await app.nest.getUrl()));
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => app.stop());

  const begin = async (by: TestPerson): Promise<string> => {
    const sized = { ...TUS, 'upload-length': String(WHOLE.length) };
    const { headers } = await app.as(by).post('/api/v1/uploads').set(sized).expect(201);
    return headers['location'] as string;
  };
  const send = (path: string, offset: number, bytes: Buffer, by: TestPerson) =>
    app
      .as(by)
      .patch(path)
      .set({ ...TUS, 'upload-offset': String(offset), 'content-type': PIECES })
      .send(bytes);
  const codeOf = ({ body }: Response): string => (body as { code: string }).code;

  /** Sends a part of the whole and then nothing; the server has written that part. */
  const stall = async (path: string, by: TestPerson): Promise<ClientRequest> => {
    const stalled = httpRequest({
      port,
      path,
      method: 'PATCH',
      headers: {
        ...TUS,
        authorization: `Bearer ${by.token}`,
        'upload-offset': '0',
        'content-type': PIECES,
        'content-length': String(WHOLE.length),
      },
    });
    stalled.on('error', () => undefined);
    stalled.write(WHOLE.subarray(0, ARRIVED));
    const file = join(app.config.dataDir, 'files', 'resumable', path.split('/').at(-1) ?? '');
    while ((await stat(file)).size < ARRIVED) await breath();
    return stalled;
  };

  it('are eight of an account at once, together with files that come whole', async () => {
    const operator = await app.person('OPERATOR');
    const filing = await new FilingBuilder(app).draft(operator);
    const stalled: ClientRequest[] = [];
    for (let i = 0; i < AT_ONCE; i += 1) stalled.push(await stall(await begin(operator), operator));
    const ninth = await begin(operator);
    const refused = await send(ninth, 0, WHOLE, operator).expect(429);
    expect(refused.body).toMatchObject({ code: 'UPLOADS_AT_ONCE', most: AT_ONCE });
    const whole = app.as(operator).put(`/api/v1/filings/${filing.id}/materials/FILING_APPLICATION`);
    expect(codeOf(await whole.attach('file', PDF, '申请书.pdf').expect(429))).toBe('UPLOADS_AT_ONCE');
    // Asking how much has come is no upload, and what another person sends is not counted.
    await app.as(operator).head(ninth).set(TUS).expect(200);
    const other = await app.person('OPERATOR');
    await send(await begin(other), 0, WHOLE, other).expect(204);
    for (const each of stalled) each.destroy();
    let status = 429;
    while (status === 429) ({ status } = await send(ninth, 0, WHOLE, operator));
    expect(status).toBe(204);
  });

  it('are given up after half a minute, and gone on with from what has arrived', async () => {
    const operator = await app.person('OPERATOR');
    const path = await begin(operator);
    jest.useFakeTimers({ doNotFake: [...EVERY_OTHER_CLOCK] });
    const stalled = await stall(path, operator);
    let answer: IncomingMessage | undefined;
    stalled.on('response', (response: IncomingMessage) => (answer = response));
    while (answer === undefined) {
      jest.advanceTimersByTime(1_000);
      await breath();
    }
    jest.useRealTimers();
    expect(answer.statusCode).toBe(408);
    const words = Buffer.concat((await answer.toArray()) as Buffer[]).toString();
    expect(JSON.parse(words)).toMatchObject({ code: 'UPLOAD_STALLED' });
    stalled.destroy();
    const { headers } = await app.as(operator).head(path).set(TUS).expect(200);
    expect(headers['upload-offset']).toBe(String(ARRIVED));
    await send(path, ARRIVED, WHOLE.subarray(ARRIVED), operator).expect(204);
  });
});
