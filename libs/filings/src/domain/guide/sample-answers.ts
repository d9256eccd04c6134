import type { DistrictRow, Form, FormField } from '@zhaoguan/contracts';
import { answersOf, fieldsOf, type Settled } from '@zhaoguan/forms';

/** How a field is filled in in the sample of an item, as text; undefined where there is no example. */
export function sampleAnswer(
  { rules }: Form,
  { pointer, example, type, options = [] }: FormField,
): string | undefined {
  // A promise is made as a whole: one of them alone would not be taken.
  const whole =
    type === 'choices' && rules.some(({ rule, fields }) => rule === 'allChosen' && fields.includes(pointer));
  return whole ? options.map(({ label }) => label).join('；') : example;
}

/**
 * The fields that are asked for by what the sample itself answers before them: one that serves no meals says nothing of a food licence.
 * People copy a sample, and what contradicts itself is returned to them.
 */
export function askedInSample(form: Form, settled: Settled): ReadonlySet<string> {
  const valueOf = (field: FormField): unknown =>
    settled.has(field.pointer) ? settled.get(field.pointer) : valueIn(field, sampleAnswer(form, field));
  return new Set(answersOf(form, valueOf).shown.map(({ pointer }) => pointer));
}

/** As a condition compares it; of what is only ever compared with nothing the text will do. */
function valueIn({ type, options = [] }: FormField, text: string | undefined): unknown {
  const codeOf = (said: string) => options.find(({ label }) => label === said)?.code;
  if (text === undefined) return undefined;
  if (type === 'boolean') return text === '是';
  if (type === 'choice') return codeOf(text);
  if (type === 'choices') return text.split('；').map(codeOf);
  return type === 'integer' || type === 'decimal' || type === 'money' ? Number(text) : text;
}

/**
 * The township in which the address of the sample lies: people copy a sample, and one that contradicts itself is returned to them.
 * The examples of a version that is in force are not changed, so it is read from there; undefined where the address names none.
 */
export function sampleTownship(form: Form, districts: ReadonlyMap<string, DistrictRow>): string | undefined {
  const exampleAt = (pointer: string): string | undefined => {
    const field = fieldsOf(form).find((each) => each.pointer === pointer);
    return field && sampleAnswer(form, field);
  };
  const [county, address] = [exampleAt('/institution/district'), exampleAt('/institution/address')];
  if (address === undefined) return undefined;
  return [...districts.values()].find(({ parent, name }) => parent === county && address.includes(name))
    ?.code;
}
