import { Alert } from 'antd';
import { useMay } from '../../shared/session/use-session';
import { endedInWords } from './ended-institution-words';
import type { Filing } from './queries';

/** On the draft, and before it is decided: that its institution has ended, and what is left to be done. */
export function EndedInstitutionAlert({ filing }: { readonly filing: Filing }) {
  const words = endedInWords(filing, useMay('filing.file') ? 'applicant' : 'official');
  return words === null ? null : <Alert type="warning" showIcon title={words} style={{ marginBottom: 16 }} />;
}
