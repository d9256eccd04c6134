import { basename, join, resolve } from 'node:path';
import fc from 'fast-check';
import {
  changesName,
  filedName,
  FOLDER_NAME,
  isCaseFileName,
  isPlainFileName,
  isUnfinished,
  reportName,
} from '../src/domain/folder-names';

const SEEN = new Date('2026-11-24T02:00:00Z');
/** Anything, and what is tried to get out of a folder. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom('..', '.', '/', '\\', 'a', '示例', '.csv', '\0', '\u202e', ' ', ':', '~'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);

describe('the name of a file in a folder', () => {
  it('stays in the folder, is one part of a path, and shows every character', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        if (!isPlainFileName(name)) return;
        expect(resolve('/root/in', name)).toBe(join('/root/in', name));
        expect(basename(name)).toBe(name);
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('has room for what is put before it', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        if (!isPlainFileName(name)) return;
        expect(Buffer.byteLength(reportName(name, SEEN))).toBeLessThanOrEqual(255);
        expect(isPlainFileName(changesName(1))).toBe(true);
      }),
    );
    expect(isPlainFileName('备'.repeat(70))).toBe(false);
  });

  it.each(['首次备案.csv', 'a b (1).CSV', '2026-11.csv', '示例……省平台.csv'])('may be %s', (name) => {
    expect(isCaseFileName(name)).toBe(true);
    expect(isUnfinished(name)).toBe(false);
  });

  it.each(['a.csv.tmp', '.a.csv', '~$a.csv', 'a.csv.part', 'Thumbs.db', 'desktop.ini', 'a.csv.filepart'])(
    'is never taken as %s',
    (name) => expect(isCaseFileName(name) && !isUnfinished(name)).toBe(false),
  );

  it.each([
    '..',
    '.',
    '',
    ' a.csv',
    'a.csv ',
    '../a.csv',
    'a/b.csv',
    'a\\b.csv',
    'c:a.csv',
    'a\u202evsc.csv',
    'a\ufffd.csv',
  ])('is not %j', (name) => expect(isCaseFileName(name)).toBe(false));

  it('tells when it was seen, in the time of the place', () => {
    expect(filedName('a.csv', SEEN)).toBe('20261124-100000-a.csv');
    expect(reportName('a.csv', SEEN)).toBe('report-20261124-100000-a.csv');
    expect(changesName(17)).toBe('changes-0000000017.csv');
  });
});

describe('the name of a folder', () => {
  it('is one part of a path, whatever is asked for', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        if (FOLDER_NAME.test(name)) expect(join('/root', name)).toBe(`/root/${name}`);
      }),
    );
    for (const name of ['province-platform', 'a', '610116']) expect(name).toMatch(FOLDER_NAME);
    for (const name of ['', '.', '..', 'a/b', 'A', '-a', 'a-', 'a--b', 'a\n', '示例'])
      expect(name).not.toMatch(FOLDER_NAME);
  });
});
