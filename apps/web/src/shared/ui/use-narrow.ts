import { useSyncExternalStore } from 'react';

/** A hook that follows what a media query says of the window. */
function mediaHook(condition: string): () => boolean {
  const query = matchMedia(condition);
  const subscribe = (listener: () => void): (() => void) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

/** Whether the window is as narrow as a phone's. */
export const useNarrow = mediaHook('(max-width: 767px)');

/** Whether two things of a page can be read side by side, next to the navigation. */
export const useWide = mediaHook('(min-width: 1200px)');
