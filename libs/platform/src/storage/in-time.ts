import type { Readable } from 'node:stream';
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
