import { KIND_LABELS, STATE_LABELS, UNFILED_SOURCE_LABELS } from '@zhaoguan/contracts';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ExportButton } from '../../shared/files/export-button';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { StateFilter } from '../../shared/table/state-filter';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { LinkButton } from '../../shared/ui/link-button';
import { useUnfiledSites, type UnfiledLine } from './queries';

type UnfiledStatus = UnfiledLine['status'];

const COLUMNS: readonly ColumnType<UnfiledLine>[] = [
  {
    title: '名称',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/unfiled-sites/${id}`}>{name}</Link>,
  },
  { title: '类别', key: 'kind', render: (_, { kind }) => KIND_LABELS[kind] },
  { title: '地址', dataIndex: 'address' },
  { title: '线索来源', key: 'source', render: (_, { source }) => UNFILED_SOURCE_LABELS[source] },
  { title: '发现日期', dataIndex: 'foundOn', className: 'nowrap' },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: UnfiledStatus) => <Status process="unfiled-site" status={status} />,
  },
  {
    title: '期限',
    key: 'term',
    render: (_, { dueOn }) =>
      dueOn === null ? <span className="muted">已办结</span> : <Term dueOn={dueOn} inTable />,
  },
];

const LABELS = STATE_LABELS['unfiled-site'];

/** Places in the district that offer their service without having filed, the newest first. */
export default function UnfiledListPage() {
  const [filters, change] = useFilters(['status']);
  const status = Object.hasOwn(LABELS, filters.status ?? '') ? (filters.status as UnfiledStatus) : undefined;
  const list = useUnfiledSites(status);
  const mayRecord = useMay('unfiled.handle');
  return (
    <Page
      title="未备案机构"
      facts="发现没有备案就提供服务的，到现场检查并督促备案；未备案本身不处罚款。"
      actions={
        <>
          {mayRecord && (
            <LinkButton to="/unfiled-sites/new" primary>
              登记线索
            </LinkButton>
          )}
          <ExportButton path="/api/v1/unfiled-sites/export" filters={{ status }} name="未备案机构" />
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
        what="线索"
        columns={COLUMNS}
        to={({ id }) => `/unfiled-sites/${id}`}
        card={(line) => <UnfiledCard line={line} />}
        empty={
          status === undefined
            ? '没有未备案机构的线索。巡查、检查或者接到举报时发现的，请登记，到期前会在待办中提醒。'
            : '没有符合条件的线索。可以换一个状态再看。'
        }
      />
    </Page>
  );
}

function UnfiledCard({ line }: { readonly line: UnfiledLine }) {
  return (
    <Link to={`/unfiled-sites/${line.id}`}>
      <strong>{line.name}</strong> <Status process="unfiled-site" status={line.status} />
      <br />
      <span className="muted">{line.address}</span> {line.dueOn !== null && <Term dueOn={line.dueOn} />}
    </Link>
  );
}
