import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { instantInTable } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import { Status } from '../../shared/ui/status';
import { useRemovals } from './queries';
import '../../shared/ui/facts.css';

/** Removals of one institution (注销、撤销), the latest first; nothing where there were none. */
export function InstitutionRemovals({ institutionId }: { readonly institutionId: string }) {
  const mayRead = useMay('removal.read');
  const mayState = useMay('removal.state');
  return mayRead || mayState ? <Rows institutionId={institutionId} own={!mayRead} /> : null;
}

function Rows({ institutionId, own }: { readonly institutionId: string; readonly own: boolean }) {
  const { items } = useRemovals({ institutionId });
  if (items === undefined || items.length === 0) return null;
  return (
    <Panel title="注销、撤销">
      <dl className="facts">
        {items.map(({ id, typeLabel, ground, status, openedAt }) => (
          <div key={id}>
            <dt>{instantInTable(openedAt)}</dt>
            <dd>
              <Link to={`${own ? '/my' : ''}/removals/${id}`}>
                {typeLabel}：{ground.label}
              </Link>
              <br />
              <Status process="removal" status={status} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
