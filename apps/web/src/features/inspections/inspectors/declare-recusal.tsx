import { Select } from 'antd';
import { useId, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { useSettled } from '../plans/use-settled';
import { useDeclareRecusal, useFoundInstitutions } from '../recusals/queries';
import type { Inspector } from './queries';

interface DeclareRecusalProps {
  readonly inspector: Inspector;
  readonly onClose: () => void;
}

interface Chosen {
  readonly value: string;
  readonly label: string;
}

/** For somebody else: by whoever keeps the directory. */
export function DeclareRecusal({ inspector, onClose }: DeclareRecusalProps) {
  const [q, setQ] = useState('');
  const [chosen, choose] = useState<Chosen | null>(null);
  const [reason, setReason] = useState('');
  const [key] = useState(() => crypto.randomUUID());
  const found = useFoundInstitutions(useSettled(q));
  const declare = useDeclareRecusal(inspector.id);
  const id = useId();
  return (
    <Decision
      open
      act="登记回避"
      consequences={[
        `此后发布的抽取，不会派${inspector.name}检查这家机构；已经公告的抽取不受影响。`,
        '每次抽取列入多少条回避会公开，理由不公开。',
      ]}
      ready={chosen !== null && reason.trim() !== ''}
      busy={declare.isPending}
      error={declare.error}
      onCancel={onClose}
      onConfirm={() =>
        chosen !== null &&
        carryOut(declare, { institutionId: chosen.value, reason: reason.trim(), key }, () => {
          tell(`已登记${inspector.name}对“${chosen.label}”的回避。`);
          onClose();
        })
      }
    >
      <div style={{ marginBottom: 16 }}>
        <label htmlFor={id}>回避的机构（必填）</label>
        <Select<Chosen>
          id={id}
          labelInValue
          value={chosen}
          onChange={({ value, label }) => choose({ value, label })}
          showSearch={{ onSearch: setQ, filterOption: false }}
          placeholder="输入名称中连续的两个字以上"
          notFoundContent={
            q.trim().length < 2 ? '请输入两个字以上' : found.isFetching ? '正在查找' : '没有找到'
          }
          options={(found.data ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          style={{ width: '100%' }}
        />
      </div>
      <ReasonField
        label="回避的理由"
        help="例如：近亲属在该机构任职。只有本人和维护名录的人能看到"
        value={reason}
        onChange={setReason}
      />
    </Decision>
  );
}
