/**
 * `node scripts/run.mjs NAME …args`: a command of the command line tool, prepared silently when nothing is missing.
 * Stdout and the exit code are the command's own. `bench` is a program by itself.
 */
import { join } from 'node:path';
import { ROOT, ensureReady, mainOf } from './ensure.mjs';
import { failing } from './support/failing.mjs';
import { handOver } from './support/hand-over.mjs';

const [name, ...args] = process.argv.slice(2);
if (name === undefined) {
  process.stderr.write('用法：node scripts/run.mjs 命令 [参数 …]\n');
  process.exit(2);
}
await failing(ensureReady);
if (name === 'bench') handOver(join(ROOT, 'dist', 'bench', 'main.js'), args);
else handOver(mainOf('cli'), [name, ...args]);
