import { beaconNote } from '@zhaoguan/draw';
import type { AnnouncedDraw, PublicDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Mark, type Tone } from '../components/marks';

/**
 * What the beacon is for. That nobody knew it is said only where nothing speaks against it: not beside a note that it may
 * have been known, and not in a demonstration, whose values are invented.
 */
export function beaconPromise(draw: PublicDraw, demo: boolean): string {
  if (demo)
    return '公告约定的公开随机数，用来决定抽取结果。演示系统里的值不是真实的开奖结果，不能证明无人预知。';
  return noteOf(draw) === undefined
    ? '公告时谁也不知道的公开随机数，用来决定抽取结果。'
    : '公告约定的公开随机数，用来决定抽取结果。';
}

/** A warning where the beacon may have been known before the announcement, or was entered before it could exist. */
export function BeaconTiming({ draw }: { draw: PublicDraw }): VNode | null {
  const note = noteOf(draw);
  return note === undefined ? null : <span class="under">{note}</span>;
}

function noteOf(draw: PublicDraw): string | undefined {
  const beacon = { source: draw.beaconSource, round: draw.beaconRound };
  return beaconNote(beacon, draw.announcedAt, draw.beaconEnteredAt);
}

const STATES: Readonly<Record<PublicDraw['status'], readonly [Tone, string]>> = {
  ANNOUNCED: ['running', '已公告，等待抽取'],
  BEACON_ENTERED: ['running', '已公告，核对以后抽取'],
  BEACON_CONFIRMED: ['running', '正在抽取'],
  DRAWN: ['running', '已抽取，结果封存'],
  INFEASIBLE: ['attention', '检查人员不足，未能抽取'],
  OPENED: ['good', '已公开，可以验证'],
  VOIDED: ['stopped', '已作废'],
};

/** Whether anybody may see who was drawn: it was laid open, and something was drawn. */
export function hasOutcome({ disclosed, resultDigest }: AnnouncedDraw): boolean {
  return disclosed && resultDigest !== null;
}

/**
 * Whether the published data can be compared with what came of the draw. One that was thrown away between the
 * confirmation of its beacon and its computation is laid open, but says nothing to compare with.
 */
export function isVerifiable({ disclosed, resultDigest, failure }: AnnouncedDraw): boolean {
  return disclosed && (resultDigest !== null || failure !== null);
}

export function DrawState({ status }: Pick<PublicDraw, 'status'>): VNode {
  const [tone, label] = STATES[status];
  return <Mark tone={tone}>{label}</Mark>;
}

/** Sampling ratio in per cent, from 1/10000. */
export function ratio(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
