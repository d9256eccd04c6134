/** Path of a field in a form of antd. */
export type FieldName = readonly (string | number)[];

/**
 * The field that a JSON Pointer of a refusal speaks of; undefined when the form has none.
 * `/districts/0` speaks of `districts`, which is one field of the form.
 */
export function fieldOf(pointer: string, fields: readonly string[]): FieldName | undefined {
  const [first, ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (first === undefined || !fields.includes(first)) return undefined;
  const inner = rest.filter((part) => !/^\d+$/.test(part));
  return [first, ...inner];
}
