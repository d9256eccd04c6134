import { DrawError, malformed, malformedAs, show } from './draw.errors';
import { isObject, isWellFormed, jcs } from './jcs';
import type { Announcement, Conflict, Demand, Inspector, Stratum } from './types';
import { DRAW_SPEC } from './types';

const ID = /^[A-Za-z0-9._-]{1,64}$/;
/** How a refusal describes an id. */
export const ID_WORDS = '1 至 64 位的编号（A-Z a-z 0-9 . _ -）';
const NONCE = /^[0-9a-f]{64}$/;
const MAX_BASIS_POINTS = 10_000;

/** Compares strings of ASCII ids byte by byte. */
export function ascending(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

export function readObject(value: unknown, path: string): Record<string, unknown> {
  if (!isObject(value)) throw malformed(path, '对象', value);
  return value;
}

function readArray(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(path, '数组', value);
  return value;
}

function readId(value: unknown, path: string): string {
  if (!isId(value)) throw malformed(path, ID_WORDS, value);
  return value;
}

function readText(value: unknown, path: string): string {
  if (typeof value !== 'string' || !isWellFormed(value))
    throw malformed(path, '合规的 Unicode 字符串', value);
  return value;
}

function readInteger(value: unknown, path: string, from: number, to = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < from || value > to) {
    throw malformed(path, `${from} 至 ${to} 的整数`, value);
  }
  return value;
}

function requireUnique(ids: readonly string[], path: string): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw malformed(path, '不重复的编号', id);
    seen.add(id);
  }
}

/** An announcement and its canonical bytes, which also cover the members this version does not know. */
export interface ReadAnnouncement extends Announcement {
  readonly canonical: Uint8Array;
}

/** @throws DrawError UNKNOWN_SPEC before anything else, then MALFORMED */
export function readAnnouncement(value: unknown): ReadAnnouncement {
  const source = readObject(value, 'announcement');
  if (source['spec'] !== DRAW_SPEC) {
    const found = show(source['spec']);
    throw new DrawError('UNKNOWN_SPEC', [], { path: 'announcement.spec', expected: DRAW_SPEC, found });
  }
  const text = (name: string): string => readText(source[name], `announcement.${name}`);
  const beacon = readObject(source['beacon'], 'announcement.beacon');
  return {
    spec: DRAW_SPEC,
    drawId: text('drawId'),
    title: text('title'),
    announcedAt: text('announcedAt'),
    commitment: text('commitment'),
    beacon: {
      source: readText(beacon['source'], 'announcement.beacon.source'),
      round: readText(beacon['round'], 'announcement.beacon.round'),
    },
    strata: readStrata(source['strata']),
    demands: readDemands(source['demands']),
    maxLoad: readInteger(source['maxLoad'], 'announcement.maxLoad', 1),
    targetsDigest: text('targetsDigest'),
    inspectorsDigest: text('inspectorsDigest'),
    conflictsDigest: text('conflictsDigest'),
    canonical: jcs(source, 'announcement'),
  };
}

function readStrata(value: unknown): Stratum[] {
  const strata = readArray(value, 'announcement.strata').map((item, i) => {
    const path = `announcement.strata[${i}]`;
    const source = readObject(item, path);
    return {
      key: readId(source['key'], `${path}.key`),
      basisPoints: readInteger(source['basisPoints'], `${path}.basisPoints`, 0, MAX_BASIS_POINTS),
      minimum: readInteger(source['minimum'], `${path}.minimum`, 0),
    };
  });
  requireUnique(
    strata.map((stratum) => stratum.key),
    'announcement.strata',
  );
  return strata;
}

function readDemands(value: unknown): Demand[] {
  const demands = readArray(value, 'announcement.demands').map((item, i) => {
    const path = `announcement.demands[${i}]`;
    const source = readObject(item, path);
    return {
      department: readId(source['department'], `${path}.department`),
      inspectors: readInteger(source['inspectors'], `${path}.inspectors`, 1),
    };
  });
  requireUnique(
    demands.map((demand) => demand.department),
    'announcement.demands',
  );
  return demands;
}

/** Inspectors ascending by id, each with its districts ascending. */
export function readInspectors(value: unknown): Inspector[] {
  const inspectors = readArray(value, 'inspectors').map((item, i) => {
    const path = `inspectors[${i}]`;
    const source = readObject(item, path);
    return {
      id: readId(source['id'], `${path}.id`),
      department: readId(source['department'], `${path}.department`),
      districts: readDistricts(source['districts'], `${path}.districts`),
    };
  });
  requireUnique(
    inspectors.map((inspector) => inspector.id),
    'inspectors',
  );
  return inspectors.sort((a, b) => ascending(a.id, b.id));
}

function readDistricts(value: unknown, path: string): string[] {
  const districts = readArray(value, path);
  if (districts.length === 1 && districts[0] === '*') return ['*'];
  return districts.map((district, i) => readId(district, `${path}[${i}]`)).sort(ascending);
}

/** Conflicts ascending by inspector, then target. Ids nobody else uses, and repetitions, do no harm. */
export function readConflicts(value: unknown): Conflict[] {
  return readArray(value, 'conflicts')
    .map((item, i) => {
      const path = `conflicts[${i}]`;
      const source = readObject(item, path);
      return {
        inspector: readId(source['inspector'], `${path}.inspector`),
        target: readId(source['target'], `${path}.target`),
      };
    })
    .sort((a, b) => ascending(a.inspector, b.inspector) || ascending(a.target, b.target));
}

export function readNonce(value: unknown): string {
  if (typeof value !== 'string' || !NONCE.test(value)) {
    // The nonce itself is a secret until the opening, so a message never quotes it.
    throw malformedAs('nonce', '64 位小写十六进制', typeof value === 'string' ? '其他文本' : show(value));
  }
  return value;
}

export function readBeaconValue(value: unknown): string {
  return readText(value, 'beaconValue');
}
