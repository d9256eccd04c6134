import { coversDistrict, isTownshipCode } from '@zhaoguan/kernel';
import { Select } from 'antd';
import type { AriaAttributes } from 'react';
import { useUser } from '../session/use-session';
import { useDistricts } from '../ui/places';

/** What antd's Form.Item gives besides: that it is wrong, and where that is said. */
interface DistrictSelectProps extends Pick<
  AriaAttributes,
  'aria-invalid' | 'aria-describedby' | 'aria-required'
> {
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: string | string[];
  readonly onChange?: (value: never) => void;
  readonly multiple?: boolean;
  /** Of those in the reader's own area alone, down to the county: where the server takes no other and no township. */
  readonly own?: boolean;
}

/** A district by its name or code; counties, and the cities and provinces above them where several may be chosen. */
export function DistrictSelect({
  id,
  value,
  onChange,
  multiple = false,
  own = false,
  ...spoken
}: DistrictSelectProps) {
  const { districts: area } = useUser();
  const { data, isPending } = useDistricts();
  const districts = [...(data?.values() ?? [])].filter(
    ({ code, level }) =>
      (multiple || level === 'COUNTY') && (!own || (!isTownshipCode(code) && coversDistrict(area, code))),
  );
  return (
    <Select<string | string[]>
      {...spoken}
      {...(id === undefined ? {} : { id })}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      value={value ?? (multiple ? [] : null)}
      onChange={(chosen) => onChange?.(chosen as never)}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入名称或代码查找"
      notFoundContent={
        isPending
          ? '正在读取区划名称'
          : `没有找到，请输入${own ? '您辖区内的' : ''}${multiple ? '省、市、' : ''}区县名称`
      }
      options={districts.map(({ code, path }) => ({ value: code, label: `${path}（${code}）` }))}
    />
  );
}
