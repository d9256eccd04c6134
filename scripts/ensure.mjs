/**
 * Makes a checkout ready to run: the right Node, installed packages, compiled code. Needs nothing installed itself.
 * Does only what is missing and says what it does on stderr, so that commands keep a clean stdout.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './support/lock.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MINIMUM_NODE = [20, 19];
const COMPILED = ['apps', 'libs', 'migrations', 'bench'];
/** Compiled for the browser by vite, not for Node by SWC. */
const NOT_FOR_NODE = ['apps/web/**', '**/test/**', '**/*.d.ts'];
/** Steps after the compilation, run when they exist: each makes files for the browser below dist/. */
const BROWSER_BUILDS = ['build-verify.mjs', 'build-web.mjs'];

/** The compiled main module of an application. */
export function mainOf(application) {
  return join(ROOT, 'dist', 'apps', application, 'src', 'main.js');
}

/** Everything a command needs before it can run. Two at the same time wait for each other. */
export async function ensureReady() {
  requireNode();
  await withLock(join(ROOT, '.data', 'ensure.lock'), async () => {
    await ensurePackages();
    await ensureCompiled();
  });
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = MINIMUM_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  const wanted = MINIMUM_NODE.join('.');
  say(
    `照管需要 Node.js ${wanted} 或更高版本，当前为 ${process.versions.node}。请从 https://nodejs.org 安装长期支持版。`,
  );
  say(`Zhaoguan needs Node.js ${wanted} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** The folder Node takes packages from: the checkout's own, or that of a folder above which several checkouts share. */
export function findModules() {
  for (let at = ROOT; ; at = dirname(at)) {
    const modules = join(at, 'node_modules');
    if (existsSync(join(modules, '@swc', 'cli'))) return modules;
    if (dirname(at) === at) return undefined;
  }
}

async function ensurePackages() {
  const own = join(ROOT, 'node_modules');
  const found = findModules();
  if (found !== undefined && relative(own, found) !== '') return;
  const stamp = join(own, '.zhaoguan-stamp');
  const wanted = hashOf(join(ROOT, 'package-lock.json'));
  if (found !== undefined && readIfThere(stamp) === wanted) return;
  if (found === undefined || !matchesLock(own)) await install();
  writeFileSync(stamp, wanted);
}

/** Whether what npm noted as installed is what the lock file asks for on this machine. */
function matchesLock(modules) {
  const installed = JSON.parse(readIfThere(join(modules, '.package-lock.json')) ?? '{}').packages;
  if (!installed) return false;
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(
    ([key, entry]) => key === '' || entry.optional || installed[key]?.version === entry.version,
  );
}

async function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const [program, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  for (let attempt = 1; ; attempt += 1) {
    const { code, output } = await run('安装依赖（npm ci）', program, all);
    if (code === 0) return;
    say(output.trimEnd());
    if (attempt === 2) throw new Error('npm ci failed twice; is the npm registry reachable?');
    say('安装依赖失败，重试一次 …');
  }
}

/** Compiles when a source changed since the last time. */
async function ensureCompiled() {
  const sources = listSources();
  const wanted = stampOf(sources);
  const stamp = join(ROOT, 'dist', '.stamp');
  if (readIfThere(stamp) === wanted) return;
  rmSync(stamp, { force: true });
  await compile(sources);
  const steps = BROWSER_BUILDS.filter((name) => existsSync(join(ROOT, 'scripts', name)));
  for (const name of steps) {
    const { code, output } = await run(`构建浏览器端（${name}）`, process.execPath, [
      join(ROOT, 'scripts', name),
    ]);
    if (code !== 0) throw new Error(`${name} failed:\n${output}`);
  }
  writeFileSync(stamp, wanted);
}

/** Compiles beside the old code and swaps, so that no file of a deleted source stays and none is ever half written. */
async function compile(sources) {
  // As deep as dist/, for the source maps hold relative paths.
  const fresh = join(ROOT, '.dist-new');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const folders = COMPILED.filter((name) => existsSync(join(ROOT, name)));
  const swc = join(findModules(), '@swc', 'cli', 'bin', 'swc.js');
  const args = [swc, ...folders, '-d', fresh, '--quiet', '--ignore', NOT_FOR_NODE.join(',')];
  const { code, output } = await run('编译', process.execPath, args);
  if (code !== 0) throw new Error(`swc failed:\n${output}`);
  // `import table from './table.json'` must find its file beside the compiled module.
  for (const path of sources.filter((name) => /^(apps|libs)\/(?!web\/)[^/]+\/src\/.*\.json$/.test(name))) {
    mkdirSync(dirname(join(fresh, path)), { recursive: true });
    copyFileSync(join(ROOT, path), join(fresh, path));
  }
  for (const folder of COMPILED) {
    const [from, to] = [join(fresh, folder), join(ROOT, 'dist', folder)];
    mkdirSync(dirname(to), { recursive: true });
    rmSync(to, { recursive: true, force: true });
    if (existsSync(from)) renameSync(from, to);
  }
  rmSync(fresh, { recursive: true, force: true });
}

/** Paths relative to the root, with forward slashes, sorted. */
function listSources() {
  const files = [...COMPILED, 'scripts'].flatMap((folder) => filesBelow(join(ROOT, folder)));
  return files.map((path) => relative(ROOT, path).split(sep).join('/')).toSorted();
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name === 'node_modules' || entry.name === 'test' ? [] : filesBelow(path);
    return [path];
  });
}

function stampOf(sources) {
  const hash = createHash('sha256');
  for (const name of ['.swcrc', 'package-lock.json']) hash.update(hashOf(join(ROOT, name)));
  for (const name of sources) {
    const { size, mtimeMs } = statSync(join(ROOT, name));
    hash.update(`${name}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Runs a step and shows that it still works: a line at the start, one when it ends, a count on a terminal. */
async function run(title, program, args) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(1);
  const terminal = process.stderr.isTTY;
  process.stderr.write(terminal ? `${title} …` : `${title} …\n`);
  const ticking = terminal && setInterval(() => process.stderr.write(`\r${title} … ${seconds()} s `), 500);
  const child = spawn(program, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = (signal) => {
    child.kill(signal);
    process.exit(130);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  try {
    const code = await new Promise((done, fail) => child.once('error', fail).once('close', done));
    process.stderr.write(
      `${terminal ? '\r' : ''}${title}${code === 0 ? '完成' : '失败'}（${seconds()} s）\n`,
    );
    return { code, output: Buffer.concat(chunks).toString('utf8') };
  } finally {
    clearInterval(ticking);
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
