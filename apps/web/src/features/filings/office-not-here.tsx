import { Alert } from 'antd';
import { notHereInWords } from './office-words';
import type { Filing } from './queries';

/** On the draft, from its first step on: nobody fills in a whole form that cannot be handed in without knowing it. */
export function OfficeNotHere({ filing }: { readonly filing: Filing }) {
  const words = notHereInWords(filing);
  return words === null ? null : <Alert type="warning" showIcon title={words} style={{ marginBottom: 16 }} />;
}
