import { departmentLabel } from '@zhaoguan/contracts';
import { Mark } from '../../../shared/ui/mark';
import { usePlaceName } from '../../../shared/ui/places';
import type { PlanPreview } from './queries';

/** How many are drawn of how many, and whether there are people for it. */
export function Count({ preview }: { readonly preview: PlanPreview }) {
  const { targets, drawn, inspectors, shortages, gradesWithoutStratum } = preview;
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
      <p>可派的检查人员 {inspectors} 人</p>
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
                  {departmentLabel(department)}
                  {one.institutionName === undefined ? (
                    <>
                      在
                      <Where code={one.district} />
                    </>
                  ) : (
                    <>对“{one.institutionName}”（有回避）</>
                  )}
                  需要 {one.needed} 人次，只能安排 {one.capacity} 人次
                </li>
              )),
            )}
          </ul>
        </>
      )}
    </>
  );
}

function Where({ code }: { readonly code: string }) {
  const name = usePlaceName(code);
  return <>{code === '*' ? '全部辖区' : name}</>;
}
