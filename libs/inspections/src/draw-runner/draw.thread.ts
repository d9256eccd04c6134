import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { computeDraw, DrawError, type Difference, type DrawErrorCode, type DrawResult } from '@zhaoguan/draw';
// Not by the platform's index: the thread would load the whole framework before its first hash.
import { nodeSm3 } from '../../../platform/src/crypto/sm3';

/** What the thread answers, piece by piece, each when the runner asks for it. */
export type DrawPiece =
  | {
      readonly kind: 'refused';
      readonly code: DrawErrorCode;
      readonly detail: readonly string[];
      readonly difference: Difference;
    }
  | { readonly kind: 'head'; readonly seed: string; readonly resultDigest: string }
  | { readonly kind: 'reserves'; readonly stratum: string; readonly ids: readonly string[] }
  | { readonly kind: 'selected'; readonly selected: DrawResult['selected'] }
  | { readonly kind: 'end' };

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
    for (const piece of pieces(ids, IDS_IN_A_PIECE)) yield { kind: 'reserves', stratum, ids: piece };
  }
  for (const piece of pieces(selected, SELECTED_IN_A_PIECE)) yield { kind: 'selected', selected: piece };
  yield { kind: 'end' };
}

/** At least one piece, so that an empty stratum is told of too. */
function* pieces<T>(list: readonly T[], size: number): Generator<readonly T[], void, void> {
  for (let from = 0; from === 0 || from < list.length; from += size) yield list.slice(from, from + size);
}

function serve(port: MessagePort, input: unknown): void {
  const remaining = answer(input);
  port.on('message', () => {
    const { value, done } = remaining.next();
    if (done) port.close();
    else port.postMessage(value);
  });
}

if (!parentPort) throw new Error('draw.thread runs in a worker thread, started by draw.runner');
serve(parentPort, workerData);
