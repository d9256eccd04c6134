import { Select } from 'antd';
import { useId, useState } from 'react';
import { CLEARABLE } from '../../../shared/form/clearable';
import { useSettled } from '../../../shared/form/use-settled';
import { useInstitutions, type InstitutionLine } from '../queries';

interface InstitutionSelectProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** Not to be chosen: the institution itself. */
  readonly except: string;
  /** Why one is not to be chosen, which is said beside its name; undefined where it may be. */
  readonly refused?: (item: InstitutionLine) => string | undefined;
  readonly help?: string;
}

/** Another institution of the own jurisdiction, found by two characters of its name or by its code. */
export function InstitutionSelect({ label, value, onChange, except, refused, help }: InstitutionSelectProps) {
  const id = useId();
  const helpId = useId();
  const [typed, type] = useState('');
  const q = useSettled(typed.trim());
  const found = useInstitutions(q === '' ? {} : { q });
  const options = (found.items ?? [])
    .filter((item) => item.id !== except)
    .map((item) => {
      const why = refused?.(item);
      const name = `${item.name}（${item.filingNumber ?? item.uscc}）`;
      return why === undefined
        ? { value: item.id, label: name }
        : { value: item.id, label: `${name}：${why}`, disabled: true };
    });
  return (
    <div style={{ marginBottom: 24 }}>
      <label htmlFor={id}>{label}（必填）</label>
      <Select
        id={id}
        allowClear={CLEARABLE}
        placeholder="输入名称中的两个字，或者信用代码"
        value={value ?? null}
        onChange={(chosen?: string | null) => onChange(chosen ?? undefined)}
        showSearch={{ filterOption: false, onSearch: type }}
        loading={found.isFetching}
        notFoundContent="没有找到。只能选择本辖区名录中的机构。"
        options={options}
        style={{ width: '100%' }}
        {...(help === undefined ? {} : { 'aria-describedby': helpId })}
      />
      {help !== undefined && (
        <p id={helpId} className="muted">
          {help}
        </p>
      )}
    </div>
  );
}
