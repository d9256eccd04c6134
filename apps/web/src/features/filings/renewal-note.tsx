import { Alert } from 'antd';
import { useMay } from '../../shared/session/use-session';
import { useDaysLeft } from '../../shared/ui/use-calendar';
import type { Filing } from './queries';
import { earlyInWords, renewalInWords, stillRuns } from './renewal-words';

/** Of what counts as granted the certificate is owed; what is begun too late, or with a licence that has ended, is to be handed in at once. */
const isToHeed = ({ renewal, status }: Filing): boolean =>
  renewal?.state === 'PRESUMED' || (status === 'DRAFT' && renewal?.inTime === false);

/** That the case is a renewal, by when it is decided, and what follows when it is not (视为准予延续). */
export function RenewalNote({ filing }: { readonly filing: Filing }) {
  const isApplicant = useMay('filing.file');
  const reader = isApplicant ? 'applicant' : 'official';
  const left = useDaysLeft(filing.renewal?.until ?? null);
  const words = renewalInWords(filing, reader, left);
  if (words === null) return null;
  return (
    <Alert
      type={isToHeed(filing) ? 'warning' : 'info'}
      showIcon
      title={`${words}${stillRuns(filing, left)}${earlyInWords(filing, left, reader)}`}
      style={{ marginBottom: 16 }}
    />
  );
}
