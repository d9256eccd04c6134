import { UsageError, type CommandIo } from './command';
import type { CommandEntry } from './commands';

const HELP = new Set(['--help', '-h']);

/**
 * One command, by its name: answers the exit code. Who asks what it takes is told and nothing is done, least of all by a command that
 * changes something.
 */
export async function runCommand(
  commands: Readonly<Record<string, CommandEntry>>,
  [name, ...args]: readonly string[],
  io: CommandIo,
): Promise<number> {
  const asked = args.some((arg) => HELP.has(arg));
  const entry = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (!entry) {
    const all = name !== undefined && HELP.has(name);
    (all ? io.stdout : io.stderr).write(helpOf(commands));
    return all ? 0 : 2;
  }
  if (asked) {
    io.stdout.write(`${entry.summary}\n用法：${entry.usage}\n`);
    return 0;
  }
  try {
    return await (
      await entry.load()
    )(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`${error.message}\n用法：${entry.usage}\n`);
      return error.exitCode;
    }
    io.stderr.write(`${(await import('@zhaoguan/platform')).explainStart(error)}\n`);
    return 2;
  }
}

function helpOf(commands: Readonly<Record<string, CommandEntry>>): string {
  const lines = Object.values(commands).map(({ summary, usage }) => `  ${summary}\n      ${usage}`);
  return `用法：npm run -s 命令 -- 参数\n\n${lines.join('\n')}\n`;
}
