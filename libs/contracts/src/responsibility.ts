import { coversDistrict } from '@zhaoguan/kernel';
import type { Kind } from './kinds';
import type { DepartmentRow, JurisdictionRow } from './reference/agencies';

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

/** The functional area (功能区) that holds the township; undefined where the county itself is in charge. */
export function areaOf(
  { township }: Pick<Site, 'township'>,
  jurisdictions: readonly JurisdictionRow[],
): string | undefined {
  return jurisdictions.find(({ townships }) => township !== null && townships.includes(township))?.code;
}

/** The agency that leads this kind in the functional area that holds the township, else in the county. */
export function leadAgency(
  kind: Kind,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): DepartmentRow | undefined {
  const code = areaOf(site, jurisdictions) ?? site.district;
  return departments.find((row) => row.jurisdiction === code && row.leads.includes(kind));
}
