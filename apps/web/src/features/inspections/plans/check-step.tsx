import { GRADES, KIND_LABELS } from '@zhaoguan/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { Decision } from '../../../shared/ui/decision';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { tell } from '../../../shared/ui/told';
import { demandsInWords } from '../words';
import { planOf, PLAN_STEPS, titleOf, type OpenPoint, type PlanDraft, type PlanStep } from './plan-draft';
import { useCreatePlan } from './queries';
import { ratiosToLookAt } from './ratio-order';

interface CheckStepProps {
  readonly draft: PlanDraft;
  readonly open: readonly OpenPoint[];
  readonly onGo: (step: PlanStep) => void;
  /** The plan is on the server. */
  readonly onMade: (id: string) => void;
}

/** The last look: everything that was chosen, what is still open, and the act itself. */
export function CheckStep({ draft, open, onGo, onMade }: CheckStepProps) {
  const [asking, ask] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const create = useCreatePlan();
  const plan = planOf(draft);
  const unusual = ratiosToLookAt(draft.strata);
  return (
    <Panel title="核对并制定">
      <Summary draft={draft} />
      {open.length > 0 && (
        <div className="fault-summary" role="alert">
          <strong>还有 {open.length} 处没有填好：</strong>
          <ul>
            {open.map(({ step, field, message }) => (
              <li key={field}>
                <button type="button" className="link-button" onClick={() => onGo(step)}>
                  {PLAN_STEPS.find((one) => one.key === step)?.title}：{message}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
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
    </Panel>
  );
}

function Summary({ draft }: { readonly draft: PlanDraft }) {
  const places = usePlaceNames(draft.districts);
  const { kind, year, itemIds, strata, demands, maxLoad, taskWorkingDays } = draft;
  return (
    <Facts
      facts={[
        { name: '计划名称', value: titleOf(draft) || null },
        { name: '年度', value: year === null ? null : `${year} 年` },
        { name: '机构类别', value: kind === null ? null : KIND_LABELS[kind] },
        { name: '辖区', value: places || null },
        { name: '抽查事项', value: `${itemIds.length} 项` },
        {
          name: '抽查比例',
          value: GRADES.map((grade) => {
            const { percent, minimum } = strata[grade];
            return `${grade} 级 ${percent ?? '－'}%，至少 ${minimum ?? '－'} 家`;
          }).join('；'),
        },
        {
          name: '每家机构派出',
          value: demandsInWords(
            demands.map(({ department, inspectors }) => ({ department, inspectors: inspectors ?? 0 })),
          ),
        },
        { name: '每人最多', value: maxLoad === null ? null : `${maxLoad} 家` },
        { name: '完成期限', value: taskWorkingDays === null ? null : `抽取后 ${taskWorkingDays} 个工作日` },
      ]}
    />
  );
}
