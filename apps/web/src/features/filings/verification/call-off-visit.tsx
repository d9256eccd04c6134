import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { callOffVisit, useVerificationAct } from './queries';

interface CallOffVisitProps {
  /** Of the filing. */
  readonly id: string;
  readonly version: number;
}

/** Nobody goes after all, and the applicant is told. */
export function CallOffVisit({ id, version }: CallOffVisitProps) {
  const [asked, ask] = useState(false);
  const [reason, setReason] = useState('');
  const act = useVerificationAct(callOffVisit, { id, version });
  return (
    <>
      {' '}
      <Button onClick={() => ask(true)}>撤销核查安排</Button>
      <Decision
        open={asked}
        act="撤销核查安排"
        consequences={[
          '不再到现场核查，通知申请人；理由写入办理过程，申请人可以看到。',
          '以后需要的，可以重新安排。',
        ]}
        ready={reason.trim() !== ''}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(false)}
        onConfirm={() =>
          carryOut(act, reason.trim(), () => {
            tell('已撤销核查安排，已通知申请人。');
            ask(false);
          })
        }
      >
        <ReasonField label="撤销的理由" value={reason} onChange={setReason} />
      </Decision>
    </>
  );
}
