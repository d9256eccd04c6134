import { beaconNote } from '@zhaoguan/draw';
import type { PublicDraw } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Mark, type Tone } from '../components/marks';

/** A warning where the announced beacon may have been known before the announcement. */
export function BeaconTiming({ draw }: { draw: PublicDraw }): VNode | null {
  const note = beaconNote({ source: draw.beaconSource, round: draw.beaconRound }, draw.announcedAt);
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

/** Whether everything is public: opened, or thrown away after it was drawn. */
export function isDisclosed({ status, resultDigest }: Pick<PublicDraw, 'status' | 'resultDigest'>): boolean {
  return status === 'OPENED' || (status === 'VOIDED' && resultDigest !== null);
}

export function DrawState({ status }: Pick<PublicDraw, 'status'>): VNode {
  const [tone, label] = STATES[status];
  return <Mark tone={tone}>{label}</Mark>;
}

/** Sampling ratio in per cent, from 1/10000. */
export function ratio(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
