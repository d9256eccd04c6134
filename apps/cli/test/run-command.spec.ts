import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../src/command';
import { COMMANDS } from '../src/commands';
import { runCommand } from '../src/run-command';

const io = () => {
  const said = { stdout: '', stderr: '' };
  const into = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (said[name] += text) });
  return { said, stdout: into('stdout'), stderr: into('stderr') };
};

describe('a command of the command line', () => {
  it.each(Object.keys(COMMANDS))(
    'says what %s is for where help is asked for, and does nothing',
    async (name) => {
      const { summary, usage } = COMMANDS[name]!;
      const load = () => Promise.reject(new Error('was begun'));
      for (const args of [['--help'], ['-h'], ['x', '--help']]) {
        const terminal = io();
        expect(await runCommand({ [name]: { summary, usage, load } }, [name, ...args], terminal)).toBe(0);
        expect(terminal.said).toEqual({ stdout: `${summary}\n用法：${usage}\n`, stderr: '' });
        expect(usage.startsWith(name)).toBe(true);
      }
    },
  );

  it('names all of them, as help where that is asked for, else as what was typed wrongly', async () => {
    for (const [args, code, where] of [
      [['--help'], 0, 'stdout'],
      [[], 2, 'stderr'],
      [['toString'], 2, 'stderr'],
    ] as const) {
      const terminal = io();
      expect(await runCommand(COMMANDS, args, terminal)).toBe(code);
      for (const { usage } of Object.values(COMMANDS)) expect(terminal.said[where]).toContain(usage);
    }
  });

  it('is told without a stack what was typed wrongly', async () => {
    const terminal = io();
    const load = () => Promise.resolve(() => Promise.reject(new UsageError('请指明文件。', { exitCode: 1 })));
    const entry = { summary: '示例', usage: '示例 文件', load };
    expect(await runCommand({ 示例: entry }, ['示例'], terminal)).toBe(1);
    expect(terminal.said.stderr).toBe('请指明文件。\n用法：示例 文件\n');
  });

  it('is each that package.json hands over, but for the benches, which are a program by themselves', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const handed = Object.values(scripts).flatMap((line) => /scripts\/run\.mjs (\S+)/.exec(line)?.[1] ?? []);
    expect(handed.filter((name) => name !== 'bench').sort()).toEqual(Object.keys(COMMANDS).sort());
  });
});
