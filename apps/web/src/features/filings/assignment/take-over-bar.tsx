import { Button } from 'antd';
import { carryOut } from '../../../shared/api/carry-out';
import { Failure } from '../../../shared/ui/failure';
import { tell } from '../../../shared/ui/told';
import { FilingTerm } from '../filing-term';
import type { Filing } from '../queries';
import { takeCase, useAssignmentAct } from './queries';

/** In place of the decisions, while a colleague conducts the case: whoever decides it takes it over, which is on record. */
export function TakeOverBar({ filing, colleague }: { readonly filing: Filing; readonly colleague: string }) {
  const act = useAssignmentAct(takeCase, filing);
  return (
    <div className="decision-bar no-print" role="group" aria-label="办理">
      {filing.dueOn !== null && <FilingTerm filing={filing} />}
      <span>
        本件由{colleague}承办。由您办理的，请先接办；接办会留下记录，并通知{colleague}。
      </span>
      {act.error && <Failure error={act.error} what="没有接办" />}
      <Button
        type="primary"
        loading={act.isPending}
        onClick={() => carryOut(act, undefined, () => tell('已接办，本件现在由您承办。'))}
      >
        接办
      </Button>
    </div>
  );
}
