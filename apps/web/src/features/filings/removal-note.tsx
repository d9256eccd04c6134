import { Alert } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { useRemovals } from '../removals/queries';
import type { Filing } from './queries';

const ENDED: ReadonlySet<string> = new Set(['DECIDED', 'DROPPED', 'ANNULLED']);

/** For who decides a renewal: that the licence is being revoked or cancelled. What is granted is another licence, of which nobody was heard. */
export function RemovalNote({ filing }: { readonly filing: Filing }) {
  const mayRead = useMay('removal.read');
  const isOpen = filing.status === 'SUBMITTED' || filing.status === 'RETURNED';
  if (!mayRead || !isOpen || filing.renewal === null) return null;
  return <Removals institutionId={filing.renewal.institutionId} />;
}

function Removals({ institutionId }: { readonly institutionId: string }) {
  const { items } = useRemovals({ institutionId });
  const open = items?.find(({ status }) => !ENDED.has(status));
  if (open === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`现有许可正在办理${open.typeLabel}：${open.ground.label}。准予延续后是新的许可证，对现有许可证的这一件不能再作决定，需要的另行启动。请先商定两件的处理。`}
      action={<Link to={`/removals/${open.id}`}>查看{open.typeLabel}</Link>}
      style={{ marginBottom: 16 }}
    />
  );
}
