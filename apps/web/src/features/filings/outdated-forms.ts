import { isSignedForm } from '@zhaoguan/contracts';
import type { Changes } from './changes';
import type { Filing } from './queries';

/** What was signed before an item was changed no longer says what the form says. */
export function outdatedForms(
  { materials }: Pick<Filing, 'materials'>,
  changes: Pick<Changes, 'fields' | 'materials'>,
): string[] {
  if (changes.fields.length === 0) return [];
  return materials
    .filter(isSignedForm)
    .filter(({ uploaded, code }) => uploaded && changes.materials.every((changed) => changed.code !== code))
    .map(({ name }) => name);
}
