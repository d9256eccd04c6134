import { Alert } from 'antd';
import { useMay } from '../../shared/session/use-session';
import { expiredInWords } from './expired-licence-words';
import type { Filing } from './queries';

/** On the draft, and before it is decided: that nothing can come of it before there is a licence again. */
export function ExpiredLicenceAlert({ filing }: { readonly filing: Filing }) {
  const words = expiredInWords(filing, useMay('filing.file') ? 'applicant' : 'official');
  return words === null ? null : <Alert type="warning" showIcon title={words} style={{ marginBottom: 16 }} />;
}
