/** The only version of the draw there is; see docs/spec/draw.md. */
export const DRAW_SPEC = 'zhaoguan-draw-v1';

/** 公开随机数（信标）: a public value that nobody knows when the draw is announced, e.g. a lottery issue. */
export interface Beacon {
  /** `fucai-ssq`, `fucai-kl8`, `drand`, or several joined by `+`. */
  readonly source: string;
  /** Issue or round number; several joined by `+`, in the order of the sources. */
  readonly round: string;
}

/** One class of targets with its own sampling ratio, as a rule one credit grade. */
export interface Stratum {
  readonly key: string;
  /** Sampling ratio (抽查比例) in 1/10000, 0 to 10000. */
  readonly basisPoints: number;
  /** At least so many targets are taken, as far as the stratum has them. */
  readonly minimum: number;
}

/** How many inspectors a department sends to each target; two demands make a joint inspection (部门联合抽查). */
export interface Demand {
  readonly department: string;
  readonly inspectors: number;
}

/** 抽取公告: published before the beacon value exists. Further members may be present; the digest covers them. */
export interface Announcement {
  readonly spec: string;
  readonly drawId: string;
  readonly title: string;
  readonly announcedAt: string;
  readonly commitment: string;
  readonly beacon: Beacon;
  readonly strata: readonly Stratum[];
  readonly demands: readonly Demand[];
  /** The most targets one inspector may be given in this draw. */
  readonly maxLoad: number;
  readonly targetsDigest: string;
  readonly inspectorsDigest: string;
  readonly conflictsDigest: string;
}

/** 检查对象: an institution in the hat. */
export interface Target {
  readonly id: string;
  readonly stratum: string;
  readonly district: string;
}

/** 执法检查人员. In a public bundle the id is the enforcement certificate number (执法证号). */
export interface Inspector {
  readonly id: string;
  readonly department: string;
  /** District codes, or exactly `['*']`: every district. */
  readonly districts: readonly string[];
}

/** 回避: this inspector must not be sent to this target. */
export interface Conflict {
  readonly inspector: string;
  readonly target: string;
}

/** The inspectors one department sends to one target, ascending by id. */
export interface Team {
  readonly department: string;
  readonly inspectors: readonly string[];
}

/** A drawn target; rank counts from 1 in the order of the tickets. */
export interface Selected {
  readonly rank: number;
  readonly target: string;
  readonly stratum: string;
  /** 票号: the hash that decided, lower-case hex. */
  readonly ticket: string;
  /** In the order of the announcement's demands. */
  readonly teams: readonly Team[];
}

export interface DrawResult {
  readonly seed: string;
  readonly resultDigest: string;
  /** What was not taken of each stratum, in ticket order: the next in line for a replacement (补抽). */
  readonly reserves: Readonly<Record<string, readonly string[]>>;
  readonly selected: readonly Selected[];
}

/** All that goes into a draw. `nonce` is 32 bytes in lower-case hex. */
export interface DrawInput {
  readonly announcement: Announcement;
  readonly targets: readonly Target[];
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  readonly nonce: string;
  readonly beaconValue: string;
}

/** The file that is published when a draw is opened. */
export interface Bundle extends DrawInput {
  readonly result: DrawResult;
}

/** Why nothing was drawn: a target for which a department had nobody left. */
export interface DrawFailure {
  readonly target: string;
  readonly department: string;
}

/** The file that is published when a draw that came to nothing is discarded. */
export interface FailedBundle extends DrawInput {
  readonly failure: DrawFailure;
}

/** How far a long computation has come; `done` of `total` steps of the phase. */
export interface Progress {
  readonly phase: 'tickets' | 'teams';
  readonly done: number;
  readonly total: number;
}
