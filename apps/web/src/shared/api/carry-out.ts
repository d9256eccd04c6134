/** By their `mutateAsync`, which stays the same while the object around it is made anew with each rendering. */
const underWay = new WeakSet<object>();

/**
 * Carries an act out and then says what has happened, even when its success has meanwhile taken the form away: what
 * `mutate` is given to call back is lost with the component. A refusal stands in the mutation's `error`, for the form to show.
 * While the act is under way it is not begun again: a second click may come before anything on the page is disabled.
 */
export function carryOut<V, T>(
  act: { readonly mutateAsync: (variables: V) => Promise<T> },
  variables: V,
  afterwards?: (outcome: T) => void,
  refused?: (error: unknown) => void,
): void {
  const begun = act.mutateAsync;
  if (underWay.has(begun)) return;
  underWay.add(begun);
  begun(variables)
    .finally(() => underWay.delete(begun))
    .then(afterwards, refused ?? (() => undefined));
}
