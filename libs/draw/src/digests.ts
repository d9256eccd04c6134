import { fromHex, taggedHash, toHex, utf8, type Hash } from './hash';
import { readAnnouncement, readBeaconValue, readConflicts, readInspectors, readNonce } from './read-input';
import { readTargets, type TargetTable } from './target-table';
import type { Conflict, Inspector, Target } from './types';

/** 承诺: H("commitment", nonce), hex; published while the nonce is still a secret. */
export function commitment(nonce: string, hash: Hash): string {
  return toHex(taggedHash(hash, 'commitment', fromHex(readNonce(nonce))));
}

/** 公告摘要: SM3 of the canonical announcement, hex; what a visitor compares with the one published before the draw. */
export function announcementDigest(announcement: unknown, hash: Hash): string {
  return toHex(hash(readAnnouncement(announcement).canonical));
}

/** 种子: H("seed", SM3(JCS(announcement)), nonce, beaconValue), hex. It decides everything: a secret until the opening. */
export function drawSeed(announcement: unknown, nonce: string, beaconValue: string, hash: Hash): string {
  const { canonical } = readAnnouncement(announcement);
  return toHex(seedOf(canonical, fromHex(readNonce(nonce)), readBeaconValue(beaconValue), hash));
}

export function seedOf(
  canonical: Uint8Array,
  nonce: Uint8Array,
  beaconValue: string,
  hash: Hash,
): Uint8Array {
  return taggedHash(hash, 'seed', hash(canonical), nonce, utf8(beaconValue));
}

/** SM3 of the target lines, hex. Not keyed: the list is public. Takes objects or canonical lines in any order. */
export function targetsDigest(targets: readonly Target[] | Uint8Array, hash: Hash): string {
  return digestOfTargets(readTargets(targets), hash);
}

/** Keyed by the nonce: the list is so short that a plain hash could be guessed by trying. */
export function inspectorsDigest(inspectors: readonly Inspector[], nonce: string, hash: Hash): string {
  return digestOfInspectors(readInspectors(inspectors), fromHex(readNonce(nonce)), hash);
}

/** Keyed by the nonce, for the same reason. */
export function conflictsDigest(conflicts: readonly Conflict[], nonce: string, hash: Hash): string {
  return digestOfConflicts(readConflicts(conflicts), fromHex(readNonce(nonce)), hash);
}

export function digestOfTargets(table: TargetTable, hash: Hash): string {
  return toHex(hash(table.lines));
}

/** The inspectors as readInspectors gives them, in order. */
export function digestOfInspectors(inspectors: readonly Inspector[], nonce: Uint8Array, hash: Hash): string {
  const lines = inspectors.map(({ id, department, districts }) => [id, department, districts.join(',')]);
  return toHex(taggedHash(hash, 'inspectors', nonce, toLines(lines)));
}

/** The conflicts as readConflicts gives them, in order. */
export function digestOfConflicts(conflicts: readonly Conflict[], nonce: Uint8Array, hash: Hash): string {
  return toHex(
    taggedHash(
      hash,
      'conflicts',
      nonce,
      toLines(conflicts.map(({ inspector, target }) => [inspector, target])),
    ),
  );
}

/** Fields joined by TAB, each line ended by LF. */
export function toLines(rows: readonly (readonly string[])[]): Uint8Array {
  return utf8(rows.map((fields) => `${fields.join('\t')}\n`).join(''));
}
