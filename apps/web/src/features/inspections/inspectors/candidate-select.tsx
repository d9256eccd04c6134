import { departmentLabel } from '@zhaoguan/contracts';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '../plans/use-settled';
import { useCandidates, type Candidate } from './queries';

interface CandidateSelectProps {
  /** By antd's Form.Item. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (personId: string) => void;
  readonly onPick: (candidate: Candidate) => void;
}

/** An account by a part of the name, found by the server. */
export function CandidateSelect({ id, value, onChange, onPick }: CandidateSelectProps) {
  const [q, setQ] = useState('');
  const { data = [], isFetching } = useCandidates(useSettled(q.trim()));
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(personId) => {
        onChange?.(personId);
        const candidate = data.find((one) => one.personId === personId);
        if (candidate) onPick(candidate);
      }}
      showSearch={{ onSearch: setQ, filterOption: false }}
      loading={isFetching}
      placeholder="输入姓名或用户名查找"
      notFoundContent={isFetching ? '正在查找' : '没有找到'}
      options={data.map(({ personId, name, username, departments, listed }) => ({
        value: personId,
        disabled: listed,
        label: `${name}（${username}，${departments.map(departmentLabel).join('、')}）${listed ? ' 已在名录中' : ''}`,
      }))}
    />
  );
}
