import { withValueAt } from '../../../shared/form/pointers';
import type { Application, Filing } from '../queries';
import { isSameAnswer } from './same-answer';

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
  const laidOver = ({ institution }: Pick<Filing, 'institution'>) =>
    withEntries({ institution: institution as Application }, entries);
  return isSameAnswer(laidOver(one), laidOver(other));
}
