import { createHash, hash } from 'node:crypto';
import {
  commitment,
  computeDraw,
  conflictsDigest,
  inspectorsDigest,
  targetsDigest,
  type DrawInput,
  type Target,
} from '@zhaoguan/draw';
import { nodeSm3 } from '../libs/platform/src/crypto/sm3';
import type { BenchRow } from './bench-row';

/** Not fewer than 20,000: the inspectors and recusals stay as many as they are. */
const TARGETS = Math.max(20_000, Number(process.env['BENCH_ROWS'] ?? 1_000_000));
const INSPECTORS = 10_000;
const DISTRICTS = 100;
const NONCE = '5a'.repeat(32);

const district = (i: number): string => String(610_100 + (i % DISTRICTS));

/** A fixed permutation, so that no list arrives in order. */
const shuffled = (i: number): number => (i * 611_953) % TARGETS;

/** A joint draw of two departments: 5 % of a million targets in five strata, some inspectors in every district. */
function nationalDraw(): DrawInput {
  const targets = Array.from({ length: TARGETS }, (_, n): Target => {
    const i = shuffled(n);
    return { id: `t-${String(i).padStart(7, '0')}`, stratum: 'ABCDE'[i % 5]!, district: district(i) };
  });
  const inspectors = Array.from({ length: INSPECTORS }, (_, i) => ({
    id: `i-${String(shuffled(i)).padStart(7, '0')}`,
    department: i % 2 === 0 ? 'civil-affairs' : 'fire-rescue',
    districts: i % 50 < 2 ? ['*'] : [district(i >> 1), district((i >> 1) + 7)],
  }));
  const conflicts = Array.from({ length: 5_000 }, (_, i) => ({
    inspector: inspectors[i]!.id,
    target: targets[i * 3]!.id,
  }));
  return {
    announcement: {
      spec: 'zhaoguan-draw-v1',
      drawId: 'bench',
      title: '示例·全国抽查',
      announcedAt: '2026-11-21T08:00:00Z',
      commitment: commitment(NONCE, nodeSm3),
      beacon: { source: 'fucai-ssq', round: '2026135' },
      strata: [...'ABCDE'].map((key) => ({ key, basisPoints: 500, minimum: 1 })),
      demands: [
        { department: 'civil-affairs', inspectors: 2 },
        { department: 'fire-rescue', inspectors: 1 },
      ],
      maxLoad: 24,
      targetsDigest: targetsDigest(targets, nodeSm3),
      inspectorsDigest: inspectorsDigest(inspectors, NONCE, nodeSm3),
      conflictsDigest: conflictsDigest(conflicts, NONCE, nodeSm3),
    },
    targets,
    inspectors,
    conflicts,
    nonce: NONCE,
    beaconValue: '2026135:03,08,12,21,27,33|09',
  };
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The floor: nothing but one SM3 of a ticket's length for each target. */
function floor(sm3: (message: Uint8Array) => unknown): number {
  const message = new Uint8Array(79);
  return milliseconds(() => {
    for (let i = 0; i < TARGETS; i++) {
      message[70] = i & 255;
      sm3(message);
    }
  });
}

/** A draw of the whole country against one SM3 of node:crypto for each target, in this same process. */
export async function run(): Promise<BenchRow[]> {
  const input = nationalDraw();
  const byObject = floor((message) => createHash('sm3').update(message).digest());
  const oneShot = floor((message) => hash('sm3', message, 'buffer'));
  let drawn = 0;
  const spent = milliseconds(() => (drawn = computeDraw(input, nodeSm3).selected.length));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const detail = `${TARGETS} targets, ${drawn} drawn, ${INSPECTORS} inspectors: ${Math.round(spent)} ms, peak ${peak} MB`;
  return [
    { name: 'draw / createHash per target', ratio: spent / byObject, detail },
    { name: 'draw / one-shot hash per target', ratio: spent / oneShot, detail },
  ];
}
