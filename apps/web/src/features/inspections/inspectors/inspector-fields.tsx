import { DEPARTMENT_CODES, DEPARTMENT_LABELS, type DepartmentCode } from '@zhaoguan/contracts';
import { isPlainDate } from '@zhaoguan/kernel';
import { Form, Select } from 'antd';
import { DayPicker } from '../../../shared/form/day-picker';
import { DistrictSelect } from '../../../shared/form/district-select';

/** What may change of an entry: department, districts, validity of the certificate. */
export interface InspectorValues {
  readonly department: DepartmentCode;
  readonly districts: string[];
  readonly validUntil: string;
}

const CHOSEN = [{ required: true, message: '请选择' }];
const DAY = {
  validator: (_: unknown, day: string | null | undefined) =>
    !day || isPlainDate(day)
      ? Promise.resolve()
      : Promise.reject(new Error('日期不正确，请按 2029-12-31 的格式填写')),
};

export function InspectorFields() {
  return (
    <>
      <Form.Item
        name="department"
        label="部门"
        rules={CHOSEN}
        extra="代表哪个部门参加检查；计划要求几个部门时，按部门分别选派"
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={DEPARTMENT_CODES.map((value) => ({ value, label: DEPARTMENT_LABELS[value] }))}
        />
      </Form.Item>
      <Form.Item name="districts" label="辖区" rules={CHOSEN} extra="可以被派到哪些地方检查">
        <DistrictSelect multiple own />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label="执法证有效期至"
        rules={[...CHOSEN, DAY]}
        extra="过期以后自动不再选派，换证以后在这里更新"
      >
        <DayPicker />
      </Form.Item>
    </>
  );
}
