import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { ConfigError } from './config-error';

/** Settings of a process, read once at start and frozen. Every variable is explained in README.md. */
export interface AppConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Owner of the schema: migrations only. Empty: `npm start` brings its own PostgreSQL. */
  readonly databaseUrl: string | undefined;
  /** Login of the running system; by default the owner's login under the role `zhaoguan_app`. */
  readonly databaseAppUrl: string | undefined;
  /** Login of the public pages (may be a replica); by default the owner's login under `zhaoguan_public`. */
  readonly databasePublicUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly redisUrl: string | undefined;
  /** Where people reach the public site; goes into QR codes. */
  readonly publicUrl: string;
  readonly logLevel: LogLevel;
  readonly secretsFile: string | undefined;
  /** Key that signs printed papers; by default a file of its own in the data folder, which all workers share. */
  readonly signingKeyFile: string | undefined;
  /** Serve over TLS: cookies get `Secure`. */
  readonly secureCookies: boolean;
  readonly demo: boolean;
  /** Addresses or networks (CIDR) of the proxies whose `X-Forwarded-For` is believed; `loopback` is this machine. */
  readonly trustedProxies: readonly string[];
  /** Requests a minute that one address may make without signing in. */
  readonly rateLimitPerMinute: number;
  /** Whether calls from this very machine are counted as well: only when a limit was asked for by name. */
  readonly limitLoopback: boolean;
  /** Attempts to sign in a minute from one address; a whole office may stand behind one. */
  readonly loginLimitPerMinute: number;
  /** Internal addresses or networks (CIDR) to which webhooks of partner platforms may go, e.g. of 政务外网. */
  readonly exchangeNetworks: readonly string[];
  /** Where the folders of partners lie that exchange by files; none where nobody does. Read by the worker. */
  readonly exchangeFolder: string | undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Env = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError naming every variable that is wrong, in one message. */
export function loadConfig(env: Env = process.env): AppConfig {
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const raw = text(name);
    if (raw === undefined) return fallback;
    const value = Number(raw);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    problems.push(`${name} 应为 ${min} 至 ${max} 的整数，不能是“${raw}”`);
    return fallback;
  };
  const url = (name: string, schemes: readonly string[]): string | undefined => {
    const raw = text(name);
    if (raw === undefined) return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//.exec(raw)?.[1];
    if (scheme !== undefined && schemes.includes(scheme)) return raw;
    problems.push(`${name} 应以 ${schemes.map((s) => `${s}://`).join(' 或 ')} 开头`);
    return undefined;
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const raw = text(name);
    if (raw === undefined) return fallback;
    if (raw === 'true' || raw === '1') return true;
    if (raw === 'false' || raw === '0') return false;
    problems.push(`${name} 应为 true 或 false，不能是“${raw}”`);
    return fallback;
  };
  const folder = (name: string): string | undefined => {
    const raw = text(name);
    return raw === undefined ? undefined : resolve(raw);
  };
  const networks = (name: string, fallback: string): string[] => {
    const list = (text(name) ?? fallback).split(',').map((entry) => entry.trim());
    const wrong = list.filter((entry) => entry !== 'loopback' && !isNetwork(entry));
    if (wrong.length > 0)
      problems.push(`${name} 应列出 IP 地址、网段或 loopback，不能是“${wrong.join('、')}”`);
    return list;
  };

  const port = integer('PORT', 3000, 1, 65535);
  const logLevel = (text('LOG_LEVEL') ?? 'warn') as LogLevel;
  if (!LOG_LEVELS.includes(logLevel)) problems.push(`LOG_LEVEL 应为 ${LOG_LEVELS.join('、')} 之一`);
  const config: AppConfig = {
    port,
    host: text('HOST') ?? '0.0.0.0',
    dataDir: resolve(text('DATA_DIR') ?? '.data'),
    databaseUrl: url('DATABASE_URL', ['postgres', 'postgresql']),
    databaseAppUrl: url('DATABASE_APP_URL', ['postgres', 'postgresql']),
    databasePublicUrl: url('DATABASE_PUBLIC_URL', ['postgres', 'postgresql']),
    databasePoolSize: integer('DATABASE_POOL_SIZE', 10, 2, 200),
    redisUrl: url('REDIS_URL', ['redis', 'rediss']),
    publicUrl: (url('PUBLIC_URL', ['http', 'https']) ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    logLevel,
    secretsFile: text('SECRETS_FILE'),
    signingKeyFile: text('SIGNING_KEY_FILE'),
    secureCookies: flag('SECURE_COOKIES', false),
    demo: flag('DEMO', true),
    trustedProxies: networks('TRUST_PROXY', 'loopback'),
    rateLimitPerMinute: integer('RATE_LIMIT_PER_MINUTE', 600, 1, 1_000_000),
    limitLoopback: text('RATE_LIMIT_PER_MINUTE') !== undefined,
    loginLimitPerMinute: integer('LOGIN_LIMIT_PER_MINUTE', 120, 1, 1_000_000),
    exchangeFolder: folder('EXCHANGE_FOLDER'),
    exchangeNetworks: text('EXCHANGE_NETWORKS') === undefined ? [] : networks('EXCHANGE_NETWORKS', ''),
  };
  if (problems.length > 0) {
    throw new ConfigError(`下列设置不能使用，请改正后重新启动：\n  - ${problems.join('\n  - ')}`);
  }
  return Object.freeze(config);
}

/** An address, or an address and a prefix length, e.g. `10.0.0.0/8`. */
function isNetwork(entry: string): boolean {
  const [address = '', length, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}
