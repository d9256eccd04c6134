import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDrawCommand } from '../src/draw/draw.command';

const vectors = join(__dirname, '../../../test/vectors/draw');
const names = readdirSync(vectors).filter((name) => name.endsWith('.json'));
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'draw-command-'))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Vector {
  readonly expect: { readonly result?: { readonly seed: string }; readonly error?: string };
}

function run(...argv: string[]): { code: number; out: string; err: string } {
  const texts = { out: '', err: '' };
  const code = runDrawCommand(argv, {
    stdout: { write: (text) => (texts.out += text) },
    stderr: { write: (text) => (texts.err += text) },
  });
  return { code, ...texts };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const vector = (name: string): Vector => JSON.parse(readFileSync(join(vectors, name), 'utf8')) as Vector;

describe('draw compute', () => {
  it.each(names)('prints what is expected of %s', (name) => {
    const { expect: expected } = vector(name);
    const { code, out } = run('compute', join(vectors, name));
    expect(JSON.parse(out)).toEqual(expected.result ?? expected);
    expect(code).toBe(expected.result ? 0 : 1);
  });

  it('says on stderr what is wrong with a refused file', () => {
    const { out, err } = run('compute', join(vectors, 'infeasible.json'));
    expect(out).toBe('{"error":"INFEASIBLE","detail":["k0014","civil-affairs"]}\n');
    expect(err).toContain('无人可以调换');
  });

  it('refuses a file that names a member twice', () => {
    const twice = run('compute', file('twice.json', '{"nonce":"a","nonce":"b"}'));
    expect(twice).toMatchObject({ code: 1, out: '{"error":"MALFORMED","detail":[]}\n' });
  });
});

describe('draw verify', () => {
  const { expect: expected, ...draw } = vector('joint.json');
  const bundle = { ...draw, result: expected.result };

  it('[DR-23] prints OK for an honest bundle, and on stderr the day to compare', () => {
    expect(run('verify', file('honest.json', JSON.stringify(bundle)))).toEqual({
      code: 0,
      out: 'OK\n',
      err: expect.stringMatching(/不能断定公开随机数产生于公告之后（最早可能在 2026-11-10）/) as string,
    });
  });

  it('[DR-24] prints OK with the failure for a draw that came to nothing', () => {
    const [target, department] = ['k0014', 'civil-affairs'];
    const { expect: _, ...inputs } = vector('infeasible.json');
    const path = file('failed.json', JSON.stringify({ ...inputs, failure: { target, department } }));
    expect(run('verify', path)).toMatchObject({ code: 0, out: 'OK INFEASIBLE k0014 civil-affairs\n' });
  });

  it('prints the first difference of an edited one', () => {
    const edited = { ...bundle, result: { ...bundle.result, seed: 'ff' } };
    expect(run('verify', file('edited.json', JSON.stringify(edited)))).toEqual({
      code: 1,
      out: `DIFFERENT result.seed：应为 "${expected.result!.seed}"，实为 "ff"\n`,
      err: '',
    });
  });

  it('prints why a bundle is refused', () => {
    expect(run('verify', join(vectors, 'wrong-nonce.json'))).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^COMMITMENT_MISMATCH announcement\.commitment：/) as string,
    });
    expect(run('verify', file('twice.json', '{"a":1,"a":1}'))).toMatchObject({
      code: 1,
      out: 'MALFORMED a：应为 同一对象中每个成员名只出现一次，实为 重复的成员名\n',
    });
  });
});

describe('draw', () => {
  it.each(['compute', 'verify'])('%s exits with 2 when the file is unreadable', (action) => {
    const unreadable = [
      join(folder, 'missing.json'),
      folder,
      file('text.json', 'not json'),
      file('empty.json', ''),
      file('latin1.json', Uint8Array.of(34, 0xe9, 34)),
    ];
    for (const name of unreadable) expect(run(action, name)).toMatchObject({ code: 2, out: '' });
  });

  it('shows how it is used', () => {
    for (const argv of [[], ['compute'], ['open', 'x'], ['verify', 'a', 'b']]) {
      expect(run(...argv)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('用法') as string,
      });
    }
  });
});
