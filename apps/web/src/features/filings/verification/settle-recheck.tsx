import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { settleRecheck, useVerificationAct, type Verification } from './queries';
import { mismatchInWords } from './verification-words';

interface SettleRecheckProps {
  /** Of the filing. */
  readonly id: string;
  readonly version: number;
  readonly mismatches: Verification['mismatches'];
}

/** What is filed now is what was found: the office need not go again. */
export function SettleRecheck({ id, version, mismatches }: SettleRecheckProps) {
  const [asked, ask] = useState(false);
  const act = useVerificationAct(settleRecheck, { id, version });
  return (
    <>
      {' '}
      <Button onClick={() => ask(true)}>据现填报的内容办结</Button>
      <Decision
        open={asked}
        act="据现填报的内容办结"
        consequences={[
          ...mismatches.map(mismatchInWords),
          '不再到现场，现场核查办结为核查一致，通知申请人；各项的对照写入办理过程，申请人可以看到。',
          '现场所见与现填报的内容不是一回事的，请到现场复核，并记录现场核查。',
        ]}
        busy={act.isPending}
        error={act.error}
        onCancel={() => ask(false)}
        onConfirm={() =>
          carryOut(act, undefined, () => {
            tell('已办结：核查一致。');
            ask(false);
          })
        }
      />
    </>
  );
}
