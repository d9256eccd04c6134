import { GRADES, KIND_LABELS } from '@zhaoguan/contracts';
import { Facts } from '../../../shared/ui/facts';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { useItems } from '../items/queries';
import { demandsInWords } from '../words';
import { PLAN_STEPS, titleOf, type OpenPoint, type PlanDraft, type PlanStep } from './plan-draft';
import { stratumInWords } from './plan-words';

interface CheckStepProps {
  readonly draft: PlanDraft;
  readonly open: readonly OpenPoint[];
  readonly onGo: (step: PlanStep) => void;
}

/** The last look: everything that was chosen, and what is still open; the act stands where 下一步 stood. */
export function CheckStep({ draft, open, onGo }: CheckStepProps) {
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
    </Panel>
  );
}

function Summary({ draft }: { readonly draft: PlanDraft }) {
  const places = usePlaceNames(draft.districts);
  const { kind, year, strata, demands, maxLoad, taskWorkingDays } = draft;
  return (
    <Facts
      facts={[
        { name: '计划名称', value: titleOf(draft) || null },
        { name: '年度', value: year === null ? null : `${year} 年` },
        { name: '机构类别', value: kind === null ? null : KIND_LABELS[kind] },
        { name: '辖区', value: places || null },
        { name: '抽查事项', value: <ItemNames draft={draft} /> },
        {
          name: '抽查比例',
          value: GRADES.map((grade) => stratumInWords(grade, strata[grade])).join('；'),
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

/** More than these would hide the rest of the summary. */
const MOST_NAMES_OPEN = 9;

/** What will be inspected, by name: a number cannot be checked. */
function ItemNames({ draft: { kind, itemIds } }: { readonly draft: PlanDraft }) {
  const { data = [] } = useItems(kind ?? undefined);
  const chosen = data.filter(({ id }) => itemIds.includes(id));
  const names = (
    <ul className="plan-item-names">
      {chosen.map(({ id, code, title }) => (
        <li key={id}>
          <span className="mono muted">{code}</span> {title}
        </li>
      ))}
    </ul>
  );
  if (chosen.length === 0) return <>{itemIds.length} 项</>;
  return chosen.length > MOST_NAMES_OPEN ? (
    <details>
      <summary>{itemIds.length} 项，列出名称</summary>
      {names}
    </details>
  ) : (
    <>
      {itemIds.length} 项{names}
    </>
  );
}
