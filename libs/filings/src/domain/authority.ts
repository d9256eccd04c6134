import {
  KIND_LETTERS,
  LEAD_DEPARTMENT_NAMES,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';
import type { PaperAuthority } from './papers/paper';

/** The functional area (功能区) that holds the township; undefined where the county itself is in charge. */
export function areaOf(
  { township }: Pick<Site, 'township'>,
  jurisdictions: readonly JurisdictionRow[],
): string | undefined {
  return jurisdictions.find(({ townships }) => township !== null && townships.includes(township))?.code;
}

/** The agency that leads this kind in the functional area that holds the township, else in the county. */
function agencyOf(
  kind: Kind,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): DepartmentRow | undefined {
  const code = areaOf(site, jurisdictions) ?? site.district;
  return departments.find((row) => row.jurisdiction === code && row.leads.includes(kind));
}

/** The name on the receipt; undefined when the reference data name no agency. */
export function findAuthorityName(
  kind: Kind,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): string | undefined {
  return agencyOf(kind, site, jurisdictions, departments)?.name;
}

/** The authority as it stands on a paper. @param path of the district, from the province on */
export function paperAuthority(
  kind: Kind,
  site: Site & { readonly path: string },
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): PaperAuthority {
  const agency = agencyOf(kind, site, jurisdictions, departments);
  const place = areaOf(site, jurisdictions) ?? site.district;
  return {
    name: agency?.name ?? `${site.path}${LEAD_DEPARTMENT_NAMES[kind]}`,
    code: agency?.documentCode ?? `${place}-${KIND_LETTERS[kind]}-`,
    contact: agency?.contact,
  };
}

/**
 * Who reviews what the authority has decided (行政复议机关): the people's government it belongs to. A functional area is no level
 * of government, so there it is not named.
 * @law 行政复议法第二十四条
 */
export function reviewBodyOf(
  site: Site,
  government: string,
  jurisdictions: readonly JurisdictionRow[],
): string {
  return areaOf(site, jurisdictions) === undefined ? `${government}人民政府` : '有管辖权的行政复议机关';
}
