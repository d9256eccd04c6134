const SECRET_NAME = /PASSWORD|SECRET|KEY|TOKEN|_URL$/;
/** Runs once and ends. */
const ONE_SHOT = new Set(['migrate']);
const PUBLIC_SERVICES = new Set(['web']);

/**
 * No password with a default, every secret from a file and declared, a health check on everything that serves, Redis that
 * throws nothing away, nothing but the web reachable from outside, and the visitor's address taken from the web alone.
 * @returns what is wrong, a line each
 */
export function faultsOfCompose(compose) {
  return [...faultsOf(compose), ...faultsOfProxies(compose)];
}

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

/** nginx calls from the network `inside`: whoever does not believe it counts all visitors as one. */
function* faultsOfProxies({ services, networks }) {
  const subnets = (name) => (networks?.[name]?.ipam?.config ?? []).map(({ subnet }) => byDefault(subnet));
  const [inside] = subnets('inside');
  if (inside === undefined) yield 'network inside: no subnet, so TRUST_PROXY cannot name it';
  for (const name of ['api', 'portal']) {
    const trusted = byDefault(services[name]?.environment?.TRUST_PROXY ?? '').split(',');
    for (const network of [...subnets('inside'), ...subnets('outside')]) {
      if (!trusted.includes(network)) yield `${name}: TRUST_PROXY does not hold ${network}`;
    }
  }
}

/** `${NAME:-value}` → value */
function byDefault(text) {
  return String(text).replace(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1');
}
