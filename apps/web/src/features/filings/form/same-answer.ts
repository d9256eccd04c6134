/**
 * Whether two answers say the same. Nothing and null are both “not filled in”, within it too; the order of the parts is that of
 * whoever wrote it down last, form or database, and says nothing.
 */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value ?? null, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(
          Object.entries(each)
            .filter(([, part]) => part !== null)
            .toSorted(([a], [b]) => (a < b ? -1 : 1)),
        )
      : each,
  );
}
