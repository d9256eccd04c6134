import { KIND_LABELS, UNFILED_SOURCE_LABELS } from '@zhaoguan/contracts';
import { Link, useParams } from 'react-router';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { History } from '../../shared/ui/history';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { PlaceName } from '../../shared/ui/places';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { Dismissing, Settling, Urging } from './acts';
import { useUnfiledSite, type UnfiledSite } from './queries';

/** One place that has not filed: what was found, until when it is looked at, what was done. */
export default function UnfiledPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useUnfiledSite(id)} what="线索" title="未备案机构">
      {(site) => <Contents site={site} />}
    </Loaded>
  );
}

function Contents({ site }: { readonly site: UnfiledSite }) {
  const may = (action: UnfiledSite['availableActions'][number]) => site.availableActions.includes(action);
  return (
    <Page
      title={site.name}
      state={
        <>
          <Status process="unfiled-site" status={site.status} />
          {site.dueOn !== null && <Term dueOn={site.dueOn} />}
        </>
      }
      facts={`${KIND_LABELS[site.kind]} · ${site.address}`}
      actions={
        site.availableActions.length > 0 && (
          <>
            {may('urge') && <Urging site={site} />}
            {may('settle') && <Settling site={site} />}
            {may('dismiss') && <Dismissing site={site} />}
          </>
        )
      }
    >
      <Panel title="线索">
        <Facts facts={factsOf(site)} />
      </Panel>
      <Panel title="办理过程">
        <History
          acts={[
            {
              id: 'recorded',
              at: site.recordedAt,
              label: '登记线索',
              actor: site.recordedByName,
              reason: null,
            },
            ...site.history.map(({ label, at, actorName, note, visitedOn }, index) => ({
              id: String(index),
              at,
              label: visitedOn === null ? label : `${label}（${dayInWords(visitedOn)}到现场）`,
              actor: actorName,
              reason: note,
            })),
          ].toReversed()}
        />
      </Panel>
    </Page>
  );
}

function factsOf({ district, township, uscc, source, foundOn, clue, institutionId, endedAt }: UnfiledSite) {
  return [
    { name: '所在地', value: <PlaceName code={township ?? district} /> },
    { name: '统一社会信用代码', value: uscc },
    { name: '线索来源', value: UNFILED_SOURCE_LABELS[source] },
    { name: '发现日期', value: dayInWords(foundOn) },
    { name: '情况', value: clue },
    ...(institutionId === null
      ? []
      : [{ name: '名录中的机构', value: <Link to={`/institutions/${institutionId}`}>查看机构</Link> }]),
    ...(endedAt === null ? [] : [{ name: '办结时间', value: instantInWords(endedAt) }]),
  ];
}
