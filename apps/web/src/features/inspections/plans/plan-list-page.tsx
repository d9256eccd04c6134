import { KIND_LABELS, KINDS, type Kind } from '@zhaoguan/contracts';
import { Select, Space } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../../shared/form/clearable';
import { useMay } from '../../../shared/session/use-session';
import { ListTable } from '../../../shared/table/list-table';
import { useFilters } from '../../../shared/table/use-filters';
import { instantInTable } from '../../../shared/ui/dates';
import { Page } from '../../../shared/ui/page';
import { usePlaceNames } from '../../../shared/ui/places';
import { LinkButton } from '../../../shared/ui/link-button';
import { ratioInWords } from '../words';
import { usePlans, type PlanLine } from './queries';

const COLUMNS: readonly ColumnType<PlanLine>[] = [
  {
    title: '计划名称',
    dataIndex: 'title',
    render: (title: string, { id }) => <Link to={`/plans/${id}`}>{title}</Link>,
  },
  { title: '年度', dataIndex: 'year' },
  { title: '类别', dataIndex: 'kind', render: (kind: Kind) => KIND_LABELS[kind] },
  { title: '辖区', dataIndex: 'districts', render: (codes: string[]) => <Places codes={codes} /> },
  { title: '抽查比例', key: 'strata', render: (_, plan) => ratiosInWords(plan) },
  { title: '制定时间', dataIndex: 'createdAt', render: instantInTable },
];

export default function PlanListPage() {
  const [{ kind }, change] = useFilters(['kind']);
  const list = usePlans(kind === undefined ? {} : { kind: kind as Kind });
  const mayManage = useMay('plan.manage');
  return (
    <Page
      title="抽查计划"
      actions={
        mayManage && (
          <LinkButton to="/plans/new" primary>
            制定计划
          </LinkButton>
        )
      }
    >
      <Space wrap style={{ marginBottom: 16 }}>
        <Select
          allowClear={CLEARABLE}
          aria-label="机构类别"
          placeholder="全部类别"
          value={kind}
          onChange={(chosen?: string) => change({ kind: chosen })}
          options={KINDS.map((value) => ({ value, label: KIND_LABELS[value] }))}
          style={{ width: 140 }}
        />
      </Space>
      <ListTable
        list={list}
        what="抽查计划"
        columns={COLUMNS}
        to={({ id }) => `/plans/${id}`}
        card={(plan) => (
          <Link to={`/plans/${plan.id}`}>
            <strong>{plan.title}</strong>
            <br />
            <span className="muted">
              {KIND_LABELS[plan.kind]} · {plan.year} 年 · <Places codes={plan.districts} />
            </span>
          </Link>
        )}
        empty={
          mayManage ? '还没有抽查计划。点“制定计划”开始。' : '还没有抽查计划。抽查计划人制定以后列在这里。'
        }
      />
    </Page>
  );
}

function Places({ codes }: { readonly codes: readonly string[] }) {
  return usePlaceNames(codes);
}

function ratiosInWords({ strata }: PlanLine): string {
  return strata.map(({ key, basisPoints }) => `${key} ${ratioInWords(basisPoints)}`).join('，');
}
