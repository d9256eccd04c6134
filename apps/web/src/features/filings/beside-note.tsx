import { matterInWords } from '@zhaoguan/contracts';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { useRemovals } from '../removals/queries';
import {
  isRunning,
  isUndecided,
  otherBeforeGrant,
  otherInWords,
  othersOf,
  removalBeforeGrant,
  removalInWords,
} from './beside-words';
import { useFilings, type Filing } from './queries';

/** What else is under way about the institution of a case, for who decides it, and may read of it: a removal (注销、撤销), other cases. */
function useBeside(filing: Filing) {
  const { id, institutionId, renewal, renews } = filing;
  const mayRead = useMay('removal.read');
  const about = institutionId ?? renewal?.institutionId ?? renews;
  const asked = mayRead && isUndecided(filing) && about !== null;
  const filters = { institutionId: about ?? '' };
  const { items: removals = [] } = useRemovals(filters, asked);
  const { items: cases = [] } = useFilings({ ...filters, sort: '-createdAt' }, asked);
  return asked ? { removals: removals.filter(isRunning), others: othersOf(id, cases) } : NOTHING;
}
const NOTHING = { removals: [], others: [] };

/** What a grant contradicts, as sentences of the question before it, each with the way to the other case. */
export function useContradictions(filing: Filing): ReactNode[] {
  const { removals, others } = useBeside(filing);
  return [
    ...removals.map((each) => {
      const words = removalBeforeGrant(filing, each);
      return words && <To key={each.id} words={words} to={`/removals/${each.id}`} what={each.typeLabel} />;
    }),
    ...others.map((each) => {
      const words = otherBeforeGrant(filing, each);
      return (
        words && <To key={each.id} words={words} to={`/filings/${each.id}`} what={matterInWords(each)} />
      );
    }),
  ].filter((each) => each !== null);
}

interface ToProps {
  readonly words: string;
  readonly to: string;
  readonly what: string;
}

function To({ words, to, what }: ToProps) {
  return (
    <>
      {words}
      <Link to={to}>查看{what}</Link>
    </>
  );
}

/** For who decides: what else is under way about the same institution, so that two cases are not decided past one another. */
export function BesideNote({ filing }: { readonly filing: Filing }) {
  const { removals, others } = useBeside(filing);
  return (
    <>
      {removals.map((each) => (
        <Alert
          key={each.id}
          type="warning"
          showIcon
          title={removalInWords(filing, each)}
          action={<Link to={`/removals/${each.id}`}>查看{each.typeLabel}</Link>}
          style={{ marginBottom: 16 }}
        />
      ))}
      {others.map((each) => (
        <p key={each.id} className="notice">
          <To words={otherInWords(each)} to={`/filings/${each.id}`} what={`在办的${matterInWords(each)}`} />
        </p>
      ))}
    </>
  );
}
