/** Path of a field in a form of antd. */
export type FieldName = readonly (string | number)[];

/**
 * The field that a JSON Pointer of a refusal speaks of; undefined when the form has none.
 * `/districts/0` speaks of `districts`, which is one field of the form.
 */
export function fieldOf(pointer: string, fields: readonly string[]): FieldName | undefined {
  const [first, ...rest] = keysOf(pointer);
  if (first === undefined || !fields.includes(first)) return undefined;
  const inner = rest.filter((part) => !/^\d+$/.test(part));
  return [first, ...inner];
}

/**
 * A copy of the document in which this value stands at the pointer (RFC 6901), with what is on the way to it made where it
 * is missing. Lists are written whole, never by index.
 */
export function withValueAt<T extends object>(document: T, pointer: string, value: unknown): T {
  const [first, ...rest] = keysOf(pointer);
  if (first === undefined) throw new Error(`no member at ${pointer}`);
  if (rest.length === 0) return { ...document, [first]: value };
  const inner = (document as Readonly<Record<string, unknown>>)[first];
  const below = typeof inner === 'object' && inner !== null ? inner : {};
  return { ...document, [first]: withValueAt(below, `/${rest.join('/')}`, value) };
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
