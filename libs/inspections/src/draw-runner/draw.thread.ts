import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { computeDraw, DrawError, type Difference, type DrawErrorCode, type DrawResult } from '@zhaoguan/draw';
// Not by the platform's index: the thread would load the whole framework before its first hash.
import { nodeSm3 } from '../../../platform/src/crypto/sm3';

/** Reserves of a stratum from a place on, as the text of a PostgreSQL array: the runner need not hold a million strings. */
export interface ReservePiece {
  readonly stratum: string;
  /** Place of the first of them in ticket order, from 1. */
  readonly first: number;
  /** `{id,id,…}` */
  readonly ids: string;
}

/** Drawn targets in order of rank, as the JSON text of an array. */
export interface SelectedPiece {
  readonly count: number;
  readonly selected: string;
}

/** What the thread answers, piece by piece, each when the runner asks for it. */
export type DrawPiece =
  | {
      readonly kind: 'refused';
      readonly code: DrawErrorCode;
      readonly detail: readonly string[];
      readonly difference: Difference;
    }
  | { readonly kind: 'head'; readonly seed: string; readonly resultDigest: string }
  | ({ readonly kind: 'reserves' } & ReservePiece)
  | ({ readonly kind: 'selected' } & SelectedPiece)
  | { readonly kind: 'end' };

/** What the runner hands over: an input of the draw, but with the target lines in pieces. */
export interface ThreadInput {
  readonly targets: Uint8Array[];
  readonly [other: string]: unknown;
}

/** Pieces so small that taking one in holds up the runner's event loop for some milliseconds only. */
const IDS_IN_A_PIECE = 20_000;
const SELECTED_IN_A_PIECE = 2_000;

function* answer(input: unknown): Generator<DrawPiece, void, void> {
  let result: DrawResult;
  try {
    result = computeDraw(input, nodeSm3);
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    const { code, detail, difference } = error;
    yield { kind: 'refused', code, detail, difference };
    return;
  }
  const { seed, resultDigest, reserves, selected } = result;
  yield { kind: 'head', seed, resultDigest };
  for (const [stratum, ids] of Object.entries(reserves)) {
    for (const [from, piece] of pieces(ids, IDS_IN_A_PIECE)) {
      yield { kind: 'reserves', stratum, first: from + 1, ids: `{${piece.join(',')}}` };
    }
  }
  for (const [, piece] of pieces(selected, SELECTED_IN_A_PIECE)) {
    yield { kind: 'selected', count: piece.length, selected: JSON.stringify(piece) };
  }
  yield { kind: 'end' };
}

/** At least one piece, so that an empty stratum is told of too. */
function* pieces<T>(list: readonly T[], size: number): Generator<[number, readonly T[]], void, void> {
  for (let from = 0; from === 0 || from < list.length; from += size) {
    yield [from, list.slice(from, from + size)];
  }
}

/** One run of bytes, in place of the pieces in which they came. */
function joined({ targets, ...rest }: ThreadInput): unknown {
  const bytes = new Uint8Array(targets.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  // Each piece is let go of once it is copied.
  for (let piece = targets.shift(); piece; piece = targets.shift()) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { ...rest, targets: bytes };
}

function serve(port: MessagePort, input: ThreadInput): void {
  const remaining = answer(joined(input));
  port.on('message', () => {
    const { value, done } = remaining.next();
    if (done) port.close();
    else port.postMessage(value);
  });
}

if (!parentPort) throw new Error('draw.thread runs in a worker thread, started by draw.runner');
serve(parentPort, workerData as ThreadInput);
