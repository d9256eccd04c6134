/**
 * Carries an act out and then says what has happened, even when its success has meanwhile taken the form away: what
 * `mutate` is given to call back is lost with the component. A refusal stands in the mutation's `error`, for the form to show.
 */
export function carryOut<V, T>(
  act: { readonly mutateAsync: (variables: V) => Promise<T> },
  variables: V,
  afterwards: (outcome: T) => void,
): void {
  act.mutateAsync(variables).then(afterwards, () => undefined);
}
