import { ACCOUNT_STATE_LABELS, ROLES, type Role } from '@zhaoguan/contracts';
import { Input, Select } from 'antd';
import type { ColumnType } from 'antd/es/table';
import { Link } from 'react-router';
import { CLEARABLE, CLEARABLE_TEXT } from '../../shared/form/clearable';
import { useRoleLabels } from '../../shared/session/use-list-words';
import { ListTable } from '../../shared/table/list-table';
import { useFilters } from '../../shared/table/use-filters';
import { StateFilter } from '../../shared/table/state-filter';
import { Page } from '../../shared/ui/page';
import { usePlaceNames } from '../../shared/ui/places';
import { LinkButton } from '../../shared/ui/link-button';
import { AccountState, lastSignInInTable, lastSignInInWords } from './account-state';
import { usePeople, type Person } from './people-queries';
import { VacantAdvisers } from './vacant-advisers';

const COLUMNS: readonly ColumnType<Person>[] = [
  {
    title: '姓名',
    dataIndex: 'name',
    render: (name: string, { id }) => <Link to={`/people/${id}`}>{name}</Link>,
  },
  { title: '用户名', dataIndex: 'username' },
  { title: '岗位', dataIndex: 'roles', render: (roles: Role[]) => <Roles roles={roles} /> },
  { title: '辖区', dataIndex: 'districts', render: (districts: string[]) => <Places codes={districts} /> },
  { title: '状态', key: 'state', render: (_, person) => <AccountState person={person} /> },
  { title: '最近登录', key: 'lastSignIn', render: (_, person) => lastSignInInTable(person) },
];

export default function PeoplePage() {
  const labels = useRoleLabels();
  const [filters, change] = useFilters(['q', 'role', 'state']);
  const list = usePeople(filters as Parameters<typeof usePeople>[0]);
  return (
    <Page
      title="人员账号"
      actions={
        <LinkButton to="/people/new" primary>
          新建账号
        </LinkButton>
      }
    >
      <VacantAdvisers />
      <div className="filters">
        <Input.Search
          allowClear={CLEARABLE_TEXT}
          defaultValue={filters.q}
          placeholder="姓名或用户名"
          aria-label="查找账号"
          onSearch={(q) => change({ q })}
          style={{ width: 240 }}
        />
        <Select
          allowClear={CLEARABLE}
          aria-label="岗位"
          placeholder="全部岗位"
          value={filters.role}
          onChange={(role?: string) => change({ role })}
          options={ROLES.map((role) => ({ value: role, label: labels[role] }))}
          style={{ width: 160 }}
        />
        <StateFilter
          name="账号状态"
          labels={ACCOUNT_STATE_LABELS}
          value={filters.state}
          onChange={(state) => change({ state })}
        />
      </div>
      <ListTable
        list={list}
        what="账号"
        columns={COLUMNS}
        to={({ id }) => `/people/${id}`}
        card={(person) => (
          <Link to={`/people/${person.id}`}>
            <strong>{person.name}</strong> <AccountState person={person} />
            <br />
            <span className="muted">
              <Roles roles={person.roles} /> · {lastSignInInWords(person)}
            </span>
          </Link>
        )}
        empty="没有符合条件的账号。"
      />
    </Page>
  );
}

function Roles({ roles }: { readonly roles: readonly Role[] }) {
  const labels = useRoleLabels();
  return roles.map((role) => labels[role]).join('、');
}

function Places({ codes }: { readonly codes: readonly string[] }) {
  return usePlaceNames(codes);
}
