import { Link } from 'react-router';
import { dayInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import type { Filing } from './queries';

/** Of a resumption, beside its form: since when and why the service is stopped, without searching for the filing that said so. */
export function SuspensionPanel({ filing: { suspension } }: { readonly filing: Filing }) {
  if (suspension === null) return null;
  const { filingId, startsOn, endsOn, reason } = suspension;
  return (
    <Panel title="本件所恢复的暂停">
      <Facts
        facts={[
          { name: '暂停服务起始日', value: startsOn && dayInWords(startsOn) },
          { name: '预计恢复服务日', value: endsOn && dayInWords(endsOn) },
          { name: '暂停的原因', value: <span className="typed-lines">{reason}</span> },
        ]}
      />
      <Link to={`/filings/${filingId}`}>查看暂停服务的那一件</Link>
    </Panel>
  );
}
