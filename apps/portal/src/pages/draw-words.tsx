import { beaconNote } from '@zhaoguan/draw';
import type { AnnouncedDraw, PublicDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Mark, type Tone } from '../components/marks';

const SOURCES: Readonly<Record<string, (round: string) => string>> = {
  'fucai-ssq': (round) => `中国福利彩票双色球第 ${round} 期开奖号码`,
  'fucai-kl8': (round) => `中国福利彩票快乐8第 ${round} 期开奖号码`,
  drand: (round) => `drand 公共随机数第 ${round} 轮`,
};

/** The public value that nobody could know when the draw was announced, in words. */
export function beaconName({ beaconSource, beaconRound }: PublicDraw): string {
  const rounds = beaconRound.split('+');
  return beaconSource
    .split('+')
    .map((source, i) => SOURCES[source]?.(rounds[i] ?? '') ?? `${source} ${rounds[i] ?? ''}`)
    .join('，以及');
}

/** A warning where the beacon may have been known before the announcement, or was entered before it could exist. */
export function BeaconTiming({ draw }: { draw: PublicDraw }): VNode | null {
  const beacon = { source: draw.beaconSource, round: draw.beaconRound };
  const note = beaconNote(beacon, draw.announcedAt, draw.beaconEnteredAt);
  return note === undefined ? null : <span class="under">{note}</span>;
}

const STATES: Readonly<Record<PublicDraw['status'], readonly [Tone, string]>> = {
  ANNOUNCED: ['running', '已公告，等待信标'],
  BEACON_ENTERED: ['running', '已公告，信标待确认'],
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
