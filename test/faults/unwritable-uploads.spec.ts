import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { toProblem } from '@zhaoguan/platform';
import { FilingBuilder, PDF, type FilingAnswer } from '../../libs/filings/test/filing.builder';
import { writeDraft } from '../../libs/platform/src/storage/draft';

describe('a disk that takes no uploads', () => {
  let app: TestApp;
  let operator: TestPerson;
  let filing: FilingAnswer;
  beforeAll(async () => {
    app = await TestApp.start();
    operator = await app.person('OPERATOR');
    filing = await new FilingBuilder(app).draft(operator);
  });
  afterAll(() => app.stop());

  const files = (): string => join(app.config.dataDir, 'files');
  const upload = async (): Promise<{ status: number; body: { code?: string } }> => {
    const [material] = filing.materials;
    return app
      .as(operator)
      .put(`/api/v1/filings/${filing.id}/materials/${material?.code}`)
      .attach('file', PDF, { filename: '执照.pdf', contentType: 'application/pdf' });
  };
  const rows = (): Promise<unknown[]> => app.database.query('select * from platform.stored_file');
  const uploaded = async (): Promise<unknown> => {
    const answer = await app.as(operator).get(`/api/v1/filings/${filing.id}`).expect(200);
    return (answer.body as FilingAnswer).materials[0]?.uploaded;
  };

  it('answers with a problem, leaves no row and no half file, and takes the upload once it is mended', async () => {
    writeFileSync(files(), 'a file where the folder should be');
    const refused = await upload();
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(refused.body.code).toMatch(/^(INTERNAL|SERVICE_UNAVAILABLE)$/);
    expect(await rows()).toEqual([]);
    expect(await uploaded()).toBe(false);

    rmSync(files());
    expect((await upload()).status).toBe(200);
    expect(await rows()).toHaveLength(1);
    expect(await uploaded()).toBe(true);
  });

  it('says of a full disk that it passes', async () => {
    const full = writeDraft(Readable.from([PDF]), await open('/dev/full', 'w'));
    const error: unknown = await full.catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'ENOSPC' });
    expect(toProblem(error, 'trace')).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
  });

  it('takes content again that is gone from disk', async () => {
    renameSync(files(), `${files()}-gone`);
    const again = await upload();
    expect(again.status).toBe(200);
    rmSync(files(), { recursive: true });
    renameSync(`${files()}-gone`, files());
  });
});
