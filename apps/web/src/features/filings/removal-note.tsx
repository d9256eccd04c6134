import { Alert } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { useRemovals, type RemovalLine } from '../removals/queries';
import type { Filing } from './queries';

const ENDED: ReadonlySet<string> = new Set(['DECIDED', 'DROPPED', 'ANNULLED']);

/** The removal that runs against the licence which is asked to go on; for who decides that, and may read it. */
export function useRunningRemoval({ status, renewal }: Pick<Filing, 'status' | 'renewal'>) {
  const mayRead = useMay('removal.read');
  const isOpen = status === 'SUBMITTED' || status === 'RETURNED';
  const asked = mayRead && isOpen && renewal !== null;
  const { items = [] } = useRemovals({ institutionId: renewal?.institutionId ?? '' }, asked);
  return asked ? items.find((each) => !ENDED.has(each.status)) : undefined;
}

/** What is granted is another licence, of which nobody was heard. */
const runningInWords = ({ typeLabel, ground }: Pick<RemovalLine, 'typeLabel' | 'ground'>): string =>
  `现有许可正在办理${typeLabel}：${ground.label}。准予延续后是新的许可证，对现有许可证的这一件不能再作决定，需要的另行启动。请先商定两件的处理。`;

/** The same in the question before the grant, with the way to it. */
export const RunningRemoval = ({ removal }: { readonly removal: RemovalLine }) => (
  <>
    {runningInWords(removal)}
    <Link to={`/removals/${removal.id}`}>查看{removal.typeLabel}</Link>
  </>
);

/** For who decides a renewal: that the licence is being revoked or cancelled. */
export function RemovalNote({ filing }: { readonly filing: Filing }) {
  const open = useRunningRemoval(filing);
  if (open === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={runningInWords(open)}
      action={<Link to={`/removals/${open.id}`}>查看{open.typeLabel}</Link>}
      style={{ marginBottom: 16 }}
    />
  );
}
