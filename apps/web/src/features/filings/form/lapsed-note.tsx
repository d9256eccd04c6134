import { Link } from 'react-router';
import { Panel } from '../../../shared/ui/panel';
import { FollowedRemarks } from '../followed-remarks';
import type { Filing } from '../queries';
import { useRefusedBefore } from '../refused-before';

interface LapsedNoteProps {
  readonly filing: Filing;
  readonly onGo: (pointer: string) => void;
}

/** What was to be put right in the case that lapsed (逾期视为撤回), for who applies anew: it would be asked for again. */
export function LapsedNote({ filing, onGo }: LapsedNoteProps) {
  const { data = [] } = useRefusedBefore(filing);
  return data
    .filter(({ remarks }) => remarks.length > 0)
    .map(({ filingId, remarks }) => (
      <Panel key={filingId} title={`上次的补正意见（${remarks.length} 处）`}>
        <p>
          <Link to={`/filings/${filingId}`}>上次的那一件</Link>
          逾期没有补正，视为撤回。下面各处请在本件中改正。
        </p>
        <FollowedRemarks remarks={remarks} onGo={onGo} />
      </Panel>
    ));
}
