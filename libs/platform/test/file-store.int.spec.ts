/** @jest-environment node */
import { readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { systemCaller } from '@zhaoguan/contracts';
import { FileStore, UPLOAD_LIMIT } from '../src';
import { writeDraft } from '../src/storage/draft';
import { PlatformApp } from './platform-app';

const PDF = Buffer.from('%PDF-1.7\n示例');
const of = (...chunks: Buffer[]): Readable => Readable.from(chunks);

const SENDER = systemCaller('0123456789abcdef');

describe('FileStore', () => {
  let app: PlatformApp;
  let files: FileStore;
  beforeAll(async () => {
    app = await PlatformApp.open();
    files = app.nest.get(FileStore);
  });
  afterAll(() => app.stop());
  const taken = (source: Readable, name: string) =>
    files.receive(SENDER, source, name, async (file) => {
      await app.run((tx) => files.record(tx, file));
      return file;
    });
  const incoming = (): string[] => readdirSync(join(app.config.dataDir, 'files', 'incoming'));
  const rows = (): Promise<unknown[]> => app.database.query('select * from platform.stored_file');

  it('keeps a file under the SM3 of its content and gives the same bytes back', async () => {
    const file = await taken(of(PDF.subarray(0, 3), PDF.subarray(3)), '执照.pdf');
    expect(file).toMatchObject({ size: PDF.length, mediaType: 'application/pdf', name: '执照.pdf' });
    expect(file.sm3).toMatch(/^[0-9a-f]{64}$/);
    expect(await rows()).toHaveLength(1);
    expect(await buffer(await files.read(file.sm3))).toEqual(PDF);
    const path = join(app.config.dataDir, 'files', file.sm3.slice(0, 2), file.sm3.slice(2, 4), file.sm3);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('keeps a name without the numbers of persons, also where marks are hidden between their figures', async () => {
    const name = 'C:\\扫描\\张某610116199001010019，1381234\u202e5678.pdf';
    expect((await taken(of(PDF), name)).name).toBe('张某610116＊＊＊＊＊＊＊＊0019，138＊＊＊＊5678.pdf');
    expect((await files.keep(PDF, '回执610116199001010019.pdf')).name).toBe('回执610116199001010019.pdf');
  });

  it('goes by the content, not by the name', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
    expect((await taken(of(png), 'scan.pdf')).mediaType).toBe('image/png');
    await expect(taken(of(Buffer.from('<script>')), 'a.pdf')).rejects.toMatchObject({
      code: 'UNSUPPORTED_MEDIA',
    });
    await expect(taken(of(), 'a.pdf')).rejects.toMatchObject({ code: 'UPLOAD_EMPTY' });
  });

  it('takes the limit to the byte and refuses one byte more, leaving nothing', async () => {
    const rest = Buffer.alloc(UPLOAD_LIMIT - PDF.length);
    expect((await taken(of(PDF, rest), 'a.pdf')).size).toBe(UPLOAD_LIMIT);
    await expect(taken(of(PDF, rest, Buffer.alloc(1)), 'a.pdf')).rejects.toMatchObject({
      code: 'UPLOAD_TOO_LARGE',
    });
    expect(incoming()).toEqual([]);
  });

  it('leaves neither draft nor row when the sender breaks off', async () => {
    const before = (await rows()).length;
    async function* broken(): AsyncGenerator<Buffer> {
      yield PDF;
      throw new Error('connection lost');
    }
    await expect(taken(Readable.from(broken()), 'a.pdf')).rejects.toThrow('connection lost');
    expect(incoming()).toEqual([]);
    expect(await rows()).toHaveLength(before);
  });

  it('leaves no row when the transaction of the record fails; the content is only an unused file', async () => {
    const before = (await rows()).length;
    const failing = files.receive(SENDER, of(PDF, Buffer.from('x')), 'a.pdf', (file) =>
      app.run(async (tx) => {
        await files.record(tx, file);
        throw new Error('crash');
      }),
    );
    await expect(failing).rejects.toThrow('crash');
    expect(await rows()).toHaveLength(before);
  });

  it('leaves nothing on the disk of what is refused once it has come in', async () => {
    const content = Buffer.concat([PDF, Buffer.from('refused')]);
    let sm3 = '';
    const refused = files.receive(SENDER, of(content), 'a.pdf', (file) => {
      sm3 = file.sm3;
      return Promise.reject(new Error('withdrawn meanwhile'));
    });
    await expect(refused).rejects.toThrow('withdrawn meanwhile');
    expect(incoming()).toEqual([]);
    await expect(files.read(sm3)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('records a file in a transaction that runs again', async () => {
    const content = Buffer.concat([PDF, Buffer.from('again')]);
    const file = await files.receive(SENDER, of(content), 'a.pdf', async (one) => {
      const once = app.run(async (tx) => {
        await files.record(tx, one);
        throw new Error('deadlock');
      });
      await expect(once).rejects.toThrow('deadlock');
      await app.run((tx) => files.record(tx, one));
      return one;
    });
    expect(await buffer(await files.read(file.sm3))).toEqual(content);
  });

  it('takes no more than four gigabytes of one person a day, whatever they are part of', async () => {
    const sender = { ...SENDER, id: '01930000-0000-7000-8000-00000000000a' };
    await app.database.query(
      `insert into platform.stored_file (id, sm3, size, media_type, name, uploaded_by, uploaded_at)
       values (gen_random_uuid(), repeat('0', 64), 4 * 1024::bigint ^ 3, 'application/pdf', '示例.pdf', $1, $2)`,
      [sender.id, app.clock.now()],
    );
    const size = () => files.receive(sender, of(PDF), 'a.pdf', (file) => Promise.resolve(file.size));
    await expect(size()).rejects.toMatchObject({ code: 'UPLOADS_OF_A_DAY' });
    app.clock.advance(24 * 60 * 60 * 1000);
    expect(await size()).toBe(PDF.length);
    app.clock.advance(-24 * 60 * 60 * 1000);
  });

  it('makes a plain name of whatever the sender calls the file', async () => {
    const named = async (name: string): Promise<string> => (await taken(of(PDF), name)).name;
    expect(await named('C:\\Users\\me\\执照.pdf')).toBe('执照.pdf');
    expect(await named('../../etc/passwd')).toBe('passwd');
    expect(await named('a\r\nset-cookie: x\0.pdf')).toBe('aset-cookie: x.pdf');
    expect(await named('\u202Efdp.exe')).toBe('fdp.exe');
    expect(await named('')).toBe('file');
    expect(await named('😀'.repeat(300))).toBe('😀'.repeat(200));
  });

  it('reads nothing that is not named by an SM3', async () => {
    for (const name of ['../../secrets.json', '', '0'.repeat(63), 'A'.repeat(64), '0'.repeat(64)]) {
      await expect(files.read(name)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('reports a full disk and closes the draft', async () => {
    const full = await open('/dev/full', 'w');
    await expect(writeDraft(of(PDF), full)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(full.fd).toBe(-1);
  });

  it('reports a data folder that cannot be written to', async () => {
    const blocked = await PlatformApp.open({ database: app.database });
    writeFileSync(join(blocked.config.dataDir, 'files'), 'a file where the folder should be');
    const nothing = () => Promise.resolve();
    await expect(
      blocked.nest.get(FileStore).receive(SENDER, of(PDF), 'a.pdf', nothing),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) as unknown,
    });
    await blocked.stop();
  });

  it('sweeps drafts of killed uploads after a day, not those under way', async () => {
    const folder = join(app.config.dataDir, 'files', 'incoming');
    writeFileSync(join(folder, 'old'), 'x');
    writeFileSync(join(folder, 'new'), 'x');
    const now = app.clock.now().getTime() / 1000;
    utimesSync(join(folder, 'old'), now - 90_000, now - 90_000);
    utimesSync(join(folder, 'new'), now - 60, now - 60);
    await files.sweepDrafts();
    expect(incoming()).toEqual(['new']);
    symlinkSync('/nowhere', join(folder, 'dangling'));
    await files.sweepDrafts();
    expect(incoming()).toContain('new');
  });
});
