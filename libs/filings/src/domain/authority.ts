import {
  LEAD_DEPARTMENT,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';

export const DEPARTMENT_NAMES: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: '民政部门',
  CHILDCARE: '卫生健康部门',
};

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
