import { Select } from 'antd';
import { CLEARABLE } from './clearable';
import { useDistricts } from '../ui/places';
import type { SpokenFault } from './fault-lines';

interface TownshipSelectProps extends SpokenFault {
  readonly id: string;
  readonly value: string;
  readonly onChange: (code: string | null) => void;
  readonly district: string | null;
}

/** A street office or township (街道、镇) of one county. */
export function TownshipSelect({ id, value, onChange, district, ...spoken }: TownshipSelectProps) {
  const { data, isPending } = useDistricts();
  const townships = [...(data?.values() ?? [])].filter(
    ({ parent }) => parent !== null && parent === district,
  );
  return (
    <Select
      {...spoken}
      id={id}
      allowClear={CLEARABLE}
      value={value === '' ? null : value}
      onChange={(code: string | null | undefined) => onChange(code ?? null)}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={district === null ? '请先选择区县' : '请选择乡镇（街道），可以输入名称查找'}
      options={townships.map(({ code, name }) => ({ value: code, label: name }))}
      style={{ maxWidth: 400 }}
    />
  );
}
