import { digestOfConflicts, digestOfInspectors, digestOfTargets } from './digests';
import { DrawError, type DrawErrorCode } from './draw.errors';
import { fromHex, taggedHash, toHex, type Hash } from './hash';
import {
  readAnnouncement,
  readBeaconValue,
  readConflicts,
  readInspectors,
  readNonce,
  readObject,
  type ReadAnnouncement,
} from './read-input';
import { readTargets, type TargetTable } from './target-table';
import type { Conflict, Inspector } from './types';

/** Everything that goes into a draw, after step 1 found nothing wrong with it. */
export interface CheckedInput {
  readonly announcement: ReadAnnouncement;
  readonly targets: TargetTable;
  /** Row of `targets` → index into the announcement's strata. */
  readonly stratumOf: Uint32Array;
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  readonly nonce: Uint8Array;
  readonly beaconValue: string;
}

/**
 * Step 1: nothing is taken from the input on trust.
 * @throws DrawError UNKNOWN_SPEC, MALFORMED, COMMITMENT_MISMATCH, DIGEST_MISMATCH, UNKNOWN_STRATUM, in this order
 */
export function checkInput(input: unknown, hash: Hash): CheckedInput {
  const source = readObject(input, 'bundle');
  const announcement = readAnnouncement(source['announcement']);
  const nonce = fromHex(readNonce(source['nonce']));
  const beaconValue = readBeaconValue(source['beaconValue']);
  const inspectors = readInspectors(source['inspectors']);
  const conflicts = readConflicts(source['conflicts']);
  const targets = readTargets(source['targets']);

  const match = (code: DrawErrorCode, member: Sealed, found: string): void => {
    if (announcement[member] === found) return;
    throw new DrawError(code, [], { path: `announcement.${member}`, expected: announcement[member], found });
  };
  match('COMMITMENT_MISMATCH', 'commitment', toHex(taggedHash(hash, 'commitment', nonce)));
  match('DIGEST_MISMATCH', 'targetsDigest', digestOfTargets(targets, hash));
  match('DIGEST_MISMATCH', 'inspectorsDigest', digestOfInspectors(inspectors, nonce, hash));
  match('DIGEST_MISMATCH', 'conflictsDigest', digestOfConflicts(conflicts, nonce, hash));

  const stratumOf = strataByRow(targets, announcement);
  return { announcement, targets, stratumOf, inspectors, conflicts, nonce, beaconValue };
}

/** What of the announcement seals an input. */
type Sealed = 'commitment' | 'targetsDigest' | 'inspectorsDigest' | 'conflictsDigest';

function strataByRow(targets: TargetTable, announcement: ReadAnnouncement): Uint32Array {
  const keys = announcement.strata.map((stratum) => stratum.key);
  const places = targets.strata.map((name) => {
    const place = keys.indexOf(name);
    if (place >= 0) return place;
    const path = 'targets[].stratum';
    throw new DrawError('UNKNOWN_STRATUM', [], { path, expected: keys.join(', '), found: name });
  });
  return targets.stratumOf.map((number) => places[number]!);
}
