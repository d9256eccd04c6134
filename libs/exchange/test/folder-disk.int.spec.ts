import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, renameSync, rmSync, statSync, symlinkSync, truncateSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { casesOf, FolderScene, linesOf } from './folder-scene.builder';

describe('the folder of a partner', () => {
  let scene: FolderScene;
  let registrar: TestPerson;
  beforeAll(async () => {
    scene = await FolderScene.start();
    registrar = await scene.app.person('REGISTRAR');
  });
  afterAll(() => scene.stop());

  it('is gone on with where a process was killed: after the submission, after the report, after the file that goes out', async () => {
    const partner = await scene.register('killed');
    const cases = casesOf(['D-1']);
    scene.lay('killed', 'in', 'd.csv', cases);
    await scene.take();
    const { database } = scene.app;
    // As if it had been killed between the submission and what is noted of it.
    await database.query('update exchange.folder_entry set done_at = null where partner_id = $1', [
      partner.partnerId,
    ]);
    scene.lay('killed', 'in', 'd.csv', cases);
    await scene.take();
    expect(scene.report('killed')).toMatchObject([['2', 'D-1', '已提交', '', '', expect.any(String)]]);
    expect(await scene.filingsOf(partner)).toMatchObject([{ status: 'SUBMITTED', round: 1 }]);
    // Between the report and the move: the file is put away, and not read again.
    scene.lay('killed', 'in', 'e.csv', cases);
    await scene.poll();
    await database.query(
      `update exchange.folder_file set state = 'READ', rows = 1 where partner_id = $1 and name = 'e.csv'`,
      [partner.partnerId],
    );
    await scene.poll();
    expect(scene.list('killed', 'in')).toEqual([]);
    expect(scene.list('killed', 'done').filter((name) => name.endsWith('-e.csv'))).toHaveLength(1);
    expect(scene.list('killed', 'out').filter((name) => name.endsWith('-e.csv'))).toEqual([]);
    // Between the file that goes out and what is noted of it: the same file is written again, whatever has happened since.
    await scene.poll();
    const before = scene.read('killed', 'out', 'changes-0000000001.csv');
    await database.query(
      `update exchange.folder set last_file = 0, writing_to = position, position = 0, written_at = null where partner_id = $1`,
      [partner.partnerId],
    );
    const [filing] = await scene.filingsOf(partner);
    await scene.decide(registrar, filing?.id ?? '', 'accept');
    await scene.app.idle();
    rmSync(scene.path('killed', 'out', 'changes-0000000001.csv'));
    await scene.poll();
    expect(scene.read('killed', 'out', 'changes-0000000001.csv')).toBe(before);
    expect(linesOf(scene.read('killed', 'out', 'changes-0000000002.csv'))[1]?.[5]).toBe('准予备案');
    expect(scene.list('killed', 'out').filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('may be written to as slowly as you like: a file is taken when it has not changed for a minute', async () => {
    const partner = await scene.register('slow');
    const cases = casesOf(['E-1', 'E-2']);
    scene.lay('slow', 'in', 'e.csv', cases.slice(0, cases.length - 20));
    scene.lay('slow', 'in', 'f.csv.tmp', cases);
    scene.lay('slow', 'in', '.f.csv', cases);
    await scene.poll();
    scene.lay('slow', 'in', 'e.csv', cases);
    await scene.poll();
    expect(await scene.filingsOf(partner)).toEqual([]);
    expect(await scene.files(partner)).toMatchObject([{ name: 'e.csv', state: 'WAITING' }]);
    await scene.poll();
    expect(await scene.filingsOf(partner)).toHaveLength(2);
    renameSync(scene.path('slow', 'in', 'f.csv.tmp'), scene.path('slow', 'in', 'f.csv'));
    await scene.take();
    expect(scene.report('slow').map((cells) => cells[2])).toEqual(['以前已办理', '以前已办理']);
    expect(await scene.standing(partner)).toMatchObject({ ignored: 0 });
  });

  it('leads nowhere else: no link, no second name, no pipe, no path in a name', async () => {
    const partner = await scene.register('tricks');
    const outside = join(scene.root, 'outside.csv');
    scene.lay('.', '.', 'outside.csv', casesOf(['G-1']));
    scene.lay('.', '.', 'outside.pdf', '%PDF-1.7 outside');
    const inside = (...parts: string[]) => scene.path('tricks', ...parts);
    symlinkSync(outside, inside('in', 'link.csv'));
    linkSync(outside, inside('in', 'second-name.csv'));
    symlinkSync(scene.root, inside('in', 'folder.csv'));
    mkdirSync(inside('in', 'sub'));
    execFileSync('mkfifo', [inside('in', 'pipe.csv')]);
    scene.lay('tricks', 'in', 'bell\u0007.csv', casesOf(['G-2']));
    await scene.take();
    expect(await scene.filingsOf(partner)).toEqual([]);
    expect(await scene.standing(partner)).toMatchObject({ ignored: 6, problem: null });
    symlinkSync(join(scene.root, 'outside.pdf'), inside('materials', 'link.pdf'));
    execFileSync('mkfifo', [inside('materials', 'pipe.pdf')]);
    const names = ['../../outside.pdf', outside, 'link.pdf', 'pipe.pdf', '..', '.'];
    const rows = names.map((name, index) => casesOf([`G-${index + 3}`], { '材料：承诺书': name }));
    const [header = ''] = casesOf(['G-3']).split('\r\n');
    scene.lay('tricks', 'in', 'names.csv', [header, ...rows.map((row) => row.split('\r\n')[1])].join('\r\n'));
    await scene.take();
    expect(scene.report('tricks').map((cells) => cells.slice(2, 5))).toEqual(
      names.map(() => [
        '没有办理',
        '材料：承诺书（Q 列）',
        'materials 文件夹里没有这个文件、它不是普通文件，或者系统没有读取它的权限',
      ]),
    );
    expect(await scene.filingsOf(partner)).toEqual([]);
    rmSync(inside('out'), { recursive: true });
    symlinkSync(scene.root, inside('out'));
    await scene.poll();
    expect(await scene.standing(partner)).toMatchObject({ problem: 'NOT_A_FOLDER' });
    expect(scene.list('.', '.').filter((name) => name.endsWith('.tmp'))).toEqual([]);
    rmSync(inside('out'));
    await scene.poll();
    expect(await scene.standing(partner)).toMatchObject({ problem: null });
  });

  it('gets its template anew, whatever lies in the place of it', async () => {
    const partner = await scene.register('template');
    await scene.poll();
    const [template = ''] = scene.list('template', '.').filter((name) => name.startsWith('模板-'));
    const before = scene.read('template', '.', template);
    // More than a text can hold, and nothing on the disk.
    truncateSync(scene.path('template', template), 600 * 1024 ** 2);
    await scene.poll();
    expect(await scene.standing(partner)).toMatchObject({ problem: null });
    expect(statSync(scene.path('template', template)).size).toBe(Buffer.byteLength(before));
    expect(scene.read('template', '.', template)).toBe(before);
  });

  it('puts a file aside that may not be read, with a report, and takes the others', async () => {
    const partner = await scene.register('kept');
    const inside = (sub: string, name: string) => scene.path('kept', sub, name);
    scene.lay('kept', 'in', 'a.csv', casesOf(['J-1']));
    scene.lay('kept', 'in', 'b.csv', casesOf(['J-2'], { '材料：承诺书': 'locked.pdf' }));
    scene.lay('kept', 'in', 'c.csv', casesOf(['J-3']));
    scene.lay('kept', 'materials', 'locked.pdf', '%PDF-1.7');
    const locked = lockFiles([inside('in', 'a.csv'), inside('materials', 'locked.pdf')]);
    try {
      await scene.take();
    } finally {
      locked.mockRestore();
    }
    expect(await scene.standing(partner)).toMatchObject({ problem: null });
    expect(await scene.filingsOf(partner)).toMatchObject([{ reference: 'J-3', status: 'SUBMITTED' }]);
    expect(scene.list('kept', 'in')).toEqual([]);
    expect(scene.list('kept', 'failed').map((name) => name.slice(-5))).toEqual(['a.csv', 'b.csv']);
    const [first, second] = scene.list('kept', 'out').filter((name) => name.startsWith('report-'));
    expect(scene.read('kept', 'out', first ?? '')).toContain('系统没有读取这个文件的权限');
    expect(scene.read('kept', 'out', second ?? '')).toContain('系统没有读取它的权限');
  });

  it('is not served while its partner is switched off, nor on a share that is not there', async () => {
    const partner = await scene.register('away');
    const path = `/api/v1/partners/${partner.partnerId}`;
    const administrator = () => scene.app.as(scene.partners.administrator);
    await administrator().post(`${path}/disable`).expect(200);
    scene.lay('away', 'in', 'h.csv', casesOf(['H-1']));
    await scene.take();
    expect(await scene.filingsOf(partner)).toEqual([]);
    expect(scene.list('away', 'in')).toEqual(['h.csv']);
    await administrator().post(`${path}/enable`).expect(200);
    renameSync(scene.path('away'), scene.path('elsewhere'));
    await scene.take();
    expect(await scene.standing(partner)).toMatchObject({ problem: 'GONE' });
    expect(scene.list('.', '.')).not.toContain('away');
    renameSync(scene.path('elsewhere'), scene.path('away'));
    await scene.take();
    expect(await scene.standing(partner)).toMatchObject({ problem: null });
    expect(await scene.filingsOf(partner)).toHaveLength(1);
  });
});

/** As the system would refuse them to us; it refuses a superuser nothing. */
function lockFiles(paths: readonly string[]): jest.SpyInstance {
  const open = fs.open.bind(fs);
  return jest.spyOn(fs, 'open').mockImplementation((path, ...rest) => {
    const locked = paths.includes(String(path));
    if (!locked) return open(path, ...rest);
    return Promise.reject(Object.assign(new Error('permission denied'), { code: 'EACCES', syscall: 'open' }));
  });
}
