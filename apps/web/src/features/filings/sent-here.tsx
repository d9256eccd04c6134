import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { api, bodyOf } from '../../shared/api/client';
import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';
import { sentHereForApplicant, sentHereForOffice } from './sent-here-words';

const UNDECIDED: ReadonlySet<Filing['status']> = new Set(['DRAFT', 'SUBMITTED', 'RETURNED']);

/** Closures of others that send people to an institution which files that it stops itself; nothing of any other case. */
function useSentHere({ id, type, status }: Filing) {
  const { data = [] } = useQuery({
    queryKey: ['filing', id, 'sending-closures'],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/filings/{id}/sending-closures', { params: { path: { id } } }))).items,
    enabled: (type === 'CLOSURE' || type === 'SUSPENSION') && UNDECIDED.has(status),
  });
  return data;
}

/** The same as sentences of the question before it is handed in, or granted. */
export function useSentHereInWords(filing: Filing): string[] {
  const words = useWords();
  return useSentHere(filing).map((closure) => words(closure, dayInWords));
}

function useWords() {
  return useMay('filing.file') ? sentHereForApplicant : sentHereForOffice;
}

/** Above the form, and above the case for who decides. */
export function SentHereNote({ filing }: { readonly filing: Filing }) {
  const words = useWords();
  return (
    <>
      {useSentHere(filing).map((closure) => (
        <Alert
          key={`${closure.name} ${closure.endsOn ?? ''} ${closure.granted}`}
          type="warning"
          showIcon
          title={words(closure, dayInWords)}
          action={
            closure.filingId !== null && (
              <Link to={`/filings/${closure.filingId}`}>查看“{closure.name}”的终止</Link>
            )
          }
          style={{ marginBottom: 16 }}
        />
      ))}
    </>
  );
}
