import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ListTable } from '../../../shared/table/list-table';
import { instantInTable } from '../../../shared/ui/dates';
import { Page } from '../../../shared/ui/page';
import { OwnState, publicationInTable, publicationInWords } from './own-state';
import { useOwnInspections, type OwnInspectionLine } from './queries';

const COLUMNS: readonly ColumnType<OwnInspectionLine>[] = [
  {
    title: '检查',
    dataIndex: 'planTitle',
    render: (title: string, { id }) => <Link to={`/my/inspections/${id}`}>{title}</Link>,
  },
  { title: '机构', dataIndex: 'institutionName' },
  {
    title: '开始时间',
    dataIndex: 'startedAt',
    render: (at: string | null) => at !== null && instantInTable(at),
  },
  { title: '状态', key: 'state', render: (_, line) => <OwnState inspection={line} /> },
  { title: '结果', key: 'result', render: (_, { result }) => result?.label ?? '尚未提交' },
  { title: '公布', key: 'published', render: (_, line) => publicationInTable(line) },
];

export default function OwnInspectionListPage() {
  return (
    <Page title="接受检查" facts="您的机构接受的双随机抽查，从检查人员开始检查时起列在这里。">
      <ListTable
        list={useOwnInspections()}
        what="检查"
        columns={COLUMNS}
        to={({ id }) => `/my/inspections/${id}`}
        card={(line) => (
          <Link to={`/my/inspections/${line.id}`}>
            <strong>{line.institutionName}</strong> <OwnState inspection={line} />
            <br />
            {line.planTitle}
            <br />
            <span className="muted">
              {line.result && `${line.result.label} · `}
              {publicationInWords(line)}
            </span>
          </Link>
        )}
        empty="您的机构还没有接受检查。抽中的机构在检查开始前不会得到通知。"
      />
    </Page>
  );
}
