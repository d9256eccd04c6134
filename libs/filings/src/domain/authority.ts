import type { DepartmentRow, JurisdictionRow, Kind, Site } from '@zhaoguan/contracts';

/**
 * The name on the receipt: the agency that leads this kind in the functional area that holds the township, else in the
 * county; undefined when the reference data name none.
 */
export function findAuthorityName(
  kind: Kind,
  { district, township }: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): string | undefined {
  const area = jurisdictions.find(({ townships }) => township !== null && townships.includes(township));
  const code = area?.code ?? district;
  return departments.find((row) => row.jurisdiction === code && row.leads.includes(kind))?.name;
}
