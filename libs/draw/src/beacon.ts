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

const ISSUE = /^[0-9]{4}(?!000)[0-9]{3}$/;
const DRAND_ROUND = /^[1-9][0-9]{0,15}$/;
const RANDOMNESS = /^[0-9a-f]{64}$/;

interface Source {
  readonly round: RegExp;
  readonly roundHint: string;
  readonly parse: PartParser;
}

const SOURCES = new Map<string, Source>([
  ['fucai-ssq', { round: ISSUE, roundHint: '双色球期号为七位数字，如 2026135', parse: parseSsq }],
  ['fucai-kl8', { round: ISSUE, roundHint: '快乐8期号为七位数字，如 2026301', parse: parseKl8 }],
  ['drand', { round: DRAND_ROUND, roundHint: 'drand 轮次为不带前导零的正整数', parse: parseDrand }],
]);

/** Whether an announcement's beacon names known sources and well-formed rounds: the sources with their rounds, in order. */
export function parseBeacon({ source, round }: Beacon): Parsed<readonly Beacon[]> {
  const sources = source.split('+');
  const rounds = round.split('+');
  if (sources.length !== rounds.length) {
    return refuse(`信标来源有 ${sources.length} 个，期号（轮次）却有 ${rounds.length} 个`);
  }
  const parts: Beacon[] = [];
  for (const [i, name] of sources.entries()) {
    const known = SOURCES.get(name);
    if (!known) return refuse(`不认识的信标来源“${name}”`);
    if (!known.round.test(rounds[i]!))
      return refuse(`期号（轮次）“${rounds[i]!}”不合规范：${known.roundHint}`);
    parts.push({ source: name, round: rounds[i]! });
  }
  if (new Set(sources).size !== sources.length) return refuse('同一信标来源不能出现两次');
  return { ok: true, parts };
}

/** Takes a beacon value apart; only the one canonical spelling of the announced round is accepted. */
export function parseBeaconValue(beacon: Beacon, value: string): Parsed<readonly BeaconPart[]> {
  const announced = parseBeacon(beacon);
  if (!announced.ok) return announced;
  const values = value.split(';');
  if (values.length !== announced.parts.length) {
    return refuse(
      `公告有 ${announced.parts.length} 个信标来源，填写了 ${values.length} 个值（各值以半角分号分隔）`,
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

export function isCanonicalBeaconValue(beacon: Beacon, value: string): boolean {
  return parseBeaconValue(beacon, value).ok;
}

function refuse(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** `2026135:03,08,12,21,27,33|09` */
function parseSsq(value: string, round: string): BeaconPart | string {
  const match = /^([0-9]{7}):([0-9]{2}(?:,[0-9]{2}){5})\|([0-9]{2})$/.exec(value);
  if (!match)
    return '双色球应写作“期号:六个红球|蓝球”，号码两位、半角逗号分隔，如 2026135:03,08,12,21,27,33|09';
  const red = match[2]!.split(',').map(Number);
  const blue = Number(match[3]);
  if (match[1] !== round) return `开奖期号应为公告所定的 ${round} 期，填写的是 ${match[1]!} 期`;
  const wrong = wrongNumbers(red, 33, '红球');
  if (wrong) return wrong;
  if (blue < 1 || blue > 16) return '蓝球号码应在 01 至 16 之间';
  return { source: 'fucai-ssq', issue: round, red, blue };
}

/** `2026301:` and twenty numbers. */
function parseKl8(value: string, round: string): BeaconPart | string {
  const match = /^([0-9]{7}):([0-9]{2}(?:,[0-9]{2}){19})$/.exec(value);
  if (!match) return '快乐8应写作“期号:二十个号码”，号码两位、半角逗号分隔';
  const numbers = match[2]!.split(',').map(Number);
  if (match[1] !== round) return `开奖期号应为公告所定的 ${round} 期，填写的是 ${match[1]!} 期`;
  return wrongNumbers(numbers, 80, '') ?? { source: 'fucai-kl8', issue: round, numbers };
}

function parseDrand(value: string, round: string): BeaconPart | string {
  if (!RANDOMNESS.test(value)) return 'drand 随机值应为 64 位小写十六进制';
  return { source: 'drand', round, randomness: value };
}

function wrongNumbers(numbers: readonly number[], highest: number, kind: string): string | undefined {
  if (numbers.some((number) => number < 1 || number > highest)) {
    return `${kind}号码应在 01 至 ${highest} 之间`;
  }
  const ascending = numbers.every((number, i) => i === 0 || numbers[i - 1]! < number);
  return ascending ? undefined : `${kind}号码应由小到大排列，且不得重复`;
}
