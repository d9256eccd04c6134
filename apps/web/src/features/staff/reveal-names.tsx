import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../shared/api/client';
import { carryOut } from '../../shared/api/carry-out';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';

const MOST_CHARACTERS = 200;

export type StaffNames = Readonly<Record<string, string>>;

interface RevealNamesProps {
  readonly institutionId: string;
  /** What was revealed; null while the names are masked. */
  readonly names: StaffNames | null;
  readonly onChange: (names: StaffNames | null) => void;
}

/**
 * The names of a register in clear, for the official who compares it with the people who are there; with a reason, and on
 * record. @law 个人信息保护法第五十一条、第五十四条
 */
export function RevealNames({ institutionId, names, onChange }: RevealNamesProps) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: (words: string) =>
      bodyOf(api.POST('/api/v1/staff/reveal', { body: { institutionId, reason: words } })),
    // What was shown in clear is kept nowhere once this page is left.
    gcTime: 0,
  });
  if (names !== null) return <Button onClick={() => onChange(null)}>隐去姓名</Button>;
  return (
    <>
      <Button onClick={() => ask(true)}>查看姓名</Button>
      <Decision
        open={asking}
        act="查看姓名"
        consequences={[
          '显示这家机构从业人员的姓名，供与在岗人员核对；离开本页后不再显示。',
          '查看人、时间、项目和理由记入系统，供检查监督；每人每天可以查看的次数有限。',
        ]}
        ready={reason.trim() !== ''}
        busy={reveal.isPending}
        error={reveal.error}
        onConfirm={() =>
          carryOut(reveal, reason.trim(), (answer) => {
            setReason('');
            ask(false);
            onChange(answer.names);
          })
        }
        onCancel={() => {
          reveal.reset();
          ask(false);
        }}
      >
        <ReasonField
          label="查看的理由"
          help="例如：现场检查，与在岗人员核对"
          value={reason}
          maxLength={MOST_CHARACTERS}
          onChange={setReason}
        />
      </Decision>
    </>
  );
}
