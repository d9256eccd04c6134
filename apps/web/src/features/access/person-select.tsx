import { SYSTEM_ID } from '@zhaoguan/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { CLEARABLE } from '../../shared/form/clearable';
import { useSettled } from '../../shared/form/use-settled';
import { api, bodyOf } from '../../shared/api/client';

interface PersonSelectProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

const SYSTEM = { value: SYSTEM_ID, label: '系统' };

/** Somebody with an account in the own districts, found by name or username; or the system itself. */
export function PersonSelect({ label, placeholder, value, onChange }: PersonSelectProps) {
  const [typed, type] = useState('');
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ['people', 'found', q],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/people', { params: { query: q === '' ? {} : { q } } }))).items,
  });
  // The chosen one may not be among those found: asked for by id, so that it is shown by name.
  const chosen = useQuery({
    queryKey: ['person', value],
    queryFn: () => bodyOf(api.GET('/api/v1/people/{id}', { params: { path: { id: value ?? '' } } })),
    enabled: value !== undefined && value !== SYSTEM_ID,
  });
  const people = new Map(
    [...(chosen.data ? [chosen.data] : []), ...(found.data ?? [])].map(({ id, name, username }) => [
      id,
      { value: id, label: `${name}（${username}）` },
    ]),
  );
  return (
    <Select
      allowClear={CLEARABLE}
      aria-label={label}
      placeholder={placeholder}
      value={value ?? null}
      onChange={(id?: string | null) => onChange(id ?? undefined)}
      showSearch={{ filterOption: false, onSearch: type }}
      loading={found.isFetching}
      options={[SYSTEM, ...people.values()]}
      style={{ width: 240 }}
    />
  );
}
