import { Alert } from 'antd';
import { useMay } from '../../shared/session/use-session';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import type { Filing } from './queries';
import { renewalInWords, stillRuns } from './renewal-words';

/** That the case is a renewal, by when it is decided, and what follows when it is not (视为准予延续). */
export function RenewalNote({ filing }: { readonly filing: Filing }) {
  const isApplicant = useMay('filing.file');
  const words = renewalInWords(filing, isApplicant ? 'applicant' : 'official');
  const left = useDaysLeft(filing.renewal?.until ?? null);
  if (words === null) return null;
  return (
    <Alert
      type={filing.renewal?.state === 'PRESUMED' ? 'warning' : 'info'}
      showIcon
      title={`${words}${stillRuns(filing, left)}`}
      style={{ marginBottom: 16 }}
    />
  );
}
