import { loadConfig } from '@zhaoguan/platform';
import type { Command } from '../command';
import { accountsFile, readDemoAccounts } from './accounts';
import { walkMainPath } from './main-path';

/** `demo:main-path [address]`: walks the main path against the running system and prints each step. */
export const mainPathCommand: Command = async ([address], { stdout, stderr }) => {
  const config = loadConfig();
  const accounts = readDemoAccounts(config.dataDir);
  if (!accounts) {
    stderr.write(`没有找到演示账号 ${accountsFile(config.dataDir)}，请先运行 npm start。\n`);
    return 2;
  }
  const base = address ?? `http://localhost:${config.port}`;
  if (
    !(await fetch(`${base}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    stderr.write(`${base} 没有应答，请先运行 npm start。\n`);
    return 2;
  }
  let step = 0;
  await walkMainPath(base, accounts, (who, what, result) => {
    if (who === '') stdout.write(`\n${what}\n`);
    else stdout.write(`${String((step += 1)).padStart(3)}  ${who}  ${what}  ${result}\n`);
  });
  stdout.write(`\n主流程走完，共 ${step} 步。\n`);
  return 0;
};
