import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { ResumableUploads } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const TUS = { 'tus-resumable': '1.0.0' } as const;
/** A PDF of a size that takes several pieces. */
const WHOLE = Buffer.concat([PDF, randomBytes(300_000)]);

describe('a material that is uploaded in pieces', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let stranger: TestPerson;
  let filing: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    stranger = await app.person('OPERATOR');
    filing = await filings.draft(operator);
  });
  afterAll(() => app.stop());

  const begin = async (size = WHOLE.length, by = operator): Promise<string> => {
    const name = Buffer.from('场所权属.pdf').toString('base64');
    const answer = await app
      .as(by)
      .post('/api/v1/uploads')
      .set({ ...TUS, 'upload-length': String(size), 'upload-metadata': `filename ${name}` })
      .expect(201);
    return answer.headers['location'] as string;
  };
  const send = (path: string, offset: number, bytes: Buffer, by = operator) =>
    app
      .as(by)
      .patch(path)
      .set({ ...TUS, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' })
      .send(bytes);
  const arrived = async (path: string): Promise<number> => {
    const { headers } = await app.as(operator).head(path).set(TUS).expect(200);
    return Number(headers['upload-offset']);
  };
  /** Looks at the file: to ask for it would cut off whoever sends. */
  const lies = async (path: string): Promise<void> => {
    const file = join(app.config.dataDir, 'files', 'resumable', idOf(path));
    while (statSync(file).size === 0) await new Promise((resume) => setTimeout(resume, 10));
  };
  const idOf = (path: string): string => path.split('/').at(-1) ?? '';
  const attach = (uploadId: string, by = operator) =>
    app.as(by).put(`/api/v1/filings/${filing.id}/materials/FILING_APPLICATION`).send({ uploadId });
  const codeOf = ({ body }: Response): string => (body as { code: string }).code;

  it('goes on where it broke off, and counts as what it is when it is whole', async () => {
    const path = await begin();
    await send(path, 0, WHOLE.subarray(0, 100_000)).expect(204);
    expect(await arrived(path)).toBe(100_000);
    expect(codeOf(await attach(idOf(path)).expect(409))).toBe('UPLOAD_UNFINISHED');
    expect(codeOf(await send(path, 50_000, WHOLE.subarray(50_000)).expect(409))).toBe('UPLOAD_OFFSET_WRONG');
    await send(path, 100_000, WHOLE.subarray(100_000)).expect(204);
    const { body } = await attach(idOf(path)).expect(200);
    const code = filing.materials[0]!.code;
    expect(code).toBe('FILING_APPLICATION');
    const material = (body as { materials: { code: string; file: object }[] }).materials.find(
      (m) => m.code === code,
    );
    expect(material?.file).toMatchObject({ fileName: '场所权属.pdf', size: WHOLE.length });
    // The answer may have been lost: the same upload once more is no other file.
    await attach(idOf(path)).expect(200);
  });

  it('keeps what had arrived when the line was cut', async () => {
    const path = await begin();
    const { port } = new URL(await app.nest.getUrl());
    await new Promise<void>((resolve) => {
      const cut = httpRequest({
        port,
        path,
        method: 'PATCH',
        headers: {
          ...TUS,
          authorization: `Bearer ${operator.token}`,
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(WHOLE.length),
        },
      });
      cut.on('error', () => resolve());
      cut.on('close', () => resolve());
      cut.write(WHOLE.subarray(0, 120_000), () => setTimeout(() => cut.destroy(), 200));
    });
    let offset = 0;
    for (let tries = 0; offset === 0 && tries < 100; tries += 1) {
      await new Promise((resume) => setTimeout(resume, 50));
      offset = await arrived(path);
    }
    expect(offset).toBe(120_000);
    await send(path, offset, WHOLE.subarray(offset)).expect(204);
    await attach(idOf(path)).expect(200);
  });

  it('is given up before it is read, and the server goes on', async () => {
    const path = await begin();
    await send(path, 0, WHOLE).expect(204);
    const uploads = app.nest.get(ResumableUploads);
    const { file } = await uploads.take(operator.id, idOf(path));
    await app.as(operator).delete(path).set(TUS).expect(204);
    // A stream that was opened already says so to nobody here, and the process would end.
    await new Promise((resume) => setTimeout(resume, 50));
    await expect(file.toArray()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is taken or refused as not there, whenever it is given up', async () => {
    const answers = new Set<number>();
    for (let delay = 0; delay < 12; delay += 1) {
      const path = await begin(PDF.length);
      await send(path, 0, PDF).expect(204);
      const used = attach(idOf(path)).then(({ status }) => answers.add(status));
      await new Promise((resume) => setTimeout(resume, delay));
      await app.as(operator).delete(path).set(TUS).expect(204);
      await used;
    }
    expect([...answers].filter((status) => status !== 200 && status !== 404)).toEqual([]);
  });

  it('says to whoever sends a piece that it was given up meanwhile', async () => {
    const path = await begin();
    const { port } = new URL(await app.nest.getUrl());
    const answer = new Promise<number | undefined>((resolve, reject) => {
      const sending = httpRequest(
        {
          port,
          path,
          method: 'PATCH',
          headers: {
            ...TUS,
            authorization: `Bearer ${operator.token}`,
            'upload-offset': '0',
            'content-type': 'application/offset+octet-stream',
            'content-length': WHOLE.length,
          },
        },
        (got) => {
          got.resume();
          resolve(got.statusCode);
        },
      );
      sending.on('error', reject);
      sending.write(WHOLE.subarray(0, 100_000));
      void lies(path)
        .then(() => app.as(operator).delete(path).set(TUS).expect(204))
        .then(() => sending.end(WHOLE.subarray(100_000)));
    });
    expect(await answer).toBe(404);
    await app.as(operator).head(path).set(TUS).expect(404);
  });

  it('is answered also where the same piece comes twice at once', async () => {
    // An answer that waits until the server has given up the rest of the piece takes longer than a test may, many times over.
    for (let round = 0; round < 20; round += 1) {
      const path = await begin();
      const answers = await Promise.all([send(path, 0, WHOLE), send(path, 0, WHOLE), send(path, 0, WHOLE)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
      expect(await arrived(path)).toBe(WHOLE.length);
    }
  });

  it('is nobody else’s, and no path out of its folder', async () => {
    const path = await begin();
    await app.as(stranger).head(path).set(TUS).expect(404);
    await send(path, 0, WHOLE, stranger).expect(404);
    await app.as(stranger).delete(path).set(TUS).expect(404);
    await app.http.head(path).set(TUS).expect(401);
    // The address decides, whatever stands behind it.
    const own = await begin(10, stranger);
    await app
      .as(stranger)
      .delete(`${own}?x=/${idOf(path)}`)
      .set(TUS)
      .expect(204);
    expect(await arrived(path)).toBe(0);
    const planner = await app.person('PLANNER');
    await app.as(planner).post('/api/v1/uploads').set(TUS).expect(403);
    await send(path, 0, WHOLE).expect(204);
    await attach(idOf(path), stranger).expect(404);
    for (const id of ['..%2F..%2Fsecrets.json', `${operator.id}.${'0'.repeat(32)}`, `${operator.id}.json`])
      await app.as(operator).head(`/api/v1/uploads/${id}`).set(TUS).expect(404);
    await attach(`${operator.id}.${'0'.repeat(32)}`).expect(404);
  });

  it('is refused in the words of the interface', async () => {
    const asked = (headers: Record<string, string>) =>
      app
        .as(operator)
        .post('/api/v1/uploads')
        .set({ ...TUS, ...headers });
    const resumed = (path: string, headers: Record<string, string>) =>
      app
        .as(operator)
        .patch(path)
        .set({ ...TUS, 'content-type': 'application/offset+octet-stream', ...headers })
        .send(PDF);
    const large = await asked({ 'upload-length': String(21 * 1024 * 1024) }).expect(413);
    expect(codeOf(large)).toBe('UPLOAD_TOO_LARGE');
    expect(large.headers['content-type']).toContain('application/problem+json');
    expect(large.body).toMatchObject({ limit: '20 MB' });
    const bare = app.as(operator).post('/api/v1/uploads').set('upload-length', '10');
    for (const [call, header] of [
      [asked({}), 'Upload-Length'],
      [asked({ 'upload-length': '-1' }), 'Upload-Length'],
      [bare, 'Tus-Resumable'],
      [resumed(await begin(), {}), 'Upload-Offset'],
      [resumed(await begin(), { 'upload-offset': 'x' }), 'Upload-Offset'],
    ] as const) {
      const { body } = await call.expect(400);
      expect(body).toMatchObject({ code: 'UPLOAD_HEADER_WRONG', header });
      expect((body as { detail: string }).detail).toContain(header);
      expect(body).not.toHaveProperty('limit');
    }
    expect((await send(await begin(), 7, PDF).expect(409)).body).not.toHaveProperty('limit');
    const text = await begin(5);
    await send(text, 0, Buffer.from('hello')).expect(204);
    expect(codeOf(await attach(idOf(text)).expect(415))).toBe('UNSUPPORTED_MEDIA');
    const path = await begin();
    await app
      .as(operator)
      .patch(path)
      .set({ ...TUS, 'upload-offset': '0' })
      .send({ not: 'bytes' })
      .expect(415);
  });

  it('is given up by its owner, and cleared away when it has lain for a day', async () => {
    const path = await begin();
    await app.as(operator).delete(path).set(TUS).expect(204);
    await app.as(operator).head(path).set(TUS).expect(404);
    const kept = await begin();
    await app.nest.get(ResumableUploads).sweep();
    expect(await arrived(kept)).toBe(0);
  });

  it('is not begun where the account has no room left today, as a whole file is not taken', async () => {
    const full = await app.person('OPERATOR');
    await app.database.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values (gen_random_uuid(), repeat('0', 64), 4 * 1024::bigint ^ 3, 'application/pdf', '示例.pdf', $1, $2)`,
      [full.id, app.clock.now()],
    );
    const refused = await app
      .as(full)
      .post('/api/v1/uploads')
      .set({ ...TUS, 'upload-length': '10' })
      .expect(429);
    expect(refused.body).toMatchObject({ code: 'UPLOADS_OF_A_DAY', most: 4 });
    expect(readdirSync(join(app.config.dataDir, 'files', 'resumable')).join()).not.toContain(full.id);
  });

  it('does not fill the disk with what nobody uses', async () => {
    const greedy = await app.person('OPERATOR');
    for (let i = 0; i < 50; i += 1) await begin(10, greedy);
    const more = app
      .as(greedy)
      .post('/api/v1/uploads')
      .set({ ...TUS, 'upload-length': '10' });
    expect(codeOf(await more.expect(409))).toBe('TOO_MANY_UPLOADS');
  });

  it('nor when as many are begun at once as one can send', async () => {
    const greedy = await app.person('OPERATOR');
    const answers = await Promise.all(
      Array.from({ length: 70 }, () =>
        app
          .as(greedy)
          .post('/api/v1/uploads')
          .set({ ...TUS, 'upload-length': '10' }),
      ),
    );
    const begun = answers.filter(({ status }) => status === 201);
    expect(begun).toHaveLength(50);
    for (const each of answers.filter(({ status }) => status !== 201))
      expect(codeOf(each)).toBe('TOO_MANY_UPLOADS');
  });
});
