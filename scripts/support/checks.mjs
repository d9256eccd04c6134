import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, findModules } from '../ensure.mjs';

/** The static checks, the longest first: each counts as one test of the tier `checks` of `npm test`. */
export function listChecks() {
  return [
    {
      name: 'typecheck',
      kind: 'types',
      program: 'typescript/bin/tsc',
      args: ['--noEmit', '-p', 'tsconfig.json'],
    },
    ...webTypes(),
    {
      name: 'format',
      kind: 'format',
      program: 'prettier/bin/prettier.cjs',
      args: ['--check', '--log-level=warn', '.'],
    },
    {
      name: 'oxlint',
      kind: 'lint',
      program: 'oxlint/bin/oxlint',
      args: ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    },
    {
      name: 'dependency rules',
      kind: 'lint',
      program: 'dependency-cruiser/bin/dependency-cruise.mjs',
      args: cruised(),
    },
    { name: 'unused code (knip)', kind: 'lint', program: 'knip/bin/knip.js', args: ['--no-progress'] },
    ...ownChecks(),
    { name: 'lock file', kind: 'lint', script: 'complete-lock.mjs', args: ['--check'] },
  ];
}

function webTypes() {
  const config = 'apps/web/tsconfig.json';
  if (!existsSync(join(ROOT, config))) return [];
  return [
    { name: 'typecheck web', kind: 'types', program: 'typescript/bin/tsc', args: ['--noEmit', '-p', config] },
  ];
}

function cruised() {
  const folders = ['apps', 'libs', 'migrations'].filter((name) => existsSync(join(ROOT, name)));
  return ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...folders];
}

/** Every scripts/check-*.mjs is a check: it prints its findings and ends with 1 when there are some. */
function ownChecks() {
  return readdirSync(join(ROOT, 'scripts'))
    .filter((name) => /^check-.*\.mjs$/.test(name))
    .toSorted()
    .map((name) => ({
      name: name.slice('check-'.length, -'.mjs'.length),
      kind: 'lint',
      script: name,
      args: [],
    }));
}

/**
 * Runs the checks, as many at once as there are processors; the output of each that fails goes to stderr.
 * @returns for each whether it passed
 */
export async function runChecks(checks) {
  const waiting = [...checks];
  const results = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await runCheck(check));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results;
}

async function runCheck({ name, script, program, args }) {
  const file = script ? join(ROOT, 'scripts', script) : join(findModules(), program);
  const begun = performance.now();
  const { code, output } = await outputOf([file, ...args]);
  const passed = code === 0;
  const seconds = (performance.now() - begun) / 1000;
  process.stderr.write(
    `${passed ? '✓' : '✗'} ${name}（${seconds.toFixed(1)} s）\n${passed ? '' : `${output}\n`}`,
  );
  return { name, passed };
}

function outputOf(args) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, output: Buffer.concat(chunks).toString() }));
  });
}
