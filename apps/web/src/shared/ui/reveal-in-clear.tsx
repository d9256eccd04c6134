import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '@zhaoguan/api-client';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../api/carry-out';
import { Decision } from './decision';
import { ReasonField } from './reason-field';

interface RevealInClearProps {
  /** What is hidden, for the question and for whoever hears the button. */
  readonly label: string;
  /** Its name in the answer. */
  readonly field: string;
  readonly reveal: (reason: string) => Promise<Schemas['RevealedDto']>;
}

const MOST_CHARACTERS = 200;

/**
 * A masked number in clear, for the official who compares it with the document or makes a call; with a reason, and on
 * record. @law 个人信息保护法第五十一条、第五十四条
 */
export function RevealInClear({ label, field, reveal: show }: RevealInClearProps) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: show,
    // What was shown in clear is kept nowhere once this page is left.
    gcTime: 0,
  });
  const { data } = reveal;
  if (data) {
    return (
      <p role="status">
        完整号码：<span className="mono">{data.values[field] ?? '没有登记'}</span>{' '}
        <button type="button" className="link-button" onClick={() => reveal.reset()}>
          隐去
        </button>
        <br />
        <small className="muted">这次查看已经记录；今天还可以查看 {data.remainingToday} 次。</small>
      </p>
    );
  }
  return (
    <>
      {' '}
      <Button size="small" aria-label={`查看完整号码：${label}`} onClick={() => ask(true)}>
        查看完整号码
      </Button>
      <Decision
        open={asking}
        act="查看完整号码"
        consequences={[
          `显示“${label}”的完整号码，供核对证件或者联系当事人；离开本页后不再显示。`,
          '查看人、时间、项目和理由记入系统，供检查监督；每人每天可以查看的次数有限。',
        ]}
        ready={reason.trim() !== ''}
        busy={reveal.isPending}
        error={reveal.error}
        onConfirm={() =>
          carryOut(reveal, reason.trim(), () => {
            setReason('');
            ask(false);
          })
        }
        onCancel={() => {
          reveal.reset();
          ask(false);
        }}
      >
        <ReasonField
          label="查看的理由"
          help="例如：与提交的身份证件核对"
          value={reason}
          maxLength={MOST_CHARACTERS}
          onChange={setReason}
        />
      </Decision>
    </>
  );
}
