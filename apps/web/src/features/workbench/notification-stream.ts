import { session } from '../../shared/session/session';
import { notificationIdIn, saysDone } from './stream-block';

/** One tab of the browser holds the stream and tells the others, since a person may open only a few. */
const LOCK = 'zhaoguan-notifications';
const SHORTEST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * Calls back whenever something was told to the person, in whatever tab the stream runs. It goes on with the last number
 * that arrived, so nothing is missed while the network is away or the token is being replaced.
 * @returns ends it
 */
export function listenForNotifications(onNews: () => void): () => void {
  const stopping = new AbortController();
  const tabs = new BroadcastChannel(LOCK);
  tabs.addEventListener('message', onNews);
  const tell = () => {
    onNews();
    tabs.postMessage('news');
  };
  navigator.locks
    .request(LOCK, { signal: stopping.signal }, () => keepStreaming(tell, stopping.signal))
    .catch((error: unknown) => {
      if (!stopping.signal.aborted) throw error;
    });
  return () => {
    stopping.abort();
    tabs.close();
  };
}

async function keepStreaming(tell: () => void, signal: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let isFirst = true;
  let pause = SHORTEST_MS;
  while (!signal.aborted) {
    const began = await stream(signal, lastId, {
      onOpen: () => {
        // Before the first number has arrived nothing says where the last stream ended.
        if (!isFirst) tell();
        isFirst = false;
      },
      onNotification: (id) => {
        lastId = id;
        tell();
      },
      onDone: tell,
    });
    pause = began ? SHORTEST_MS : Math.min(pause * 2, LONGEST_MS);
    await rest(pause, signal);
  }
}

interface Ear {
  readonly onOpen: () => void;
  readonly onNotification: (id: string) => void;
  readonly onDone: () => void;
}

/** @returns whether the stream began; it ends with the token, with the network, or with the page */
async function stream(signal: AbortSignal, lastId: string | undefined, ear: Ear): Promise<boolean> {
  const token = await session.freshToken();
  if (token === undefined) return false;
  const headers: HeadersInit = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
  if (lastId !== undefined) headers['last-event-id'] = lastId;
  try {
    const answer = await fetch('/api/v1/notifications/stream', { headers, signal });
    if (!answer.ok || !answer.body) return false;
    ear.onOpen();
    await readEvents(answer.body, ear);
    return true;
  } catch {
    // The network went away or the page is left: the next round asks again from the last number.
    return false;
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, { onNotification, onDone }: Ear) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const id of blocks.flatMap(notificationIdIn)) onNotification(id);
    if (blocks.some(saysDone)) onDone();
  }
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
