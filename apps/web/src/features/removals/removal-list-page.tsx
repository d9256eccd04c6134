import { STATE_LABELS } from '@zhaoguan/contracts';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { ExportButton } from '../../shared/files/export-button';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { StateFilter } from '../../shared/table/state-filter';
import { dayInWords, dayOfInstant } from '../../shared/ui/dates';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { Term } from '../../shared/ui/term';
import { useRemovals, type RemovalLine, type RemovalStatus } from './queries';

const LABELS = STATE_LABELS.removal;

interface NextTermProps {
  readonly line: RemovalLine;
  readonly inTable?: boolean;
}

/** What is next in a case, and until when. */
function NextTerm({ line, inTable = false }: NextTermProps) {
  if (line.status === 'NOTICED' && line.statementUntil !== null)
    return <>陈述申辩至 {inTable ? line.statementUntil : dayInWords(line.statementUntil)}</>;
  return line.dueOn === null ? <>–</> : <Term dueOn={line.dueOn} inTable={inTable} />;
}

const columnsTo = (to: (line: RemovalLine) => string): readonly ColumnType<RemovalLine>[] => [
  {
    title: '机构',
    key: 'institution',
    width: 160,
    render: (_, line) => <Link to={to(line)}>{line.institutionName}</Link>,
  },
  {
    title: '编号',
    dataIndex: 'filingNumber',
    render: (number: string) => <span className="mono">{number}</span>,
  },
  {
    title: '事项',
    key: 'matter',
    width: 240,
    render: (_, line) => `${line.typeLabel}：${line.ground.label}`,
  },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: RemovalStatus) => <Status process="removal" status={status} />,
  },
  { title: '期限', key: 'term', render: (_, line) => <NextTerm line={line} inTable /> },
  { title: '启动日期', dataIndex: 'openedAt', render: dayOfInstant },
];

/** Cases of the authority; for an operator those of its institutions that it was told of. */
export default function RemovalListPage() {
  const [filters, change] = useFilters(['status']);
  const isOfficial = useMay('removal.read');
  const mayOpen = useMay('removal.manage');
  const list = useRemovals(filters.status === undefined ? {} : { status: filters.status as RemovalStatus });
  const to = ({ id }: RemovalLine) => `${isOfficial ? '' : '/my'}/removals/${id}`;
  return (
    <Page
      title="注销、撤销"
      actions={<ExportButton path="/api/v1/removals/export" filters={filters} name="注销、撤销台账" />}
    >
      {mayOpen && (
        <p className="muted">
          从<Link to="/institutions">机构名录</Link>打开机构，再选“注销、撤销”启动办理。
        </p>
      )}
      <div className="filters">
        <StateFilter
          labels={LABELS}
          value={filters.status}
          onChange={(status) => change({ status })}
          width={240}
        />
      </div>
      <ListTable
        list={list}
        what="注销、撤销"
        columns={columnsTo(to)}
        to={to}
        card={(line) => <Card line={line} to={to(line)} />}
        empty={
          filters.status === undefined
            ? isOfficial
              ? '没有注销、撤销的案件。'
              : '您的机构没有收到注销、撤销的告知。'
            : '没有这个状态的案件。可以换一个状态再看。'
        }
      />
    </Page>
  );
}

/** A case in the hand. */
function Card({ line, to }: { readonly line: RemovalLine; readonly to: string }) {
  return (
    <Link to={to}>
      <strong>{line.institutionName}</strong> <Status process="removal" status={line.status} />
      <br />
      <span className="muted">
        {line.typeLabel}：{line.ground.label}
      </span>
      <br />
      <NextTerm line={line} />
    </Link>
  );
}
