import { Panel } from '../../../shared/ui/panel';
import type { Filing } from '../queries';
import { ReceiverList, useReceivers, type Receiver } from '../receivers';
import { useClosure } from './queries';

/** That who takes people in will not be there for them, or is not. */
const STOPPING: ReadonlySet<Receiver['doubt']> = new Set([
  'ABOUT_TO_STOP',
  'ASKS_TO_STOP',
  'NOT_OPERATING',
  'FILING_ENDED',
]);

/** For the office of a granted closure, until everybody is placed: those of its notice that have come to stop since. */
export function StoppingReceivers({ filing }: { readonly filing: Filing }) {
  const { data: closures = [] } = useClosure(filing);
  const { data: receivers = [] } = useReceivers(filing);
  const waits = closures.some(({ dueOn }) => dueOn !== null);
  const stopping = receivers.filter(({ doubt }) => STOPPING.has(doubt));
  if (!waits || stopping.length === 0) return null;
  return (
    <Panel title="接收机构停止服务的情况">
      <p className="muted">核实人员安置时，请一并核对这些人另去了哪里。</p>
      <ReceiverList receivers={stopping} kind={filing.kind} />
    </Panel>
  );
}
