/**
 * `npm test`: prepares the checkout, then all static checks, the pure tests, and the tiers that need a system in one
 * run, to the end whatever fails. The last line is `N passed, N failed`; the numbers come from the results, never from
 * an exit code alone. `--only unit,int` runs some of the tiers.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, ensureReady, findModules } from './ensure.mjs';
import { ensureSystemPackages, explainMissing, findChromium } from './system-packages.mjs';
import { helpOf } from './support/help.mjs';
import { listChecks, runChecks } from './support/checks.mjs';
import { summarize, totalOf, tiersOfJest } from './support/tiers.mjs';

/** Run together: one database server, one start of a worker, and one end at which workers wait for the last file. */
const SYSTEM_TIERS = ['int', 'journey', 'browser'];
const TIERS = ['checks', 'unit', ...SYSTEM_TIERS];
const RESULTS_REPORTER = join(import.meta.dirname, 'support', 'results-reporter.mjs');
const SEQUENCER = join(import.meta.dirname, 'support', 'long-first-sequencer.mjs');
/** Each test file loads every module anew; collected less often, its garbage costs a tenth less of the time. */
const YOUNG_GENERATION = '--max-semi-space-size=64';
/** These wait for a database, a browser or a process as long as they work themselves: one more keeps every core at work. */
const WAITING_WORKERS = 1;
/** What hangs ends some time; on slow machines the whole takes fifty minutes, and ninety are allowed. */
const LONGEST_RUN_MS = 75 * 60 * 1000;

function chosenTiers(args) {
  const at = args.indexOf('--only');
  if (at < 0) return TIERS;
  const chosen = (args[at + 1] ?? '').split(',').filter(Boolean);
  const unknown = chosen.filter((name) => !TIERS.includes(name));
  if (chosen.length > 0 && unknown.length === 0) return TIERS.filter((name) => chosen.includes(name));
  process.stderr.write(`--only: ${unknown.join(', ') || '?'}（${TIERS.join(', ')}）\n`);
  process.exit(2);
}

async function prepare(tiers) {
  const tier = { name: 'prepare', passed: 0, failed: [], seconds: 0 };
  const begun = performance.now();
  try {
    await ensureReady();
    tier.passed += 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    tier.failed.push('packages and build');
  }
  if (tiers.some((name) => SYSTEM_TIERS.includes(name))) {
    const missing = ensureSystemPackages();
    if (missing.length > 0) process.stderr.write(`${explainMissing(missing)}\n`);
    if (missing.length === 0) tier.passed += 1;
    else tier.failed.push(`system packages: ${missing.map(({ debian }) => debian).join(' ')}`);
  }
  return { ...tier, seconds: (performance.now() - begun) / 1000 };
}

async function checkAll() {
  const begun = performance.now();
  const results = await runChecks(listChecks());
  return {
    name: 'checks',
    passed: results.filter(({ passed }) => passed).length,
    failed: results.filter(({ passed }) => !passed).map(({ name }) => name),
    seconds: (performance.now() - begun) / 1000,
  };
}

/** @returns a tier for each name, all of one run */
async function runJest(names, folder) {
  const output = join(folder, `${names[0]}.json`);
  const args = [
    YOUNG_GENERATION,
    join(findModules(), 'jest', 'bin', 'jest.js'),
    '--selectProjects',
    ...names,
  ];
  args.push(
    '--ci',
    `--testSequencer=${SEQUENCER}`,
    '--reporters=default',
    `--reporters=${RESULTS_REPORTER}`,
    `--maxWorkers=${availableParallelism() + (SYSTEM_TIERS.includes(names[0]) ? WAITING_WORKERS : 0)}`,
  );
  process.stderr.write(`\n── ${names.join('、')} ──\n`);
  const chromium = process.env['CHROMIUM_PATH'] ?? findChromium();
  const env = { ...process.env, RESULTS_FILE: output, ...(chromium && { CHROMIUM_PATH: chromium }) };
  const code = await runProgram(args, env);
  const results = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : undefined;
  return tiersOfJest(names, results, code, ROOT);
}

/** Jest reports to stderr. @returns the exit code or the signal's name */
function runProgram(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const timer = setTimeout(() => child.kill('SIGTERM'), LONGEST_RUN_MS);
  const forward = (signal) => child.kill(signal);
  process.once('SIGTERM', forward);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGTERM', forward);
      done(code ?? signal);
    });
  });
}

helpOf('test');
const tiers = chosenTiers(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-test-'));
const done = [await prepare(tiers)];
if (findModules() !== undefined) {
  const chosen = (...names) => names.filter((name) => tiers.includes(name));
  if (tiers.includes('checks')) done.push(await checkAll());
  for (const names of [chosen('unit'), chosen(...SYSTEM_TIERS)]) {
    if (names.length > 0) done.push(...(await runJest(names, folder)));
  }
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${summarize(done)}\n`);
process.exitCode = totalOf(done).failed > 0 ? 1 : 0;
