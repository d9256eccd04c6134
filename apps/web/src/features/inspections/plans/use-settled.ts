import { useEffect, useState } from 'react';

const STILL_MS = 400;

/** A value once it has not changed for a moment; compared by its content. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), STILL_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
