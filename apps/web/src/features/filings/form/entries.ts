import { withValueAt } from '../../../shared/form/pointers';
import type { Application, Filing } from '../queries';

/** Values by the pointer of their field. */
export type Entries = readonly (readonly [pointer: string, value: unknown])[];

interface Document {
  readonly institution: Application;
}

export function withEntries(document: Document, entries: Entries): Document {
  return entries.reduce<Document>((all, [pointer, value]) => withValueAt(all, pointer, value), document);
}

/** Whether two states of a filing differ in nothing but these answers. */
export function saysTheSame(
  one: Pick<Filing, 'institution'>,
  other: Pick<Filing, 'institution'>,
  entries: Entries = [],
): boolean {
  const [a, b] = [one, other].map(({ institution }) =>
    JSON.stringify(withEntries({ institution: institution as Application }, entries)),
  );
  return a === b;
}
