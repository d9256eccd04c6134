import { coversDistrict } from '@zhaoguan/kernel';
import type { JurisdictionRow } from './reference/agencies';

/** Where something stands: its county, and its township when that is known. */
export interface Site {
  readonly district: string;
  readonly township: string | null;
}

/** The place that a code of any level names: nine digits are a township and its county. */
export function siteOf(code: string): Site {
  return code.length === 9
    ? { district: code.slice(0, 6), township: code }
    : { district: code, township: null };
}

/**
 * Whether an authority with these districts decides about the site. A county's authority does not where the township is
 * held by a functional area (西咸新区 holds townships of several counties).
 */
export function isResponsible(
  districts: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
  { district, township }: Site,
): boolean {
  return districts.some((mine) => {
    if (mine === '*') return true;
    if (!coversDistrict([mine], township ?? district)) return false;
    const held = jurisdictions.find(({ code }) => code === mine);
    return township === null || held?.excludedTownships.includes(township) !== true;
  });
}
