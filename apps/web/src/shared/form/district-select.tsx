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
  /** Of those in the reader's own area alone: where the server takes no other. */
  readonly own?: boolean;
  /** Down to the county: where the server takes no township. */
  readonly noTownships?: boolean;
}

/** A district by its name or code; counties, and the cities and provinces above them where several may be chosen. */
export function DistrictSelect({
  id,
  value,
  onChange,
  multiple = false,
  own = false,
  noTownships = false,
  ...spoken
}: DistrictSelectProps) {
  const { districts: area } = useUser();
  const { data, isPending } = useDistricts();
  // A functional area (功能区) has some townships of a county: who works there names the county first.
  const isOwn = (code: string): boolean =>
    coversDistrict(area, code) || (!multiple && area.some((one) => coversDistrict([code], one)));
  const chosen = new Set([value ?? []].flat());
  const districts = [...(data?.values() ?? [])].filter(({ code, level }) => {
    // What is chosen already keeps its name, though the reader could not choose it anew.
    if (chosen.has(code)) return true;
    return (multiple ? !(noTownships && isTownshipCode(code)) : level === 'COUNTY') && (!own || isOwn(code));
  });
  return (
    <Select<string | string[]>
      {...spoken}
      {...(id === undefined ? {} : { id })}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      value={value ?? (multiple ? [] : null)}
      onChange={(picked) => onChange?.(picked as never)}
      // Thousands of counties where the whole country is looked after; their codes are no secret and stand in the names as well.
      virtual
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
