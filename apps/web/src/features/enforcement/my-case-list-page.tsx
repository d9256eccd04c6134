import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ListTable } from '../../shared/table/list-table';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { CaseCard } from './case-list-page';
import { CaseTerm } from './case-term';
import { usePenaltyCases, type CaseLine } from './queries';

const COLUMNS: readonly ColumnType<CaseLine>[] = [
  {
    title: '案号',
    dataIndex: 'caseNumber',
    render: (number: string, { id }) => (
      <Link to={`/my/cases/${id}`} className="nowrap">
        {number}
      </Link>
    ),
  },
  { title: '机构', dataIndex: 'institutionName' },
  { title: '违法行为', key: 'conduct', width: 320, render: (_, { basis }) => basis.conduct },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: CaseLine['status']) => <Status process="penalty-case" status={status} />,
  },
  { title: '当前期限', key: 'term', render: (_, line) => <CaseTerm line={line} inTable /> },
  { title: '办案机关', dataIndex: 'authorityName' },
];

export default function MyCaseListPage() {
  return (
    <Page title="处罚案件" facts="对您的机构立案并已告知的案件。收到告知后，您可以陈述、申辩。">
      <ListTable
        list={usePenaltyCases({})}
        what="案件"
        columns={COLUMNS}
        to={({ id }) => `/my/cases/${id}`}
        card={(line) => <CaseCard line={line} to={`/my/cases/${line.id}`} />}
        empty="您的机构没有收到处罚告知。收到的告知和决定都会列在这里。"
      />
    </Page>
  );
}
