import { GRADES, type Grade } from '@zhaoguan/contracts';

type Ratios = Readonly<Record<Grade, { readonly percent: number | null }>>;

/**
 * Where a worse grade is drawn less than a better one, that it is so: allowed, and seldom meant. Null where the ratios
 * rise, or some are not filled in.
 */
export function ratiosToLookAt(strata: Ratios): string | null {
  const lower = GRADES.flatMap((grade, i) => {
    const better = GRADES.slice(0, i).findLast((one) => isMore(strata[one].percent, strata[grade].percent));
    return better === undefined
      ? []
      : [`${grade} 级（${strata[grade].percent}%）低于 ${better} 级（${strata[better].percent}%）`];
  });
  return lower.length === 0
    ? null
    : `抽查比例：${lower.join('，')}。一般信用越低，抽得越多；确需这样安排的，可以继续。`;
}

function isMore(better: number | null, worse: number | null): boolean {
  return better !== null && worse !== null && better > worse;
}
