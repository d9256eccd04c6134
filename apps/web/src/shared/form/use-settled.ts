import { useEffect, useState } from 'react';

const QUIET_MS = 300;

/** A value once it has stood still for a moment: what is typed is asked about when the person pauses. */
export function useSettled<V>(value: V): V {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), QUIET_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
