import type { BeaconSource } from '@zhaoguan/contracts';
import { poolsOf } from '@zhaoguan/draw';
import type { Beacon } from './queries';

/**
 * The spelling of beacon values (docs/spec/draw.md, DR-21), to and from the numbers that somebody picks. Here a
 * value may be half written; what is right is for libs/draw to say, as on the server.
 */
export interface BeaconPart {
  readonly source: string;
  readonly round: string;
}

/** The sources of an announcement with their rounds, in its order. */
export function partsOf({ source, round }: Beacon): readonly BeaconPart[] {
  const rounds = round.split('+');
  return source.split('+').map((name, i) => ({ source: name, round: rounds[i] ?? '' }));
}

/** One announcement of several sources. */
export function joinParts(parts: readonly BeaconPart[]): Beacon {
  return {
    source: parts.map(({ source }) => source).join('+'),
    round: parts.map(({ round }) => round.trim()).join('+'),
  };
}

const SPELLINGS: Readonly<Record<BeaconSource, string>> = {
  'fucai-ssq':
    '期号、冒号、六个红球由小到大、竖线、蓝球；号码写两位，用半角逗号分隔：例如 2026001:01,02,03,04,05,06|07',
  'fucai-kl8': '期号、冒号、二十个号码由小到大；号码写两位，用半角逗号分隔',
  drand: '该轮的 randomness：64 位小写十六进制，不含期号',
};

/** How the value of a source is written, for people. */
export function spellingOf(source: string): string {
  return SPELLINGS[source as BeaconSource] ?? '按公告所定的写法';
}

/** The values of the sources within the value of an announcement. */
export function splitValue(value: string, count: number): readonly string[] {
  const values = value.split(';');
  return Array.from({ length: count }, (_, i) => values[i] ?? '');
}

export function joinValues(values: readonly string[]): string {
  return values.every((value) => value === '') ? '' : values.join(';');
}

/** The numbers that stand in a value, pool by pool, as far as it is written. */
export function readNumbers(source: string, value: string): readonly (readonly number[])[] {
  const [, numbers = ''] = value.split(':');
  const written = numbers.split('|');
  return poolsOf(source).map(({ highest }, i) =>
    [...(written[i] ?? '').matchAll(/\d+/g)]
      .map(([digits]) => Number(digits))
      .filter((number) => number >= 1 && number <= highest),
  );
}

/** The one spelling of these numbers; empty when nothing is picked. */
export function writeNumbers(round: string, picked: readonly (readonly number[])[]): string {
  if (picked.every((numbers) => numbers.length === 0)) return '';
  const pools = picked.map((numbers) =>
    numbers
      .toSorted((a, b) => a - b)
      .map(twoDigits)
      .join(','),
  );
  return `${round}:${pools.join('|')}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
