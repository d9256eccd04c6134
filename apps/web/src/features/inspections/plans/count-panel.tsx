import { departmentLabel, remedyInWords, shortageInWords, type MissingStaff } from '@zhaoguan/contracts';
import { Mark } from '../../../shared/ui/mark';
import { usePlaceName } from '../../../shared/ui/places';
import { staffInWords, type Staffed } from './plan-words';
import type { PlanPreview } from './queries';

interface CountProps {
  readonly preview: PlanPreview;
  readonly plan: Staffed;
}

/** How many are drawn of how many, and whether there are people for it. */
export function Count({ preview, plan }: CountProps) {
  const { targets, drawn, shortages, gradesWithoutStratum } = preview;
  return (
    <>
      <p className="plan-count" role="status">
        按现有名录，从 <strong>{targets}</strong> 家中抽取 <strong>{drawn}</strong> 家
      </p>
      {targets === 0 && (
        <p>
          <Mark tone="attention">没有可抽取的机构</Mark> 所选辖区内没有该类在营机构，请核对辖区与机构类别。
        </p>
      )}
      <p>{staffInWords(preview, plan)}</p>
      {gradesWithoutStratum.length > 0 && (
        <p>
          <Mark tone="attention">比例不全</Mark> 名录中有 {gradesWithoutStratum.join('、')}{' '}
          级机构，计划没有规定比例。
        </p>
      )}
      {shortages.length > 0 && (
        <>
          <p>
            <Mark tone="attention">人员不足</Mark> 现在公告会被退回：
          </p>
          <ul className="shortages">
            {shortages.flatMap(({ department, missing }) =>
              missing.map((one) => (
                <li key={department + one.district + (one.institutionId ?? '')}>
                  {departmentLabel(department)}：
                  <Missing {...one} {...limitsOf(plan, department)} />
                </li>
              )),
            )}
          </ul>
          <p>
            请
            {remedyInWords(
              shortages.flatMap(({ department, missing }) =>
                missing.map((one) => ({ ...one, ...limitsOf(plan, department), place: one.district })),
              ),
            )}
            。
          </p>
        </>
      )}
    </>
  );
}

function limitsOf({ demands, maxLoad }: Staffed, department: string) {
  const team = demands.find((demand) => demand.department === department)?.inspectors ?? 0;
  return { team, maxLoad: maxLoad ?? 0 };
}

function Missing({ district, ...missing }: Omit<MissingStaff, 'place'> & { readonly district: string }) {
  const name = usePlaceName(district);
  return <>{shortageInWords({ ...missing, place: district === '*' ? '全部辖区' : name })}</>;
}
