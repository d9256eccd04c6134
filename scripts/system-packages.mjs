/**
 * Programs the tests need that npm cannot bring: Chromium with Chinese glyphs (browser tier), Redis (queues) and Poppler,
 * which reads the printed PDFs again.
 * On Debian as root they are installed; elsewhere this says what to install and fails when one is really missing.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { helpOf } from './support/help.mjs';

const FONT_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/Library/Fonts',
  '/System/Library/Fonts',
];
const CHINESE_FONT = /(noto.*(cjk|sc|hans)|sourcehan|wqy|wenquanyi|pingfang|hiragino.*gb|stheiti)/i;

const NEEDED = [
  { debian: 'chromium-headless-shell', what: 'Chromium', found: findChromium },
  { debian: 'fonts-noto-cjk', what: '中文字体 / a Chinese font', found: findChineseFont },
  { debian: 'redis-server', what: 'Redis 7', found: findRedis },
  { debian: 'poppler-utils', what: 'pdftotext', found: () => findInPath(['pdftotext']) },
];

/** Path of a Chromium, or undefined: the one without windows first, which spends a third less on the same pages. */
export function findChromium() {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable'];
  return findInPath([...names, 'google-chrome']);
}

/** Path of redis-server, or undefined. */
export function findRedis() {
  return findInPath(['redis-server']);
}

function findChineseFont() {
  return FONT_FOLDERS.filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { recursive: true }))
    .find((name) => CHINESE_FONT.test(name));
}

function findInPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns what is still missing after trying to install it, as `{ debian, what }` */
export function ensureSystemPackages() {
  const missing = NEEDED.filter(({ found }) => !found());
  if (missing.length === 0) return [];
  const names = missing.map(({ debian }) => debian);
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stderr.write(`安装系统软件包 ${names.join(' ')} …\n`);
    withoutServices(() => install(names));
  }
  return missing.filter(({ found }) => !found());
}

/** Debian starts a daemon it has just installed, unless policy-rc.d says no: the tests start their own Redis. */
function withoutServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !existsSync(policy);
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}

function install(names) {
  const options = ['-y', '-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const update = apt([...options, 'update']);
    const result =
      update.status === 0 ? apt([...options, 'install', '--no-install-recommends', ...names]) : update;
    if (result.status === 0) return;
    process.stderr.write(`${result.stderr}\n`);
  }
}

function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
}

/** What a person has to do about it. */
export function explainMissing(missing) {
  const lines = missing.map(({ debian, what }) => `  ${what}（Debian/Ubuntu: apt-get install ${debian}）`);
  return ['缺少测试所需的系统软件，请安装后重试 / please install:', ...lines].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  helpOf('system-packages');
  const missing = ensureSystemPackages();
  if (missing.length > 0) {
    process.stderr.write(`${explainMissing(missing)}\n`);
    process.exit(1);
  }
}
