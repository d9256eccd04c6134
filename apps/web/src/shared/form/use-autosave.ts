import { useCallback, useEffect, useRef, useState } from 'react';
import { SystemClock } from '@zhaoguan/kernel';

/** Where what was typed is: only here, on its way, or on the server since when. */
export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'typed' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  | { readonly kind: 'failed'; readonly error: Error };

const clock = new SystemClock();
/** After the last key; long enough not to save every letter, short enough to be forgotten. */
const PAUSE_MS = 1200;
const LONGEST_RETRY_MS = 30_000;

/**
 * Saves what is typed a moment after the typing stops, one request at a time, always the newest. What could not be sent
 * is tried again, ever more slowly, until it is through or the person leaves.
 * @param save sends the value; a refusal it throws ends the trying until something else is typed
 * @param mayRetry whether an error may pass by itself, as a lost network does
 */
export function useAutosave<T>(save: (value: T) => Promise<void>, mayRetry: (error: Error) => boolean) {
  const [state, setState] = useState<SaveState>({ kind: 'unchanged' });
  const waiting = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tries = useRef(0);
  const saveNow = useRef<() => Promise<void>>(() => Promise.resolve());

  saveNow.current = async () => {
    clearTimeout(timer.current);
    if (running.current) return running.current;
    const next = waiting.current;
    if (next === null) return undefined;
    waiting.current = null;
    setState({ kind: 'saving' });
    running.current = save(next.value)
      .then(() => {
        tries.current = 0;
        setState(waiting.current === null ? { kind: 'saved', at: clock.now() } : { kind: 'typed' });
      })
      .catch((error: Error) => {
        waiting.current ??= next;
        setState({ kind: 'failed', error });
        if (mayRetry(error)) {
          tries.current += 1;
          timer.current = setTimeout(
            () => void saveNow.current(),
            Math.min(PAUSE_MS * 2 ** tries.current, LONGEST_RETRY_MS),
          );
        }
      })
      .finally(() => {
        running.current = null;
      });
    return running.current;
  };

  /** Notes a new value, to be saved in a moment. */
  const put = useCallback((value: T) => {
    waiting.current = { value };
    tries.current = 0;
    setState((before) => (before.kind === 'saving' ? before : { kind: 'typed' }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveNow.current(), PAUSE_MS);
  }, []);

  /** Saves what is waiting now. @returns whether all of it has arrived; else it was refused, or the network is away */
  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current !== null || waiting.current !== null) {
      const before = waiting.current;
      await saveNow.current();
      if (waiting.current !== null && waiting.current === before) return false;
    }
    return true;
  }, []);

  /** Forgets what is waiting; resolves when nothing is on its way any more. */
  const cancel = useCallback(async () => {
    clearTimeout(timer.current);
    waiting.current = null;
    await running.current;
    setState({ kind: 'unchanged' });
  }, []);

  useEffect(() => {
    // The line is back: what waits needs no longer wait for the next try.
    const again = () => {
      tries.current = 0;
      void saveNow.current();
    };
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    state,
    put,
    flush,
    cancel,
    unsaved: state.kind === 'typed' || state.kind === 'saving' || state.kind === 'failed',
  };
}
