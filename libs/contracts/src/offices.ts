import { LEAD_DEPARTMENT_NAMES, type Kind } from './kinds';
import type { DepartmentRow, JurisdictionRow } from './reference/agencies';
import type { Site } from './responsibility';

/** The authority that takes filings of a kind at a site: `610116/ELDERLY_CARE`; of a functional area its own code. */
export function officeOf(kind: Kind, site: Site, jurisdictions: readonly JurisdictionRow[]): string {
  const { district, township } = site;
  const area = jurisdictions.find(({ townships }) => township !== null && townships.includes(township));
  return `${area?.code ?? district}/${kind}`;
}

/**
 * Its name; where the reference data name no agency, the place and what the agency is for.
 * @param placeOf name of the district or functional area with that code
 */
export function officeName(
  office: string,
  departments: readonly DepartmentRow[],
  placeOf: (code: string) => string,
): string {
  const [code = '', kind = ''] = office.split('/');
  const lead = departments.find((row) => row.jurisdiction === code && row.leads.includes(kind as Kind));
  return lead?.name ?? `${placeOf(code)}${LEAD_DEPARTMENT_NAMES[kind as Kind]}`;
}
