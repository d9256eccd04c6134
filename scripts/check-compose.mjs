/** What docker-compose.yml must never lose; where docker-compose is installed, its own opinion counts as well. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './ensure.mjs';
import { faultsOfCompose } from './support/compose.mjs';

const FILE = 'docker-compose.yml';
/** Undefined where docker-compose is not installed. */
function opinionOfCompose() {
  const env = { ...process.env, PUBLIC_URL: 'https://example.invalid' };
  const candidates = [
    ['docker-compose', ['-f', FILE, 'config', '-q']],
    ['docker', ['compose', '-f', FILE, 'config', '-q']],
  ];
  for (const [program, args] of candidates) {
    const version = spawnSync(program, args[0] === 'compose' ? ['compose', 'version'] : ['version'], { env });
    if (version.status !== 0) continue;
    const { status, stderr } = spawnSync(program, args, { cwd: ROOT, env, encoding: 'utf8' });
    return status === 0 ? undefined : stderr.trim();
  }
  return undefined;
}

const compose = parse(readFileSync(join(ROOT, FILE), 'utf8'), { merge: true });
const faults = faultsOfCompose(compose);
for (const { build } of Object.values(compose.services)) {
  if (build && !existsSync(join(ROOT, build.dockerfile))) faults.push(`${build.dockerfile} is missing`);
}
const opinion = opinionOfCompose();
if (opinion !== undefined) faults.push(opinion);
for (const fault of faults) console.error(`${FILE}: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
