import type { FormField } from '@zhaoguan/contracts';
import { displayValue } from '@zhaoguan/forms';
import { PlaceName } from '../ui/places';

/** What stands in a field of a form, as people read it: places by their names, which the forms do not know. */
export function FieldValue({ field, value }: { readonly field: FormField; readonly value: unknown }) {
  const isPlace = field.type === 'district' || field.type === 'township';
  if (isPlace && typeof value === 'string' && value !== '') return <PlaceName code={value} />;
  return <>{displayValue(field, value)}</>;
}
