import type { DepartmentRow, JurisdictionRow, Kind, Site } from '@zhaoguan/contracts';

/** The functional area (功能区) that holds the township; undefined where the county itself is in charge. */
export function areaOf(
  { township }: Pick<Site, 'township'>,
  jurisdictions: readonly JurisdictionRow[],
): string | undefined {
  return jurisdictions.find(({ townships }) => township !== null && townships.includes(township))?.code;
}

/**
 * The name on the receipt: the agency that leads this kind in the functional area that holds the township, else in the
 * county; undefined when the reference data name none.
 */
export function findAuthorityName(
  kind: Kind,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): string | undefined {
  const code = areaOf(site, jurisdictions) ?? site.district;
  return departments.find((row) => row.jurisdiction === code && row.leads.includes(kind))?.name;
}
