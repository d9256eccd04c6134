import {
  areaOf,
  KIND_LETTERS,
  LEAD_DEPARTMENT_NAMES,
  leadAgency,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type Site,
} from '@zhaoguan/contracts';
import type { PaperAuthority } from './papers/paper';

/** The authority as it stands on a paper. @param path of the district, from the province on */
export function paperAuthority(
  kind: Kind,
  site: Site & { readonly path: string },
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): PaperAuthority {
  const agency = leadAgency(kind, site, jurisdictions, departments);
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
