import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, findModules } from '../ensure.mjs';

/** The static checks: each counts as one test of the tier `checks` of `npm test`. */
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
    {
      name: 'format',
      kind: 'format',
      program: 'prettier/bin/prettier.cjs',
      args: ['--check', '--log-level=warn', '.'],
    },
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

/** Runs one check, its output on stderr when it fails. @returns whether it passed, and the seconds it took */
export function runCheck(check) {
  const file = check.script ? join(ROOT, 'scripts', check.script) : join(findModules(), check.program);
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...check.args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const passed = status === 0;
  const seconds = (performance.now() - begun) / 1000;
  process.stderr.write(`${passed ? '✓' : '✗'} ${check.name}（${seconds.toFixed(1)} s）\n`);
  if (!passed) process.stderr.write(`${stdout}${stderr}\n`);
  return { name: check.name, passed, seconds };
}
