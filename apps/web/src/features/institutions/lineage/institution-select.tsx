import { Select } from 'antd';
import { useId, useState } from 'react';
import { useSettled } from '../../../shared/form/use-settled';
import { useInstitutions } from '../queries';

interface InstitutionSelectProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** Not to be chosen: the institution itself. */
  readonly except: string;
}

/** Another institution of the own jurisdiction, found by two characters of its name or by its code. */
export function InstitutionSelect({ label, value, onChange, except }: InstitutionSelectProps) {
  const id = useId();
  const [typed, type] = useState('');
  const q = useSettled(typed.trim());
  const found = useInstitutions(q === '' ? {} : { q });
  const options = (found.items ?? [])
    .filter((item) => item.id !== except)
    .map((item) => ({ value: item.id, label: `${item.name}（${item.filingNumber ?? item.uscc}）` }));
  return (
    <div style={{ marginBottom: 24 }}>
      <label htmlFor={id}>{label}（必填）</label>
      <Select
        id={id}
        allowClear
        placeholder="输入名称中的两个字，或者信用代码"
        value={value ?? null}
        onChange={(chosen?: string | null) => onChange(chosen ?? undefined)}
        showSearch={{ filterOption: false, onSearch: type }}
        loading={found.isFetching}
        notFoundContent="没有找到。只能选择本辖区名录中的机构。"
        options={options}
        style={{ width: '100%' }}
      />
    </div>
  );
}
