import { matterInWords } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { useFilings, type FilingLine } from '../filings/queries';
import { pendingInWords, pendingOf } from './pending-words';

/** What waits about the institution whose filing or licence is to end; nothing for who may not read it. */
function usePending(institutionId: string): readonly FilingLine[] {
  const mayRead = useMay('filing.read');
  const { items = [] } = useFilings({ institutionId, sort: '-createdAt' }, mayRead);
  return pendingOf(items);
}

/** The same before an act, one sentence a case. */
export const usePendingInWords = (institutionId: string): string[] =>
  usePending(institutionId).map(pendingInWords);

/** On the pages of a removal: that a renewal or another case of the institution waits, with the way to it. */
export function PendingCases({ institutionId }: { readonly institutionId: string }) {
  return usePending(institutionId).map((line) => (
    <p key={line.id} className="notice">
      {pendingInWords(line)}
      <Link to={`/filings/${line.id}`}>查看在办的{matterInWords(line)}</Link>
    </p>
  ));
}
