import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

const MB = 1024 * 1024;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]);
const CODE = 'COMMITMENT_LETTER';

describe('uploading and downloading materials', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let draft: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  beforeEach(async () => {
    draft = await filings.draft(operator);
  });
  afterAll(() => app.stop());

  const url = (code = CODE, id = draft.id) => `/api/v1/filings/${id}/materials/${code}`;
  const upload = (content: Buffer, filename = '承诺书.pdf', person = operator, code = CODE) =>
    app.as(person).put(url(code)).attach('file', content, { filename, contentType: 'application/pdf' });
  const stored = async (): Promise<number> =>
    (await app.database.query('select id from filings.material where filing_id = $1', [draft.id])).length;

  it.each([
    ['PDF', PDF, 'application/pdf', '.pdf'],
    ['PNG', PNG, 'image/png', '.png'],
    ['JPEG', JPEG, 'image/jpeg', '.jpg'],
  ])(
    'takes a %s by its content and gives it back byte for byte',
    async (_name, content, mediaType, ending) => {
      const answer = await upload(content, '承诺书（盖章）.pdf').expect(200);
      const material = answer.body.materials.find(({ code }: { code: string }) => code === CODE);
      expect(material).toMatchObject({
        uploaded: true,
        file: { version: 1, fileName: '承诺书（盖章）.pdf', size: content.length, mediaType },
      });
      expect(material.file.sm3).toBe(createHash('sm3').update(content).digest('hex'));
      expect(answer.headers['etag']).toBe(`"${draft.version + 1}"`);
      const got = await app.as(operator).get(url()).buffer(true).parse(bytes).expect(200);
      expect(Buffer.compare(got.body as Buffer, content)).toBe(0);
      expect(got.headers['content-type']).toBe(mediaType);
      expect(got.headers['x-content-type-options']).toBe('nosniff');
      expect(got.headers['content-disposition']).toBe(
        `attachment; filename="_______${ending}"; filename*=UTF-8''${encodeURIComponent('承诺书（盖章）')}${ending}`,
      );
    },
  );

  it('takes exactly 20 MB and refuses one byte more, leaving nothing', async () => {
    const exact = Buffer.concat([PDF, Buffer.alloc(20 * MB - PDF.length)]);
    await upload(exact).expect(200);
    const before = await stored();
    for (const size of [20 * MB + 1, 24 * MB]) {
      const answer = await upload(Buffer.concat([PDF, Buffer.alloc(size - PDF.length)])).expect(413);
      expect(answer.body).toMatchObject({ code: 'UPLOAD_TOO_LARGE', limit: '20 MB' });
    }
    expect(await stored()).toBe(before);
    expect(readdirSync(join(app.config.dataDir, 'files', 'incoming'))).toEqual([]);
  });

  it('takes no more than four gigabytes of one account a day', async () => {
    await app.database.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values (gen_random_uuid(), repeat('0', 64), 4 * 1024::bigint ^ 3, 'application/pdf', '示例.pdf', $1, $2)`,
      [operator.id, app.clock.now()],
    );
    const over = await upload(PDF).expect(429);
    expect(over.body).toMatchObject({ code: 'UPLOADS_OF_A_DAY', most: 4 });
    app.clock.advance(24 * 60 * 60 * 1000);
    await upload(PDF).expect(200);
  });

  it('counts of many files at once each after the other, and leaves nothing of those that are too many', async () => {
    const sender = await app.person('OPERATOR');
    draft = await filings.draft(sender);
    await app.database.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values (gen_random_uuid(), repeat('0', 64), 4 * 1024::bigint ^ 3 - 1, 'application/pdf', '示例.pdf', $1, $2)`,
      [sender.id, app.clock.now()],
    );
    const before = await stored();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        upload(Buffer.concat([PDF, Buffer.from(`${index}`)]), '承诺书.pdf', sender),
      ),
    );
    const counted = (status: number): number => answers.filter((answer) => answer.status === status).length;
    expect([counted(200), counted(429)]).toEqual([1, 11]);
    expect(await stored()).toBe(before + 1);
    expect(readdirSync(join(app.config.dataDir, 'files', 'incoming'))).toEqual([]);
  });

  it('refuses what only calls itself a PDF, an empty file, and a form without a file', async () => {
    const script = await upload(Buffer.from('<script>alert(1)</script>'), 'letter.pdf').expect(415);
    expect(script.body.code).toBe('UNSUPPORTED_MEDIA');
    expect((await upload(Buffer.alloc(0)).expect(422)).body.code).toBe('UPLOAD_EMPTY');
    const none = await app.as(operator).put(url()).field('note', 'x').expect(422);
    expect(none.body.code).toBe('UPLOAD_MISSING');
    expect((await app.as(operator).put(url()).send({ file: 'x' }).expect(415)).body.code).toBe(
      'UNSUPPORTED_MEDIA',
    );
    expect(await stored()).toBe(0);
  });

  it('knows only the materials of the list', async () => {
    const answer = await upload(PDF, 'x.pdf', operator, 'SOMETHING_ELSE').expect(404);
    expect(answer.body.code).toBe('UNKNOWN_MATERIAL');
    await upload(PDF, 'x.pdf', operator, 'HYGIENE_EVALUATION_REPORT').expect(404);
  });

  it('asks for the food licence once meals are offered', async () => {
    const childcare = await filings.draft(operator, 'CHILDCARE', { mealsProvided: true });
    expect(childcare.materials).toContainEqual(
      expect.objectContaining({ code: 'FOOD_LICENCE', required: true }),
    );
    const without = await filings.draft(operator, 'CHILDCARE');
    expect(without.materials).toContainEqual(
      expect.objectContaining({ code: 'FOOD_LICENCE', required: false, condition: '提供餐饮服务的' }),
    );
  });

  it('keeps an older file on record when a newer takes its place', async () => {
    await upload(PDF, 'first.pdf').expect(200);
    await upload(PNG, 'second.png').expect(200);
    const got = await app.as(operator).get(url()).expect(200);
    expect(got.headers['content-type']).toBe('image/png');
    expect(await stored()).toBe(2);
  });

  it('shows officials what was handed in, also while the applicant is changing it', async () => {
    const returned = await filings.returned(operator, registrar);
    await app.as(operator).put(url(CODE, returned.id)).attach('file', PNG, 'new.png').expect(200);
    const official = await app.as(registrar).get(url(CODE, returned.id)).expect(200);
    expect(official.headers['content-type']).toBe('application/pdf');
    const own = await app.as(operator).get(url(CODE, returned.id)).expect(200);
    expect(own.headers['content-type']).toBe('image/png');
  });

  it('is for the applicant to upload, and for applicant and authority to see', async () => {
    await upload(PDF).expect(200);
    await upload(PDF, 'x.pdf', await app.person('OPERATOR')).expect(404);
    await upload(PDF, 'x.pdf', registrar).expect(404);
    await upload(Buffer.alloc(15 * MB), 'big.pdf', await app.person('OPERATOR')).expect(404);
    await app.as(registrar).get(url()).expect(404); // a draft is nobody else's
    await filings.act(operator, (await filings.upload(operator, draft)).id, 'submit');
    await app.as(registrar).get(url()).expect(200);
    await app
      .as(await app.person('REGISTRAR', { departments: ['health'] }))
      .get(url())
      .expect(403);
    await app
      .as(await app.person('REGISTRAR', { districts: ['500152'] }))
      .get(url())
      .expect(404);
    await app
      .as(await app.person('OPERATOR'))
      .get(url())
      .expect(404);
    const late = await upload(PDF).expect(409);
    expect(late.body.code).toBe('INVALID_TRANSITION');
  });

  it('has nothing to give before something was uploaded', async () => {
    expect((await app.as(operator).get(url()).expect(404)).body.code).toBe('NOT_FOUND');
    expect((await app.as(operator).get(url('..%2F..%2Fsecrets.json')).expect(404)).body.code).toBe(
      'NOT_FOUND',
    );
  });
});

function bytes(response: Response, done: (error: Error | null, body: unknown) => void): void {
  const pieces: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}
