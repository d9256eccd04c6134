import { Link } from 'react-router';
import { dayInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import type { Filing } from './queries';

/** Beside the form of a resumption, or of what prolongs a suspension: since when and why the service is stopped, without searching for what said so. */
export function SuspensionPanel({ filing }: { readonly filing: Filing }) {
  if (filing.prolongs !== null) return <ProlongedPanel filing={filing} prolongs={filing.prolongs} />;
  if (filing.suspension === null) return null;
  const { startsOn, endsOn } = filing.suspension;
  return (
    <Panel title="本件所恢复的暂停">
      <Facts
        facts={[
          { name: '暂停服务起始日', value: startsOn && dayInWords(startsOn) },
          { name: '预计恢复服务日', value: endsOn && dayInWords(endsOn) },
          whyOf(filing.suspension),
        ]}
      />
      <ToldIn suspension={filing.suspension} />
    </Panel>
  );
}

type Suspension = NonNullable<Filing['suspension']>;

const whyOf = ({ prolonged, reason }: Suspension) => ({
  name: prolonged ? '延长暂停的原因' : '暂停的原因',
  value: <span className="typed-lines">{reason}</span>,
});

function ToldIn({ suspension: { filingId, prolonged } }: { readonly suspension: Suspension }) {
  return <Link to={`/filings/${filingId}`}>查看{prolonged ? '延长暂停' : '暂停服务'}的那一件</Link>;
}

interface ProlongedProps {
  readonly filing: Filing;
  readonly prolongs: NonNullable<Filing['prolongs']>;
}

/** What was told before, and what is told now. */
function ProlongedPanel({
  filing: { institution, editable, suspension },
  prolongs: { since, until },
}: ProlongedProps) {
  const endsOn = institution.notice?.endsOn ?? null;
  return (
    <Panel title="本件所延长的暂停">
      <Facts
        facts={[
          { name: '暂停服务起始日', value: since && dayInWords(since) },
          { name: '原预计恢复服务日', value: until && dayInWords(until) },
          ...(suspension === null ? [] : [whyOf(suspension)]),
          ...(editable ? [] : [{ name: '延长后的预计恢复服务日', value: endsOn && dayInWords(endsOn) }]),
        ]}
      />
      {suspension !== null && <ToldIn suspension={suspension} />}
    </Panel>
  );
}
