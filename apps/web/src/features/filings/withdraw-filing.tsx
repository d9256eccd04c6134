import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { Decision } from '../../shared/ui/decision';
import { ReasonField } from '../../shared/ui/reason-field';
import { tell } from '../../shared/ui/told';
import { useFilingAct, withdrawFiling, type Filing } from './queries';
import { afterWithdrawal } from './withdraw-words';

/** For who filed, and who entered it for them at the window: what was handed in is taken back before it is decided (撤回申请), in two steps. */
export function WithdrawFiling({ filing }: { readonly filing: Filing }) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const act = useFilingAct(withdrawFiling, filing, {
    name: '撤回申请',
    onForestalled: () => ask(false),
  });
  if (!filing.availableActions.includes('withdraw')) return null;
  const forAnother = filing.assistance?.byViewer === true;
  return (
    <>
      <Button onClick={() => ask(true)}>撤回申请</Button>
      <Decision
        open={asking}
        act="撤回申请"
        grave
        consequences={afterWithdrawal(filing)}
        ready={!forAnother || reason.trim() !== ''}
        busy={act.isPending}
        error={act.error}
        onConfirm={() =>
          carryOut(act, reason, () => {
            ask(false);
            tell('申请已撤回。');
          })
        }
        onCancel={() => ask(false)}
      >
        <ReasonField
          label={forAnother ? '申请人怎样提出撤回' : '撤回的原因'}
          help="写入办理过程，办理人可以看到"
          optional={!forAnother}
          value={reason}
          onChange={setReason}
          maxLength={500}
        />
      </Decision>
    </>
  );
}
