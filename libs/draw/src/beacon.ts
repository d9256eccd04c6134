import type { Beacon } from './types';

/** The value of one source, taken apart. */
export type BeaconPart =
  | {
      readonly source: 'fucai-ssq';
      readonly issue: string;
      readonly red: readonly number[];
      readonly blue: number;
    }
  | { readonly source: 'fucai-kl8'; readonly issue: string; readonly numbers: readonly number[] }
  | { readonly source: 'drand'; readonly round: string; readonly randomness: string };

/** Either the parts in the order of the sources, or why not, in Chinese, for the official who typed the value. */
export type Parsed<T> =
  { readonly ok: true; readonly parts: T } | { readonly ok: false; readonly reason: string };

type PartParser = (value: string, round: string) => BeaconPart | string;

/** Numbers of one kind that a lottery draws: all different, from 1 to the highest. */
export interface Pool {
  readonly name: string;
  readonly highest: number;
  readonly count: number;
}

const RED: Pool = { name: '红球', highest: 33, count: 6 };
const BLUE: Pool = { name: '蓝球', highest: 16, count: 1 };
const KL8: Pool = { name: '', highest: 80, count: 20 };
const SSQ_SPELLING =
  '双色球应写作“期号:六个红球|蓝球”，号码两位、半角逗号分隔，如 2026135:03,08,12,21,27,33|09';
const KL8_SPELLING = '快乐8应写作“期号:二十个号码”，号码两位、半角逗号分隔';
const DRAND_SPELLING = 'drand 随机值应为 64 位小写十六进制';

const ISSUE = /^[0-9]{4}(?!000)[0-9]{3}$/;
const DRAND_ROUND = /^[1-9][0-9]{0,15}$/;
const RANDOMNESS = /^[0-9a-f]{64}$/;

interface Source {
  readonly round: RegExp;
  readonly roundHint: string;
  readonly parse: PartParser;
  /** In the order in which they are written; empty where the value is no numbers of a lottery. */
  readonly pools: readonly Pool[];
  readonly spelling: string;
}

const SOURCES = new Map<string, Source>([
  [
    'fucai-ssq',
    {
      round: ISSUE,
      roundHint: '双色球期号为七位数字，如 2026135',
      parse: parseSsq,
      pools: [RED, BLUE],
      spelling: SSQ_SPELLING,
    },
  ],
  [
    'fucai-kl8',
    {
      round: ISSUE,
      roundHint: '快乐8期号为七位数字，如 2026301',
      parse: parseKl8,
      pools: [KL8],
      spelling: KL8_SPELLING,
    },
  ],
  [
    'drand',
    {
      round: DRAND_ROUND,
      roundHint: 'drand 轮次为不带前导零的正整数',
      parse: parseDrand,
      pools: [],
      spelling: DRAND_SPELLING,
    },
  ],
]);

/** Whether an announcement's beacon names known sources and well-formed rounds: the sources with their rounds, in order. */
export function parseBeacon({ source, round }: Beacon): Parsed<readonly Beacon[]> {
  const sources = source.split('+');
  const rounds = round.split('+');
  if (sources.length !== rounds.length) {
    return refuse(`公开随机数的来源有 ${sources.length} 个，期号（轮次）却有 ${rounds.length} 个`);
  }
  const parts: Beacon[] = [];
  for (const [i, name] of sources.entries()) {
    const known = SOURCES.get(name);
    if (!known) return refuse(`不认识的公开随机数的来源“${name}”`);
    if (!known.round.test(rounds[i]!))
      return refuse(`期号（轮次）“${rounds[i]!}”不合规范：${known.roundHint}`);
    parts.push({ source: name, round: rounds[i]! });
  }
  if (new Set(sources).size !== sources.length) return refuse('同一公开随机数的来源不能出现两次');
  return { ok: true, parts };
}

/** What a lottery draws; empty for a source whose value is copied as it stands. */
export function poolsOf(source: string): readonly Pool[] {
  return SOURCES.get(source)?.pools ?? [];
}

/** Takes a beacon value apart; only the one canonical spelling of the announced round is accepted. */
export function parseBeaconValue(beacon: Beacon, value: string): Parsed<readonly BeaconPart[]> {
  const announced = parseBeacon(beacon);
  if (!announced.ok) return announced;
  const values = value.split(';');
  if (values.length !== announced.parts.length) {
    return refuse(
      `公告有 ${announced.parts.length} 个公开随机数的来源，填写了 ${values.length} 个值（各值以半角分号分隔）`,
    );
  }
  const parts: BeaconPart[] = [];
  for (const [i, { source, round }] of announced.parts.entries()) {
    const part = SOURCES.get(source)!.parse(values[i]!, round);
    if (typeof part === 'string') return refuse(part);
    parts.push(part);
  }
  return { ok: true, parts };
}

