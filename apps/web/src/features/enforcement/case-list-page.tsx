import { KIND_LABELS, KINDS, STATE_LABELS, type Kind } from '@zhaoguan/contracts';
import { Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../shared/form/clearable';
import { useMay } from '../../shared/session/use-session';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { Page } from '../../shared/ui/page';
import { Status } from '../../shared/ui/status';
import { LinkButton } from '../../shared/ui/link-button';
import { CaseTerm } from './case-term';
import { usePenaltyCases, type CaseFilters, type CaseLine, type CaseStatus } from './queries';

const COLUMNS: readonly ColumnType<CaseLine>[] = [
  {
    title: '案号',
    dataIndex: 'caseNumber',
    render: (number: string, { id }) => (
      <Link to={`/cases/${id}`} className="nowrap">
        {number}
      </Link>
    ),
  },
  { title: '当事人', dataIndex: 'institutionName' },
  { title: '违法行为', key: 'conduct', width: 280, render: (_, { basis }) => basis.conduct },
  {
    title: '状态',
    dataIndex: 'status',
    render: (status: CaseStatus) => <Status process="penalty-case" status={status} />,
  },
  { title: '当前期限', key: 'term', render: (_, line) => <CaseTerm line={line} inTable /> },
  { title: '立案日期', dataIndex: 'openedOn' },
];

const LABELS = STATE_LABELS['penalty-case'];
/** Undecided ones first: that is what there is to do. */
const VIEWS = [
  { value: '', label: '尚未决定，期限近的在前' },
  ...(Object.keys(LABELS) as CaseStatus[]).map((status) => ({ value: status, label: LABELS[status] })),
  { value: 'ALL', label: '全部，新立案的在前' },
];
const DECIDED: ReadonlySet<string> = new Set(['DECIDED', 'NOT_PENALISED']);

export default function CaseListPage() {
  const [filters, change] = useFilters(['status', 'kind']);
  const list = usePenaltyCases(queryOf(filters));
  const mayOpen = useMay('case.manage');
  return (
    <Page
      title="处罚案件"
      actions={
        mayOpen && (
          <LinkButton to="/cases/new" primary>
            待立案问题
          </LinkButton>
        )
      }
    >
      <div className="filters">
        <Select
          aria-label="状态"
          value={filters.status ?? ''}
          onChange={(status) => change({ status })}
          options={VIEWS}
          style={{ width: 240 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="机构类型"
          placeholder="全部类型"
          value={filters.kind}
          onChange={(kind?: string) => change({ kind })}
          options={KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          style={{ width: 140 }}
        />
      </div>
      <ListTable
        list={list}
        what="案件"
        columns={COLUMNS}
        to={({ id }) => `/cases/${id}`}
        card={(line) => <CaseCard line={line} to={`/cases/${line.id}`} />}
        empty={
          filters.status === undefined ? (
            <NoneUndecided onAll={() => change({ status: 'ALL' })} />
          ) : (
            '没有符合条件的案件。可以换一个状态再看。'
          )
        }
      />
    </Page>
  );
}

/** Decided cases are not gone: they stand under the filter, and here is the way to them. */
function NoneUndecided({ onAll }: { readonly onAll: () => void }) {
  return (
    <>
      没有尚未决定的案件。检查中发现的不符合项列在“待立案问题”中；已经决定的案件在“状态”中选择，也可以
      <button type="button" className="link-button" onClick={onAll}>
        查看全部案件
      </button>
      。
    </>
  );
}

function queryOf({ status, kind }: { readonly status?: string; readonly kind?: string }): CaseFilters {
  const byTerm = status !== 'ALL' && !DECIDED.has(status ?? '');
  return {
    sort: byTerm ? 'decideBy' : '-openedOn',
    ...(status === undefined || status === 'ALL' ? {} : { status: status as CaseStatus }),
    ...(kind === undefined ? {} : { kind: kind as Kind }),
  };
}

/** A case in the hand. */
export function CaseCard({ line, to }: { readonly line: CaseLine; readonly to: string }) {
  return (
    <Link to={to}>
      <strong>{line.institutionName}</strong> <Status process="penalty-case" status={line.status} />
      <br />
      <span className="muted">
        {line.caseNumber} · {line.basis.conduct}
      </span>
      <br />
      <CaseTerm line={line} />
    </Link>
  );
}
