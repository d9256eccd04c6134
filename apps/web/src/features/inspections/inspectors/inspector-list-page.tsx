import {
  DEPARTMENT_CODES,
  DEPARTMENT_LABELS,
  departmentLabel,
  type DepartmentCode,
} from '@zhaoguan/contracts';
import { Select, Space } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE } from '../../../shared/form/clearable';
import { useMay } from '../../../shared/session/use-session';
import { ListTable } from '../../../shared/table/list-table';
import { useFilters } from '../../../shared/table/use-filters';
import { StateFilter } from '../../../shared/table/state-filter';
import { Page } from '../../../shared/ui/page';
import { usePlaceNames } from '../../../shared/ui/places';
import { LinkButton } from '../../../shared/ui/link-button';
import { CertificateMark } from './certificate-mark';
import { useInspectors, type Inspector } from './queries';

const COLUMNS: readonly ColumnType<Inspector>[] = [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/inspectors/${id}`}>{name}</Link>,
  },
  { title: '执法证号', dataIndex: 'certificateNumber', className: 'mono' },
  { title: '部门', dataIndex: 'department', render: departmentLabel },
  { title: '辖区', dataIndex: 'districts', render: (codes: string[]) => <Places codes={codes} /> },
  { title: '执法证有效期至', dataIndex: 'validUntil' },
  { title: '状态', key: 'state', render: (_, inspector) => <CertificateMark inspector={inspector} /> },
];

export default function InspectorListPage() {
  const [{ department, active }, change] = useFilters(['department', 'active']);
  const list = useInspectors({
    ...(department === undefined ? {} : { department: department as DepartmentCode }),
    ...(active === undefined ? {} : { active: active === 'true' }),
  });
  const mayManage = useMay('inspector.manage');
  return (
    <Page
      title="检查人员名录"
      facts="随机选派只从这里的有效记录中抽取。"
      actions={
        mayManage && (
          <LinkButton to="/inspectors/new" primary>
            登记检查人员
          </LinkButton>
        )
      }
    >
      <Space wrap style={{ marginBottom: 16 }}>
        <Select
          allowClear={CLEARABLE}
          aria-label="部门"
          placeholder="全部部门"
          value={department}
          onChange={(chosen?: string) => change({ department: chosen })}
          options={DEPARTMENT_CODES.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
          style={{ width: 200 }}
        />
        <StateFilter
          labels={{ true: '在用', false: '已停用' }}
          value={active}
          onChange={(chosen) => change({ active: chosen })}
          width={140}
        />
      </Space>
      <ListTable
        list={list}
        what="检查人员"
        columns={COLUMNS}
        to={({ id }) => `/inspectors/${id}`}
        card={(inspector) => (
          <Link to={`/inspectors/${inspector.id}`}>
            <strong>{inspector.name}</strong> <CertificateMark inspector={inspector} />
            <br />
            <span className="muted">
              {departmentLabel(inspector.department)} · <Places codes={inspector.districts} />
            </span>
          </Link>
        )}
        empty={
          department === undefined && active === undefined
            ? '名录里还没有检查人员。先由系统管理员建立账号，再在这里登记。'
            : '没有符合条件的检查人员。'
        }
      />
    </Page>
  );
}

function Places({ codes }: { readonly codes: readonly string[] }) {
  return usePlaceNames(codes);
}
