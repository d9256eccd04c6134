/** No request of the interface is nested deeper than a handful of levels. */
const MAX_JSON_DEPTH = 32;

/**
 * Whether a parsed body is nested so deeply that the code which walks it would run out of stack. Walks level by level
 * instead of into itself, so that it does not.
 */
export function isTooDeep(body: unknown): boolean {
  let level = isContainer(body) ? [body] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === MAX_JSON_DEPTH) return true;
    level = level.flatMap((each) => Object.values(each).filter(isContainer));
  }
  return false;
}

/** A stream or buffer is no JSON: its insides are not the sender's. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
