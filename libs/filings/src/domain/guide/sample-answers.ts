import { exampleOfHome, type FormDefinition, type FormField, type ServiceItemRow } from '@zhaoguan/contracts';

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
