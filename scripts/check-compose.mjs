/**
 * What docker-compose.yml must never lose: no password with a default, every secret from a file and declared, a health
 * check on everything that serves, Redis that throws nothing away, nothing but the web reachable from outside.
 * Where docker-compose is installed, its own opinion of the file counts as well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './ensure.mjs';

const FILE = 'docker-compose.yml';
const SECRET_NAME = /PASSWORD|SECRET|KEY|TOKEN|_URL$/;
/** Runs once and ends. */
const ONE_SHOT = new Set(['migrate']);
const PUBLIC_SERVICES = new Set(['web']);

function* faultsOf(compose) {
  const declared = new Set(Object.keys(compose.secrets ?? {}));
  for (const [name, { file }] of Object.entries(compose.secrets ?? {})) {
    if (!file?.startsWith('./deploy/secrets/')) yield `secret ${name} must be a file below deploy/secrets/`;
  }
  for (const [name, service] of Object.entries(compose.services)) {
    yield* faultsOfSecrets(name, service, declared);
    if (!service.healthcheck && !ONE_SHOT.has(name)) yield `${name}: no healthcheck`;
    if (service.ports && !PUBLIC_SERVICES.has(name)) yield `${name}: opens a port to the outside`;
    if (!service.build && !/:[^:]*\d/.test(service.image))
      yield `${name}: image ${service.image} names no version`;
    for (const other of Object.keys(service.depends_on ?? {})) {
      if (!compose.services[other]) yield `${name}: waits for ${other}, which does not exist`;
    }
  }
  for (const name of ['api', 'worker', 'portal', 'migrate', 'web', 'postgres', 'redis']) {
    if (!compose.services[name]) yield `service ${name} is missing`;
  }
  const redis = JSON.stringify(compose.services.redis ?? {});
  for (const setting of ['maxmemory-policy noeviction', 'appendonly yes', 'requirepass']) {
    if (!redis.includes(setting)) yield `redis: ${setting} is missing`;
  }
}

function* faultsOfSecrets(name, service, declared) {
  const given = new Set(service.secrets ?? []);
  for (const secret of given) if (!declared.has(secret)) yield `${name}: secret ${secret} is not declared`;
  for (const [variable, value] of Object.entries(service.environment ?? {})) {
    if (variable.endsWith('_FILE')) {
      const secret = String(value).replace('/run/secrets/', '');
      if (!given.has(secret)) yield `${name}: ${variable} reads ${secret}, which the service does not get`;
    } else if (SECRET_NAME.test(variable) && variable !== 'PUBLIC_URL') {
      yield `${name}: ${variable} must come from a file (${variable}_FILE)`;
    }
  }
}

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
const faults = [...faultsOf(compose)];
for (const { build } of Object.values(compose.services)) {
  if (build && !existsSync(join(ROOT, build.dockerfile))) faults.push(`${build.dockerfile} is missing`);
}
const opinion = opinionOfCompose();
if (opinion !== undefined) faults.push(opinion);
for (const fault of faults) console.error(`${FILE}: ${fault}`);
process.exit(faults.length > 0 ? 1 : 0);
