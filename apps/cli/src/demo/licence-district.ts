import type { RegimeRow } from '@zhaoguan/contracts';
import { addDays, addMonths, type PlainDate } from '@zhaoguan/kernel';

/**
 * A second district of the demo, where 托育机构 are licensed by a law that there is not: nowhere in the country are they yet. Only its code
 * is real, as that of the demo county.
 */
export const LICENCE_DISTRICT = '610112';

/** How long before the first start its licences began; a day on which nothing that is told was filed. */
const DAYS_AGO = 120;
const MONTHS_OF_TRANSITION = 12;

const BASIS = { law: '《示例市托育服务条例》（虚构，仅供演示）', article: '第八条' } as const;
const NOTE = '演示数据：用来演示备案改为许可，不是现行规定';

/** Rows of the list of regimes for the demo, beside those of the reference data. 家庭托育点 are filed there as everywhere. */
export function demoRegimes(firstDay: PlainDate): readonly RegimeRow[] {
  const effectiveFrom = addDays(firstDay, -DAYS_AGO);
  const here = { kind: 'CHILDCARE', jurisdiction: LICENCE_DISTRICT, effectiveFrom, basis: BASIS } as const;
  const rest = { evidence: 'M', note: NOTE } as const;
  return [
    {
      ...here,
      ...rest,
      siteType: null,
      regime: 'LICENCE',
      transitionUntil: addMonths(effectiveFrom, MONTHS_OF_TRANSITION),
      validYears: 3,
    },
    { ...here, ...rest, siteType: 'HOME', regime: 'FILING', transitionUntil: null, validYears: null },
  ];
}
