import 'reflect-metadata';
import { UsageError, type CommandIo } from './command';
import { COMMANDS } from './commands';

const io: CommandIo = { stdout: process.stdout, stderr: process.stderr };

function help(): string {
  const lines = Object.values(COMMANDS).map(({ summary, usage }) => `  ${summary}\n      ${usage}`);
  return `用法：npm run -s 命令 -- 参数\n\n${lines.join('\n')}\n`;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const entry = name === undefined ? undefined : COMMANDS[name];
  if (!entry) {
    io.stderr.write(help());
    return 2;
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

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    io.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
