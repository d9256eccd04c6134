import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { dayInWords } from '../../shared/ui/dates';
import { Panel } from '../../shared/ui/panel';
import { ExpiryState } from './expiry-state';
import { useExpiries } from './queries';
import '../../shared/ui/facts.css';

/** What of an institution ends within 90 days, or has ended; nothing where nothing does. */
export function InstitutionExpiries({ institutionId }: { readonly institutionId: string }) {
  return useMay('expiry.read') ? <Rows institutionId={institutionId} /> : null;
}

const NEAR_DAYS = 90;
const MOST_SHOWN = 5;

function Rows({ institutionId }: { readonly institutionId: string }) {
  const { items } = useExpiries({ institutionId, within: NEAR_DAYS });
  if (items === undefined || items.length === 0) return null;
  return (
    <Panel title="到期预警">
      <dl className="facts">
        {items.slice(0, MOST_SHOWN).map((line) => (
          <div key={line.id}>
            <dt>{line.whatLabel}</dt>
            <dd>
              {dayInWords(line.endsOn)} <ExpiryState line={line} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to={`/expiries?institutionId=${institutionId}`}>查看全部到期事项</Link>
      </p>
    </Panel>
  );
}
