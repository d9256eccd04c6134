import { RATING_LEVEL_LABELS, siteInWords, STATE_LABELS } from '@zhaoguan/contracts';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ExportButton } from '../../shared/files/export-button';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { StateFilter } from '../../shared/table/state-filter';
import { instantInTable } from '../../shared/ui/dates';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { LinkButton } from '../../shared/ui/link-button';
import { useFollowUps, type FollowUpLine } from './queries';

type FollowUpStatus = FollowUpLine['status'];

const COLUMNS: readonly ColumnType<FollowUpLine>[] = [
  {
    title: '评价',
    dataIndex: 'level',
    render: (level: FollowUpLine['level'], { id }) => (
      <Link to={`/rating-follow-ups/${id}`} className="nowrap">
        {RATING_LEVEL_LABELS[level]}
      </Link>
    ),
  },
  { title: '机构', dataIndex: 'institutionName' },
  { title: '评价的一步', dataIndex: 'stepLabel' },
  { title: '被评价的机关', dataIndex: 'officeName' },
  { title: '类别', key: 'kind', render: (_, row) => siteInWords(row) },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: FollowUpStatus) => <Status process="rating-follow-up" status={status} />,
  },
  {
    title: '期限',
    key: 'term',
    render: (_, { dueOn, endedAt }) =>
      endedAt === null ? <Term dueOn={dueOn} inTable /> : <span className="muted">已办结</span>,
  },
  { title: '收到时间', dataIndex: 'openedAt', render: instantInTable },
];

const LABELS = STATE_LABELS['rating-follow-up'];

/** Bad ratings of the own department's services, the newest first. */
export default function FollowUpListPage() {
  const [filters, change] = useFilters(['status']);
  const status = Object.hasOwn(LABELS, filters.status ?? '') ? (filters.status as FollowUpStatus) : undefined;
  const list = useFollowUps(status);
  const maySeeStatistics = useMay('rating.read-statistics');
  return (
    <Page
      title="差评回访"
      facts="办理过该件的人看不到它的评价；还在办理的，有权作出决定的人也看不到。"
      actions={
        <>
          {maySeeStatistics && <LinkButton to="/service-ratings">评价统计</LinkButton>}
          <ExportButton path="/api/v1/rating-follow-ups/export" filters={{ status }} name="差评回访" />
        </>
      }
    >
      <div className="filters">
        <StateFilter
          labels={LABELS}
          value={status}
          onChange={(chosen) => change({ status: chosen })}
          width={180}
        />
      </div>
      <ListTable
        list={list}
        what="差评"
        columns={COLUMNS}
        to={({ id }) => `/rating-follow-ups/${id}`}
        card={(line) => <FollowUpCard line={line} />}
        empty={
          status === undefined
            ? '没有差评。申请人评价为不满意、非常不满意的，会列在这里，并在待办中提醒。'
            : '没有符合条件的差评。可以换一个状态再看。'
        }
      />
    </Page>
  );
}

function FollowUpCard({ line }: { readonly line: FollowUpLine }) {
  return (
    <Link to={`/rating-follow-ups/${line.id}`}>
      <strong>{RATING_LEVEL_LABELS[line.level]}</strong>{' '}
      <Status process="rating-follow-up" status={line.status} />
      <br />
      {line.institutionName} · {line.stepLabel}
      <br />
      <span className="muted">{line.officeName}</span> {line.endedAt === null && <Term dueOn={line.dueOn} />}
    </Link>
  );
}
