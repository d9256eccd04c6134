/** A verification, as far as counting goes. */
interface Visited {
  readonly id: string;
  readonly visits: readonly { readonly seq: number }[];
}

/** `第2次`, by the verification and the number of the act; empty where the filing was visited once. */
export type VisitOrdinals = (verification: string, seq: number) => string;

/** Two visits may be of one day and of the same people: counted over all verifications of a filing, of which the last comes first. */
export function visitOrdinals(verifications: readonly Visited[]): VisitOrdinals {
  const keyOf = (id: string, seq: number): string => `${id} ${seq}`;
  const order = verifications
    .toReversed()
    .flatMap(({ id, visits }) => visits.map(({ seq }) => keyOf(id, seq)));
  return (id, seq) => {
    const place = order.indexOf(keyOf(id, seq));
    return order.length < 2 || place === -1 ? '' : `第${place + 1}次`;
  };
}
