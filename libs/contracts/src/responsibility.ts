import { coversDistrict } from '@zhaoguan/kernel';
import { KIND_LETTERS, type Kind } from './kinds';
import { LEAD_DEPARTMENT_NAMES } from './kinds';
import type { AgencyContact, DepartmentRow, JurisdictionRow } from './reference/agencies';

/** Where something stands: its county, and its township when that is known. */
export interface Site {
  readonly district: string;
  readonly township: string | null;
}

/** A site whose filing another authority than that of the place may have taken (备案机关). */
export interface FiledSite extends Site {
  /** The city or the province whose authority took the filing; null: that of the place. */
  readonly authority: string | null;
}

/**
 * The place of the authority that has the filing: the city or the province, where it was filed there, else where the site stands.
 * @law 养老机构管理办法（民政部令第66号）: 非营利性养老机构向登记管理机关同级的人民政府民政部门备案
 */
export function placeOfAuthority({ district, township, authority }: FiledSite): Site {
  return authority === null ? { district, township } : { district: authority, township: null };
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

/**
 * Whether the authority with these districts is the very one of the place (本机关), and not one above it. What is for a level to decide
 * is decided there (级别管辖): who covers the place from above reads, counts and urges. A bureau that decides for several counties has
 * the code of each.
 */
export function isOwnOffice(
  districts: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
  site: Site,
): boolean {
  return isResponsible(
    districts.filter((mine) => namesPlace([mine], site)),
    jurisdictions,
    site,
  );
}

/** Townships inside these districts for which another authority is responsible (西咸新区 holds townships of several counties). */
export function heldByOthers(
  districts: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
): string[] {
  const excluded = jurisdictions
    .filter(({ code }) => districts.includes(code))
    .flatMap(({ excludedTownships }) => excludedTownships);
  return [...new Set(excluded)].filter(
    (township) => !isResponsible(districts, jurisdictions, { district: township.slice(0, 6), township }),
  );
}

/** Whether one of the districts is the county or the township itself, not what lies around it. */
export function namesPlace(districts: readonly string[], { district, township }: Site): boolean {
  return districts.some((mine) => mine === district || mine === township);
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

/** The authority (机关) as it stands on a paper. */
export interface PaperAuthority {
  readonly name: string;
  /** 机关代字, which begins its numbers; the code of the district and the kind where none is registered. */
  readonly code: string;
  readonly contact: AgencyContact | undefined;
}

/** @param path of the district, from the province on */
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
