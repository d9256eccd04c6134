import { useSearchParams } from 'react-router';

/** Filters of a list in the address bar: they survive a reload and can be sent to a colleague. */
export function useFilters<K extends string>(names: readonly K[]) {
  const [search, setSearch] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  ) as Partial<Record<K, string>>;
  const change = (changed: Partial<Record<K, string | undefined>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changed) as [K, string | undefined][]) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    setSearch(next, { replace: true });
  };
  return [filters, change] as const;
}
