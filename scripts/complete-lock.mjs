/**
 * Adds to package-lock.json what npm leaves out when a registry does not (yet) serve the binaries of other platforms.
 * Without these entries `npm ci` refuses the lock file ("Missing: … from lock file"). Run after each `npm install`.
 * `--check` changes nothing and fails when an entry is missing or a registry's address got into the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { helpOf } from './support/help.mjs';

const LOCK = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'openharmony',
];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

/** Whether a package finds another in the lock, looking in its own folder first and then upwards, as Node does. */
function finds(packages, from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
    if (!base.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`]);
  }
}

/** Names carry their platform: `binding-linux-arm64-musl`, `core-win32-x64-msvc`. */
export function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const system = words.find((word) => SYSTEMS.includes(word));
  const processor = words.find((word) => PROCESSORS.includes(word));
  if (!system || !processor) return undefined;
  const platform = { cpu: [processor], os: [system === 'windows' ? 'win32' : system] };
  if (system !== 'linux') return platform;
  return { ...platform, libc: [words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc'] };
}

/** The entries that are missing, by their key in `packages`. */
export function missingEntries(packages) {
  const missing = {};
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (finds(packages, from, name)) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d+\.\d+\.\d+/.test(version.replace(/^\^/, ''))) {
        throw new Error(
          `${name}@${version}, wanted by ${from}, is missing and names no platform or no version`,
        );
      }
      missing[`node_modules/${name}`] = {
        version: version.replace(/^\^/, ''),
        cpu: platform.cpu,
        ...(entry.dev ? { dev: true } : {}),
        ...(platform.libc ? { libc: platform.libc } : {}),
        optional: true,
        os: platform.os,
      };
    }
  }
  return missing;
}

function addresses(packages) {
  return Object.entries(packages).flatMap(([key, { resolved }]) => (resolved ? [`${key}: ${resolved}`] : []));
}

function main(check) {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  const missing = missingEntries(lock.packages);
  const names = Object.keys(missing);
  if (check) {
    const faults = [
      ...names.map((name) => `missing: ${name}`),
      ...addresses(lock.packages).map((at) => `address: ${at}`),
    ];
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) console.error('package-lock.json: run `node scripts/complete-lock.mjs`');
    process.exit(faults.length > 0 ? 1 : 0);
  }
  for (const entry of Object.values(lock.packages)) delete entry.resolved;
  const all = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  console.error(`package-lock.json: ${names.length} entries added`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  helpOf('complete-lock');
  main(process.argv.includes('--check'));
}
