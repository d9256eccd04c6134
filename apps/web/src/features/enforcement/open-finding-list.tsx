import { Button } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { ListTable } from '../../shared/table/list-table';
import { dayInWords } from '../../shared/ui/dates';
import { SeverityMark } from '../../shared/ui/severity-mark';
import './open-finding-list.css';
import { isBinding, useOpenFindings, type OpenFinding } from './queries';

type Row = OpenFinding & { readonly id: string };

const to = ({ resultId, findingId }: OpenFinding): string =>
  `/cases/new?result=${resultId}&finding=${findingId}`;

const COLUMNS: readonly ColumnType<Row>[] = [
  {
    title: '检查项目',
    key: 'item',
    render: (_, row) => (
      <Link to={to(row)} className="finding-cell finding-item">
        {row.itemCode} {row.itemTitle}
      </Link>
    ),
  },
  {
    title: '机构',
    dataIndex: 'institutionName',
    render: (name: string) => <div className="finding-cell">{name}</div>,
  },
  {
    title: '程度',
    dataIndex: 'severity',
    render: (severity: OpenFinding['severity']) => <SeverityMark severity={severity} />,
  },
  { title: '检查日期', dataIndex: 'inspectedOn' },
  {
    title: '检查情况',
    dataIndex: 'note',
    render: (note: string | null) => (
      <div className="finding-cell finding-note" title={note ?? ''}>
        {note}
      </div>
    ),
  },
  {
    title: '规定性质',
    key: 'binding',
    render: (_, row) => (
      <div className="finding-cell finding-kind">
        {isBinding(row) ? '强制性规定' : <span className="muted">推荐性标准，只作指导</span>}
      </div>
    ),
  },
  { title: '办理', key: 'act', fixed: 'end', render: (_, row) => isBinding(row) && <OpenButton row={row} /> },
];

/** What the row is for, in so many words; all findings of the inspection stand together on the page that it leads to. */
function OpenButton({ row }: { readonly row: Row }) {
  const navigate = useNavigate();
  return (
    <Button
      size="small"
      aria-label={`立案：${row.institutionName}，${row.itemTitle}`}
      onClick={() => void navigate(to(row))}
    >
      立案
    </Button>
  );
}

export function OpenFindingList() {
  return (
    <ListTable
      list={useOpenFindings()}
      what="待立案问题"
      columns={COLUMNS}
      to={to}
      card={(row) => (
        <Link to={to(row)}>
          <strong>{row.institutionName}</strong> <SeverityMark severity={row.severity} />
          <br />
          {row.itemCode} {row.itemTitle}
          <br />
          <span className="muted">
            {dayInWords(row.inspectedOn)}检查{!isBinding(row) && ' · 推荐性标准，只作指导'}
          </span>
        </Link>
      )}
      empty="没有待立案的问题。检查人员提交检查结果后，其中的不符合项会列在这里。"
    />
  );
}
