import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DrawError, type Announcement, type Conflict, type Inspector } from '@zhaoguan/draw';
import type { DrawPiece, ReservePiece, SelectedPiece, ThreadInput } from './draw.thread';

/** All that goes into a draw; the targets as lines, since a million objects are slow to hand to a thread. */
export interface DrawJob {
  readonly announcement: Announcement;
  /** Lines `id TAB stratum TAB district LF`, UTF-8, in any order and any number of pieces. Handed over: empty afterwards. */
  readonly targets: readonly Uint8Array<ArrayBuffer>[];
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  /** 32 bytes, lower-case hex. */
  readonly nonceHex: string;
  readonly beaconValue: string;
}

/** What a draw comes to, in the pieces in which it is written down. */
export interface DrawnPieces {
  readonly seed: string;
  readonly resultDigest: string;
  readonly reserves: readonly ReservePiece[];
  readonly selected: readonly SelectedPiece[];
}

/** A thread needs JavaScript: the sources, which Jest runs, take what the build has made of draw.thread. */
const THREAD = __filename.endsWith('.ts')
  ? join(__dirname, '../../../../dist/libs/inspections/src/draw-runner/draw.thread.js')
  : join(__dirname, 'draw.thread.js');

/**
 * Computes a draw (抽取) in a thread of its own: a million hashes would stop the process from answering for seconds.
 * @throws DrawError when the draw is refused or infeasible
 */
export function runDraw({ nonceHex: nonce, targets, ...rest }: DrawJob): Promise<DrawnPieces> {
  const workerData: ThreadInput = { ...rest, nonce, targets: [...targets] };
  const worker = new Worker(THREAD, { workerData, transferList: targets.map(({ buffer }) => buffer) });
  return new Promise<DrawnPieces>((resolve, reject) => {
    const drawn: Drawing = { seed: '', resultDigest: '', reserves: [], selected: [] };
    worker.on('message', (piece: DrawPiece) => {
      if (piece.kind === 'refused') reject(new DrawError(piece.code, piece.detail, piece.difference));
      else if (piece.kind === 'end') resolve(drawn);
      else take(piece, drawn);
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

interface Drawing extends DrawnPieces {
  seed: string;
  resultDigest: string;
  readonly reserves: ReservePiece[];
  readonly selected: SelectedPiece[];
}

function take(piece: Exclude<DrawPiece, { kind: 'refused' | 'end' }>, drawing: Drawing): void {
  if (piece.kind === 'reserves') drawing.reserves.push(piece);
  else if (piece.kind === 'selected') drawing.selected.push(piece);
  else {
    drawing.seed = piece.seed;
    drawing.resultDigest = piece.resultDigest;
  }
}
