import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { api, bodyOf } from '../../shared/api/client';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';
import type { FollowUp } from './queries';

const MOST_CHARACTERS = 200;

/** The number that the applicant left to be called at, else that of the application: masked, and in clear with a reason and on record. */
export function ContactPhone({ followUp }: { readonly followUp: FollowUp }) {
  const { id, contactPhone, contactFrom, contactName, ofOwnOffice, endedAt } = followUp;
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: (words: string) =>
      bodyOf(
        api.POST('/api/v1/rating-follow-ups/{id}/reveal', {
          params: { path: { id } },
          body: { fields: ['contactPhone'], reason: words },
        }),
      ),
    // What was shown in clear is kept nowhere once this page is left.
    gcTime: 0,
  });
  const ended = endedAt !== null;
  if (contactPhone === null)
    return <span className="muted">{ended ? '已经办结，不再显示' : '没有留下'}</span>;
  const shown = reveal.data?.values['contactPhone'] ?? undefined;
  const ofApplication = contactFrom === 'FILING';
  const whose = ofApplication && (
    <span className="muted">
      评价人没有留下，可以拨打申请书的联系电话{contactName !== null && `（${contactName}）`}：
    </span>
  );
  if (shown !== undefined) {
    return (
      <>
        {whose}
        <span className="mono">{shown}</span>
      </>
    );
  }
  // Who reads it from above does not call, and nobody does once it has ended.
  if (!ofOwnOffice || ended) return <span className="mono">{contactPhone}</span>;
  return (
    <>
      {whose}
      <span className="mono">{contactPhone}</span>{' '}
      <Button size="small" onClick={() => ask(true)}>
        查看完整号码
      </Button>
      <Decision
        open={asking}
        act="查看完整号码"
        consequences={[
          `显示${ofApplication ? '申请书的联系电话' : '评价人留下的完整号码'}，供回访时拨打；离开本页后不再显示。`,
          '查看人、时间和理由记入系统，供检查监督；每人每天可以查看的次数有限。',
        ]}
        ready={reason.trim() !== ''}
        busy={reveal.isPending}
        error={reveal.error}
        onConfirm={() => carryOut(reveal, reason.trim(), () => ask(false))}
        onCancel={() => {
          reveal.reset();
          ask(false);
        }}
      >
        <ReasonField
          label="查看的理由"
          help="例如：电话回访评价人"
          value={reason}
          maxLength={MOST_CHARACTERS}
          onChange={setReason}
        />
      </Decision>
    </>
  );
}
