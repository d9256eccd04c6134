import type { FormField } from '@zhaoguan/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';

/** After the last key: long enough that nobody is corrected in mid-word. */
const PAUSE_MS = 1500;

/**
 * The fields of a step of which the person has finished writing for the first time: they left it, or paused, or picked a
 * whole day. From then on what is wrong there is said.
 * @param before fields that they wrote in and left before they came to the step this time
 */
export function useVisited(before: readonly string[]) {
  const [visited, setVisited] = useState<ReadonlySet<string>>(() => new Set(before));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const visit = useCallback((pointer: string) => setVisited((those) => new Set(those).add(pointer)), []);
  const written = useCallback(
    ({ pointer, type }: FormField) => {
      clearTimeout(timer.current);
      // A day comes whole; nothing more is typed into it.
      if (type === 'date') visit(pointer);
      else timer.current = setTimeout(() => visit(pointer), PAUSE_MS);
    },
    [visit],
  );
  return { visited, visit, written };
}
