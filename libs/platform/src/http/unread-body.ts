import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** What a refused request may go on sending; a larger one is cut off. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 5_000;

/**
 * A request may be refused before its body has arrived, such as one that is too large. Closing then would reset the
 * connection under a client that is still sending, and it would never see the answer: the rest is read and thrown away
 * first, within bounds.
 */
export function readRestBeforeAnswering(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ raw }) => {
    if (!raw.complete && !raw.destroyed) await readRest(raw);
  });
}

function readRest(raw: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let left = MOST_BYTES;
    const stop = (): void => {
      clearTimeout(timer);
      raw.off('data', count);
      raw.off('end', stop);
      raw.off('close', stop);
      resolve();
    };
    const count = (piece: Buffer): void => {
      left -= piece.length;
      if (left < 0) stop();
    };
    const timer = setTimeout(stop, MOST_MS);
    // Whoever was reading has given up, or the answer would not be on its way.
    raw.unpipe();
    // A web stream over it pauses whenever nobody takes from it, also while this reads on.
    raw.removeAllListeners('data');
    raw.on('data', count).on('end', stop).on('close', stop);
    raw.resume();
  });
}