/**
 * What is wrong already in the value of one source that may be half written, for whoever is writing it; undefined as long
 * as it can still become right.
 */
export function faultInWriting({ source, round }: Beacon, written: string): string | undefined {
  const known = SOURCES.get(source);
  if (!known || written === '') return undefined;
  const { pools, spelling, parse } = known;
  if (pools.length === 0) return /^[0-9a-f]{0,64}$/.test(written) ? undefined : spelling;
  const [, issue = '', numbers] = /^([0-9]{1,7})(?::([0-9,|]*))?$/.exec(written) ?? [];
  if (issue === '') return spelling;
  if (numbers === undefined) return round.startsWith(issue) ? undefined : wrongIssue(round, issue);
  if (issue !== round) return wrongIssue(round, issue);
  const groups = numbers.split('|');
  if (groups.length > pools.length) return spelling;
  const faults = groups.map((group, i) => faultInGroup(pools[i]!, group) ?? '');
  if (faults.includes(MISSPELT)) return spelling;
  const fault = faults.find((one) => one !== '');
  if (fault !== undefined) return fault;
  const isComplete = groups.length === pools.length && groups.every((group, i) => isFull(pools[i]!, group));
  const part = isComplete ? parse(written, round) : undefined;
  return typeof part === 'string' ? part : undefined;
}

const MISSPELT = 'misspelt';

/** The last number of a group may still lack a digit; all others are whole. */
function faultInGroup(pool: Pool, group: string): string | undefined {
  const tokens = group === '' ? [] : group.split(',');
  const last = tokens.at(-1) ?? '';
  const whole = last.length === 2 ? tokens : tokens.slice(0, -1);
  if (last.length > 2 || whole.some((token) => token.length !== 2)) return MISSPELT;
  if (tokens.length > pool.count) return MISSPELT;
  return wrongNumbers(whole.map(Number), pool);
}

function isFull({ count }: Pool, group: string): boolean {
  return group.length === 3 * count - 1;
}

export function isCanonicalBeaconValue(beacon: Beacon, value: string): boolean {
  return parseBeaconValue(beacon, value).ok;
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** `2026135:03,08,12,21,27,33|09` */
function parseSsq(value: string, round: string): BeaconPart | string {
  const match = /^([0-9]{7}):([0-9]{2}(?:,[0-9]{2}){5})\|([0-9]{2})$/.exec(value);
  if (!match) return SSQ_SPELLING;
  const red = match[2]!.split(',').map(Number);
  const blue = Number(match[3]);
  if (match[1] !== round) return wrongIssue(round, match[1]!);
  const wrong = wrongNumbers(red, RED) ?? wrongNumbers([blue], BLUE);
  if (wrong) return wrong;
  return { source: 'fucai-ssq', issue: round, red, blue };
}

/** `2026301:` and twenty numbers. */
function parseKl8(value: string, round: string): BeaconPart | string {
  const match = /^([0-9]{7}):([0-9]{2}(?:,[0-9]{2}){19})$/.exec(value);
  if (!match) return KL8_SPELLING;
  const numbers = match[2]!.split(',').map(Number);
  if (match[1] !== round) return wrongIssue(round, match[1]!);
  return wrongNumbers(numbers, KL8) ?? { source: 'fucai-kl8', issue: round, numbers };
}

function parseDrand(value: string, round: string): BeaconPart | string {
  if (!RANDOMNESS.test(value)) return DRAND_SPELLING;
  return { source: 'drand', round, randomness: value };
}

function wrongIssue(round: string, written: string): string {
  return `开奖期号应为公告所定的 ${round} 期，填写的是 ${written} 期`;
}

function wrongNumbers(numbers: readonly number[], { name, highest }: Pool): string | undefined {
  if (numbers.some((number) => number < 1 || number > highest)) {
    return `${name}号码应在 01 至 ${highest} 之间`;
  }
  const ascending = numbers.every((number, i) => i === 0 || numbers[i - 1]! < number);
  return ascending ? undefined : `${name}号码应由小到大排列，且不得重复`;
}
