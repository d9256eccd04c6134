import { DEPARTMENT_LABELS, OVERDUE_LEVEL_LABELS, STATE_LABELS } from '@zhaoguan/contracts';
import { Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../../shared/form/clearable';
import { ExportButton } from '../../../shared/files/export-button';
import { useMay } from '../../../shared/session/use-session';
import { ListTable } from '../../../shared/table/list-table';
import { useFilters } from '../../../shared/table/use-filters';
import { Mark } from '../../../shared/ui/mark';
import { Page } from '../../../shared/ui/page';
import { Status } from '../../../shared/ui/status';
import { OverdueFigures } from './overdue-figures';
import { useOverdues, type OverdueDepartment, type OverdueLine } from './queries';

const COLUMNS: readonly ColumnType<OverdueLine>[] = [
  {
    title: '事项',
    dataIndex: 'title',
    render: (title: string, { id }) => <Link to={`/overdue-items/${id}`}>{title}</Link>,
  },
  { title: '待办', dataIndex: 'typeLabel' },
  { title: '承办机关', dataIndex: 'officeName' },
  {
    title: '超期',
    key: 'days',
    render: (_, line) => <Lateness line={line} />,
  },
  { title: '期限', dataIndex: 'dueOn' },
  { title: '报到', dataIndex: 'raisedTo' },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: OverdueLine['status']) => <Status process="overdue" status={status} />,
  },
];

const IN_CHARGE: Readonly<Record<OverdueDepartment, string>> = {
  'civil-affairs': DEPARTMENT_LABELS['civil-affairs'],
  health: DEPARTMENT_LABELS.health,
};

const FILTERS = {
  status: { label: '状态', all: '未办结', labels: STATE_LABELS.overdue },
  level: { label: '报到', all: '各级', labels: OVERDUE_LEVEL_LABELS },
  department: { label: '部门', all: '全部部门', labels: IN_CHARGE },
} as const;
type FilterName = keyof typeof FILTERS;
const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** What offices have let pass (超期督办), the longest overdue first. */
export default function OverdueListPage() {
  const [filters, change] = useFilters(FILTER_NAMES);
  const known = Object.fromEntries(
    FILTER_NAMES.filter((name) => Object.hasOwn(FILTERS[name].labels, filters[name] ?? '')).map((name) => [
      name,
      filters[name],
    ]),
  );
  const list = useOverdues(known);
  const maySupervise = useMay('overdue.supervise');
  return (
    <Page
      title="超期督办"
      actions={<ExportButton path="/api/v1/overdue-items/export" filters={known} name="超期事项" />}
      facts="期限届满没有办结的，报本级负责人；仍未办结的，报上级部门；上级部门在本平台没有可以督办的人员的，仍由本级负责人督办。应由本级负责人自己办的，直接报上级部门。事项办结以后，督办自动结束。"
    >
      {maySupervise && <OverdueFigures />}
      <div className="filters">
        {FILTER_NAMES.map((name) => (
          <Select
            key={name}
            allowClear={CLEARABLE}
            aria-label={FILTERS[name].label}
            placeholder={FILTERS[name].all}
            value={known[name]}
            onChange={(chosen?: string) => change({ [name]: chosen })}
            options={Object.entries(FILTERS[name].labels).map(([value, label]) => ({ value, label }))}
            style={{ width: 160 }}
          />
        ))}
      </div>
      <ListTable
        list={list}
        what="超期事项"
        columns={COLUMNS}
        to={({ id }) => `/overdue-items/${id}`}
        card={(line) => <OverdueCard line={line} />}
        empty={
          Object.keys(known).length === 0
            ? '没有超期的事项。期限届满没有办结的，次一工作日列在这里，并在负责人的待办中提醒。'
            : '没有符合条件的超期事项。可以换一个条件再看。'
        }
      />
    </Page>
  );
}

function Lateness({ line: { endedAt, daysOverdue } }: { readonly line: OverdueLine }) {
  return endedAt === null ? (
    <Mark tone="stopped">已超期 {daysOverdue} 个工作日</Mark>
  ) : (
    <span className="muted">已办结</span>
  );
}

function OverdueCard({ line }: { readonly line: OverdueLine }) {
  return (
    <Link to={`/overdue-items/${line.id}`}>
      <strong>{line.title}</strong> <Status process="overdue" status={line.status} />
      <br />
      <span className="muted">
        {line.typeLabel} · {line.officeName} · {line.raisedTo}
      </span>{' '}
      <Lateness line={line} />
    </Link>
  );
}
