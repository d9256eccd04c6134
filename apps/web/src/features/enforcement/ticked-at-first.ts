/**
 * Which findings of an inspection are ticked when the form of a case opens: the one from which the person came and what they
 * had ticked before; the others are offered. Who came from none has all.
 * @param possible ids of those on which a case can rest
 */
export function tickedAtFirst(
  possible: readonly string[],
  chosen: string | null,
  before: readonly string[] | undefined,
): string[] {
  if (chosen === null && before === undefined) return [...possible];
  return possible.filter((id) => id === chosen || before?.includes(id) === true);
}
