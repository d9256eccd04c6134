/**
 * Proves that every rule of .dependency-cruiser.cjs fires, and fires only where it should.
 * Each rule has a fixture of its name: a small tree in which the files called `offending*` (or listed in OFFENDERS, where the rule is
 * about one fixed file name) break that rule and no other, and all other files break none.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';

const FIXTURES = fileURLToPath(new URL('../test/drift/fixtures/dependency-rules/', import.meta.url));
const ROOTS = ['apps', 'libs', 'migrations', 'test'];
const OFFENDERS = { 'kernel-rng-needs-crypto-only': ['libs/kernel/src/rng.ts'] };

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

async function faultsOf({ name, comment }) {
  if (!comment?.trim()) return ['has no comment that says why'];
  const root = join(FIXTURES, name);
  if (!existsSync(root)) return ['has no fixture'];
  const expected = offenders(name, root).map((file) => `${name}: ${file}`);
  const reported = (await violations(root)).flatMap(({ rule, from, cycle }) =>
    // A cycle is reported once, but each of its files is part of it.
    (cycle?.map((step) => step.name) ?? [from]).map((file) => `${rule.name}: ${file}`),
  );
  return [
    ...(expected.length === 0 ? ['has a fixture without an offending file'] : []),
    ...expected.filter((line) => !reported.includes(line)).map((line) => `should be reported: ${line}`),
    ...reported.filter((line) => !expected.includes(line)).map((line) => `should not be reported: ${line}`),
  ];
}

function offenders(name, root) {
  return (
    OFFENDERS[name] ??
    readdirSync(root, { recursive: true }).filter((file) => basename(file).startsWith('offending'))
  );
}

async function violations(baseDir) {
  // The fixtures import by relative path, so they need no aliases; the project's own cruise reads them from tsconfig.json.
  const { exclude: _exclude, tsConfig: _tsConfig, ...rest } = options;
  const roots = ROOTS.filter((root) => existsSync(join(baseDir, root)));
  const { output } = await cruise(roots, { ...rest, baseDir, ruleSet: { forbidden }, validate: true });
  return output.summary.violations;
}

const known = forbidden.map((rule) => rule.name);
const faults = readdirSync(FIXTURES)
  .filter((fixture) => !known.includes(fixture))
  .map((fixture) => `${fixture}: a fixture without a rule`);
for (const rule of forbidden) {
  // One after the other: the cruiser keeps caches that are not meant for two roots at once.
  for (const fault of await faultsOf(rule)) faults.push(`${rule.name} ${fault}`);
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${forbidden.length} dependency rules, each proven by its fixture`);
