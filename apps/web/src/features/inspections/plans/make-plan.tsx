import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { tell } from '../../../shared/ui/told';
import { planOf, type PlanDraft } from './plan-draft';
import { useCreatePlan } from './queries';
import { ratiosToLookAt } from './ratio-order';

interface MakePlanProps {
  readonly draft: PlanDraft;
  /** The plan is on the server. */
  readonly onMade: (id: string) => void;
}

/** The act of the last step, where the button to the next stands in the others. */
export function MakePlan({ draft, onMade }: MakePlanProps) {
  const [asking, ask] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreatePlan();
  const plan = planOf(draft);
  const unusual = ratiosToLookAt(draft.strata);
  return (
    <>
      <Button type="primary" disabled={plan === null} onClick={() => ask(true)}>
        制定计划
      </Button>
      <Decision
        open={asking}
        act="制定计划"
        consequences={[
          ...(unusual === null ? [] : [unusual]),
          '计划制定以后不能修改：公众要能核对公告和计划是否一致。需要改的，另行制定一份。',
          '现在还不公开；发布抽取公告时，计划名称、比例和人数随公告公开。',
          '所选事项按现在的清单存入计划，以后清单更新不影响这份计划。',
        ]}
        busy={create.isPending}
        error={create.error}
        onCancel={() => {
          ask(false);
          create.reset();
        }}
        onConfirm={() =>
          plan !== null &&
          carryOut(create, { key, ...plan }, ({ id }) => {
            tell(`已制定“${plan.title}”，可以发布抽取公告了。`);
            onMade(id);
          })
        }
      />
    </>
  );
}
