import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  DrawError,
  type Announcement,
  type Conflict,
  type DrawResult,
  type Inspector,
  type Selected,
} from '@zhaoguan/draw';
import type { DrawPiece } from './draw.thread';

/** All that goes into a draw; the targets as lines, since a million objects are slow to hand to a thread. */
export interface DrawJob {
  readonly announcement: Announcement;
  /** Lines `id TAB stratum TAB district LF`, UTF-8, in any order. Copied, so the caller keeps its bytes. */
  readonly targets: Uint8Array;
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  /** 32 bytes, lower-case hex. */
  readonly nonceHex: string;
  readonly beaconValue: string;
}

/** A thread needs JavaScript: the sources, which Jest runs, take what the build has made of draw.thread. */
const THREAD = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/inspections/src/draw-runner/draw.thread.js')
  : join(__dirname, 'draw.thread.js');

/**
 * Computes a draw (抽取) in a thread of its own: a million hashes would stop the process from answering for seconds.
 * @throws DrawError when the draw is refused or infeasible
 */
export function runDraw({ nonceHex: nonce, targets, ...rest }: DrawJob): Promise<DrawResult> {
  // Not slice: a Buffer's slice shares its memory, and handing that over would empty the caller's.
  const copy = new Uint8Array(targets);
  const worker = new Worker(THREAD, {
    workerData: { ...rest, nonce, targets: copy },
    transferList: [copy.buffer],
  });
  return new Promise<DrawResult>((resolve, reject) => {
    const assembly = new Assembly();
    worker.on('message', (piece: DrawPiece) => {
      if (piece.kind === 'refused') reject(new DrawError(piece.code, piece.detail, piece.difference));
      else if (piece.kind === 'end') resolve(assembly.result());
      else assembly.add(piece);
      // The next piece comes only when this one is taken in, so other work of the process has its turn between them.
      worker.postMessage('next');
    });
    worker.once('error', reject);
    // After an answer this changes nothing; without one the caller must not wait for ever.
    worker.once('exit', (code) =>
      reject(new Error(`draw thread ended without an answer, exit code ${code}`)),
    );
    worker.postMessage('next');
  });
}

/** Puts the pieces of a result together again. */
class Assembly {
  private seed = '';
  private resultDigest = '';
  private readonly reserves = new Map<string, string[]>();
  private readonly selected: Selected[] = [];

  add(piece: Exclude<DrawPiece, { kind: 'refused' | 'end' }>): void {
    if (piece.kind === 'head') {
      this.seed = piece.seed;
      this.resultDigest = piece.resultDigest;
    } else if (piece.kind === 'selected') {
      this.selected.push(...piece.selected);
    } else {
      const ids = this.reserves.get(piece.stratum);
      if (ids) ids.push(...piece.ids);
      else this.reserves.set(piece.stratum, [...piece.ids]);
    }
  }

  result(): DrawResult {
    const { seed, resultDigest, selected } = this;
    return { seed, resultDigest, reserves: Object.fromEntries(this.reserves), selected };
  }
}
