import {
  DEPARTMENT_CODES,
  DEPARTMENT_LABELS,
  ROLES,
  type DepartmentCode,
  type Role,
} from '@zhaoguan/contracts';
import { Form, Input, Select } from 'antd';
import { DistrictSelect } from '../../shared/form/district-select';
import { atMost, FILLED } from '../../shared/form/filled';
import { useRoleLabels } from '../../shared/session/use-list-words';

/** What is typed is looked for in the names, not in the codes. */
const BY_NAME = { optionFilterProp: 'label' };
const CHOSEN = [{ required: true, message: '请选择' }];

/** What an account may do and where (岗位、辖区、部门). An operator has neither district nor department. */
export function PersonFields() {
  const roles = Form.useWatch<Role[] | undefined>('roles') ?? [];
  const isOperator = roles.includes('OPERATOR');
  const labels = useRoleLabels();
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[...FILLED, atMost(50)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="roles" label="岗位" rules={CHOSEN} extra="机构经办人、系统管理员不能兼任其他岗位">
        <Select
          mode="multiple"
          showSearch={BY_NAME}
          options={ROLES.map((role) => ({ value: role, label: labels[role] }))}
        />
      </Form.Item>
      {isOperator ? (
        <Form.Item name="homeDistrict" label="由哪一辖区的管理员维护" rules={CHOSEN}>
          <DistrictSelect own />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="districts" label="辖区" rules={CHOSEN} extra="只能看到和办理辖区内的事项">
            <DistrictSelect multiple own />
          </Form.Item>
          <Form.Item
            name="departments"
            label="部门"
            extra="受理、抽查、处罚按部门办理；系统管理员不属于任何部门"
          >
            <Select
              mode="multiple"
              showSearch={BY_NAME}
              options={DEPARTMENT_CODES.map((code) => ({ value: code, label: DEPARTMENT_LABELS[code] }))}
            />
          </Form.Item>
        </>
      )}
    </>
  );
}

/** What the fields hold, as the interface takes it. */
export interface Rights {
  readonly name: string;
  readonly roles: Role[];
  readonly districts?: string[];
  readonly departments?: DepartmentCode[];
  readonly homeDistrict?: string | null;
}

export function rightsOf({ name, roles, districts, departments, homeDistrict }: Rights) {
  return roles.includes('OPERATOR')
    ? { name, roles, districts: [], departments: [], homeDistrict: homeDistrict ?? null }
    : { name, roles, districts: districts ?? [], departments: departments ?? [], homeDistrict: null };
}
