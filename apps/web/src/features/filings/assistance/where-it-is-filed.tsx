import {
  KIND_LABELS,
  LEAD_DEPARTMENT_NAMES,
  registryLevelOf,
  type Kind,
  type RegistryLevel,
} from '@zhaoguan/contracts';
import { Form, Radio, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { DistrictSelect } from '../../../shared/form/district-select';
import { useUser } from '../../../shared/session/use-session';
import { useDistricts } from '../../../shared/ui/places';
import { filesByLevel, otherWindow, type FilingToCome } from './window-office';

const LEVEL = ['institution', 'particulars', 'registryLevel'];
const DISTRICT = ['institution', 'district'];
const LEVELS = [
  { value: 'COUNTY', label: '县级' },
  { value: 'CITY', label: '市级' },
  { value: 'PROVINCE', label: '省级' },
];

/**
 * Where the site stands and, of what is non-profit, at which level it is registered: by these it is one window's or another's, and
 * which one is said at once.
 * @law 养老机构管理办法（民政部令第66号）: 非营利性养老机构向登记管理机关同级的人民政府民政部门备案
 */
export function WhereItIsFiled<V extends object>({ form }: { readonly form: FormInstance<V> }) {
  const { districts: own } = useUser();
  const { data } = useDistricts();
  const about: FilingToCome = Form.useWatch((values) => values as FilingToCome, form) ?? {};
  const uscc = about.institution?.uscc ?? '';
  const byLevel = filesByLevel(about);
  const guessed = useRef<RegistryLevel | null>(null);
  useEffect(() => {
    const said = byLevel ? registryLevelOf(uscc) : null;
    const chosen = form.getFieldValue(LEVEL as never) as RegistryLevel | undefined;
    // The code says it already (一次填报), also once it is corrected; what was chosen otherwise stays.
    if (said === null || (chosen !== undefined && chosen !== guessed.current)) return;
    guessed.current = said;
    if (chosen === said) return;
    form.setFieldValue(LEVEL as never, said as never);
    // Filled in by the page nothing is judged anew: that another window receives it would stand there still.
    if (chosen !== undefined) void form.validateFields([LEVEL as never]);
  }, [byLevel, uscc, form]);
  const rule = {
    validator: () => {
      const typed = form.getFieldsValue(true) as FilingToCome;
      const other = data === undefined ? null : otherWindow(typed, own, data);
      if (other === null) return Promise.resolve();
      return Promise.reject(new Error(receivedBy(typed.kind, data?.get(other)?.path ?? other)));
    },
  };
  const chosen = { required: true, message: '请选择' };
  const others = [['kind'], ['institution', 'uscc']];
  return (
    <>
      <Form.Item
        name={DISTRICT}
        label="服务场所所在区县"
        extra="应在您的辖区内，建立草稿后不能改到其他辖区"
        dependencies={others}
        rules={byLevel ? [chosen] : [chosen, rule]}
      >
        <DistrictSelect />
      </Form.Item>
      {byLevel && (
        <Form.Item
          name={LEVEL}
          label="登记管理机关层级"
          extra={`非营利性${KIND_LABELS.ELDERLY_CARE}向登记管理机关同级的民政部门备案，以登记证书上的登记管理机关为准`}
          dependencies={[...others, DISTRICT]}
          rules={[chosen, rule]}
        >
          <Radio.Group options={LEVELS} />
        </Form.Item>
      )}
    </>
  );
}

function receivedBy(kind: Kind | undefined, place: string): string {
  const department = kind === undefined ? '主管部门' : LEAD_DEPARTMENT_NAMES[kind];
  return `由${place}${department}受理，本窗口不能代办：请申请人到该部门的窗口办理，或者由申请人本人在线办理`;
}
