import { PassThrough, type Readable } from 'node:stream';
import { refuse } from '@zhaoguan/contracts';

/** Longer than a weak signal is away, and short for who sends nothing at all. */
const SILENCE_MS = 30_000;
/** 20 MB at twelve kilobytes a second. */
const WHOLE_MS = 30 * 60_000;

/**
 * What a stream gives, for as long as something comes: an upload that is begun and never ended would keep its draft and its connection for ever.
 * @throws UPLOAD_STALLED: nothing came for half a minute, or the whole was not there after half an hour; and what the stream throws
 */
export async function* inTime(source: Readable): AsyncGenerator<Buffer> {
  const pieces: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let stop = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(refuse('UPLOAD_STALLED'));
  });
  // It may be late when nobody waits for a piece: the next one to wait is told.
  late.catch(() => undefined);
  const silence = setTimeout(stop, SILENCE_MS);
  const whole = setTimeout(stop, WHOLE_MS);
  try {
    for (;;) {
      const piece = await Promise.race([pieces.next(), late]);
      if (piece.done) return;
      silence.refresh();
      yield piece.value;
    }
  } finally {
    clearTimeout(silence);
    clearTimeout(whole);
    // Not by the iterator: it would wait for the piece that does not come.
    source.destroy();
  }
}

/** What comes in of an upload, and whether it was given up. */
export interface Arriving {
  readonly body: Readable;
  readonly isStalled: () => boolean;
}

/**
 * What a request sends, by the same clock. Given up or cut off it ends as if no more had been sent: what has arrived is written, and can be gone on
 * from. The request itself stays open for its answer. Destroy the body when nobody reads it any more.
 */
export function arrivingInTime(request: Readable): Arriving {
  const body = new PassThrough();
  let stalled = false;
  const end = (): void => void body.end();
  const stop = (): void => {
    stalled = true;
    request.unpipe(body);
    end();
  };
  const silence = setTimeout(stop, SILENCE_MS);
  const whole = setTimeout(stop, WHOLE_MS);
  const heard = (): void => void silence.refresh();
  const cleanUp = (): void => {
    clearTimeout(silence);
    clearTimeout(whole);
    request.off('data', heard).off('close', end).off('error', end);
  };
  request.on('data', heard).on('close', end).on('error', end).pipe(body);
  body.once('close', cleanUp);
  return { body, isStalled: () => stalled };
}
