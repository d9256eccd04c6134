/**
 * The highest price as it is shown. The server keeps one price as both ends: what was not typed does not come back as if it had
 * been, else the lowest could not be raised without a reproach about the highest.
 */
export function highestShown(
  range: { readonly from: unknown; readonly to: unknown },
  typed: boolean,
): unknown {
  return !typed && range.to === range.from ? null : range.to;
}
