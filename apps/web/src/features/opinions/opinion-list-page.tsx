import { siteInWords, STATE_LABELS } from '@zhaoguan/contracts';
import { Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../shared/form/clearable';
import { ExportButton } from '../../shared/files/export-button';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { useAskedOpinions, type AskedLine } from './queries';

const COLUMNS: readonly ColumnType<AskedLine>[] = [
  {
    title: '机构名称',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/opinions/${id}`}>{name}</Link>,
  },
  { title: '类别', key: 'kind', render: (_, row) => siteInWords(row) },
  { title: '征求部门', dataIndex: 'departmentName' },
  { title: '问题', dataIndex: 'question' },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: string) => <Status process="filing-opinion" status={status} />,
  },
  {
    title: '答复期限',
    key: 'dueOn',
    render: (_, { status, dueOn }) => (status === 'ASKED' ? <Term dueOn={dueOn} inTable /> : dueOn),
  },
];

/** What the own department is asked about filings: what is to be answered first, by its last day. */
export default function OpinionListPage() {
  const [filters, change] = useFilters(['status']);
  const list = useAskedOpinions(filters.status as AskedLine['status'] | undefined);
  return (
    <Page
      title="协同意见"
      actions={<ExportButton path="/api/v1/opinions/export" filters={filters} name="协同意见" />}
    >
      <Select
        allowClear={CLEARABLE}
        aria-label="状态"
        placeholder="全部状态"
        value={filters.status}
        onChange={(status?: string) => change({ status })}
        options={Object.entries(STATE_LABELS['filing-opinion']).map(([value, label]) => ({ value, label }))}
        style={{ width: 160, marginBottom: 16 }}
      />
      <ListTable
        list={list}
        what="协同意见"
        columns={COLUMNS}
        to={({ id }) => `/opinions/${id}`}
        card={(line) => (
          <Link to={`/opinions/${line.id}`}>
            <strong>{line.name}</strong> <Status process="filing-opinion" status={line.status} />
            <br />
            <span className="muted">
              {line.departmentName} · {line.question}
            </span>
            {line.status === 'ASKED' && (
              <>
                <br />
                答复期限 <Term dueOn={line.dueOn} />
              </>
            )}
          </Link>
        )}
        empty="还没有征求本部门意见的申请。有人征求时会出现在这里和“待办”里。"
      />
    </Page>
  );
}
