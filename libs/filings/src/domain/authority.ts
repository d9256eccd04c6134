import { LEAD_DEPARTMENT, type DepartmentRow, type JurisdictionRow, type Kind } from '@zhaoguan/contracts';
import { coversDistrict } from '@zhaoguan/kernel';

/** Where a site stands: its county, and its township when that is known. */
export interface Site {
  readonly district: string;
  readonly township: string | null;
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

/** Departments by the kinds that they take filings of. */
export function kindsLedBy(departments: readonly string[]): Kind[] {
  return (Object.keys(LEAD_DEPARTMENT) as Kind[]).filter((kind) =>
    departments.includes(LEAD_DEPARTMENT[kind]),
  );
}
