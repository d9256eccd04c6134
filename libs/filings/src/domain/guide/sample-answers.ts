import {
  exampleOfHome,
  type DistrictRow,
  type FormDefinition,
  type FormField,
  type ServiceItemRow,
} from '@zhaoguan/contracts';

/** How a field is filled in in the sample of an item, as text; undefined where there is no example. */
export function sampleAnswer(
  { rules }: Pick<FormDefinition, 'rules'>,
  { pointer, example, type, options = [] }: FormField,
  siteType: ServiceItemRow['siteType'],
): string | undefined {
  // A promise is made as a whole: one of them alone would not be taken.
  const whole =
    type === 'choices' && rules.some(({ rule, fields }) => rule === 'allChosen' && fields.includes(pointer));
  if (whole) return options.map(({ label }) => label).join('；');
  return siteType === 'HOME' ? exampleOfHome(pointer, example) : example;
}

/**
 * The township in which the address of the sample lies: people copy a sample, and one that contradicts itself is returned to them.
 * The examples of a version that is in force are not changed, so it is read from there; undefined where the address names none.
 */
export function sampleTownship(
  { steps, rules }: Pick<FormDefinition, 'steps' | 'rules'>,
  siteType: ServiceItemRow['siteType'],
  districts: ReadonlyMap<string, DistrictRow>,
): string | undefined {
  const fields = steps.flatMap((step) => step.fields);
  const exampleAt = (pointer: string): string | undefined => {
    const field = fields.find((each) => each.pointer === pointer);
    return field && sampleAnswer({ rules }, field, siteType);
  };
  const [county, address] = [exampleAt('/institution/district'), exampleAt('/institution/address')];
  if (address === undefined) return undefined;
  return [...districts.values()].find(({ parent, name }) => parent === county && address.includes(name))
    ?.code;
}
