export * from './types';
export { DrawError, type Difference, type DrawErrorCode } from './draw.errors';
export type { Hash } from './hash';
export { portableSm3 } from './sm3';
export { jcs } from './jcs';
export { parseJson } from './parse-json';
export {
  announcementDigest,
  commitment,
  conflictsDigest,
  drawSeed,
  inspectorsDigest,
  targetsDigest,
} from './digests';
export { computeDraw, drawSteps, sampleSize } from './draw';
export { pickReplacement, type ReplacementInput } from './replacement';
export { pickStandIn, type StandInInput } from './stand-in';
export type { Replacement, StandIn } from './standing';
export { CHECKS, verifyBundle, verifySteps, type Check, type CheckName, type Verification } from './verify';
export {
  beaconNote,
  beaconTiming,
  faultOfRound,
  firstIssueAfter,
  isDue,
  knownAt,
  minuteInBeijing,
  notBefore,
  spanOfRound,
  type BeaconTiming,
  type Foreknowledge,
  type RoundSpan,
} from './beacon-schedule';
export {
  faultInWriting,
  isCanonicalBeaconValue,
  parseBeacon,
  parseBeaconValue,
  poolsOf,
  type BeaconPart,
  type Parsed,
  type Pool,
} from './beacon';
