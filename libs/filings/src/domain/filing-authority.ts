import {
  areaOf,
  placeOfAuthority,
  caseWords,
  registryLevelOf,
  type FiledSite,
  type JurisdictionRow,
  type LegalForm,
  type RegistryLevel,
  type Site,
} from '@zhaoguan/contracts';
import { checkUscc, type FieldError } from '@zhaoguan/kernel';
import type { Application } from './application';
import type { Filing } from './filing';

/** Non-profit (非营利性): 社会服务机构 and 事业单位. */
const NON_PROFIT: readonly string[] = ['PRIVATE_NON_ENTERPRISE', 'PUBLIC_INSTITUTION'] satisfies LegalForm[];

const REGISTRY_LEVEL = 'registryLevel';

/** By the legal form, and as long as that is not filled in by the code, which says it too. */
function isNonProfit({ legalForm, uscc }: Pick<Application, 'legalForm' | 'uscc'>): boolean {
  const check = checkUscc(uscc);
  return NON_PROFIT.includes(legalForm ?? (check.ok ? check.entity : 'OTHER'));
}

type Divisions = ReadonlyMap<string, { readonly parent: string | null }>;

/**
 * The city or the province with which a 养老机构 files that is registered there; null where it files at the place: what is profit-making
 * does so wherever it is registered. Where a county lies in a province alone (直辖市), that is its city too.
 * @law 养老机构管理办法（民政部令第66号）: 营利性养老机构向服务场所所在地的县级人民政府民政部门备案，
 *   非营利性养老机构向登记管理机关同级的人民政府民政部门备案
 */
export function authorityAbove(
  { kind, application }: Pick<Filing, 'kind' | 'application'>,
  divisions: Divisions,
): string | null {
  const level = application.particulars[REGISTRY_LEVEL];
  if (kind !== 'ELDERLY_CARE' || !isNonProfit(application)) return null;
  if (level !== 'CITY' && level !== 'PROVINCE') return null;
  const city = divisions.get(application.district)?.parent ?? null;
  return level === 'CITY' || city === null ? city : (divisions.get(city)?.parent ?? city);
}

/** Settled with the first handing in, and kept for whatever is filed about the institution later (向原备案机关). */
export function settledAuthority(
  filing: Pick<Filing, 'kind' | 'application' | 'round' | 'institutionId' | 'authority'>,
  divisions: Divisions,
): string | null {
  const open = filing.round === 0 && filing.institutionId === null;
  return open ? authorityAbove(filing, divisions) : filing.authority;
}

/** Where the site stands, and which authority has its filing. */
export function filedSite({ application, authority }: Pick<Filing, 'application' | 'authority'>): FiledSite {
  const { district, township } = application;
  return { district, township, authority };
}

/** Where that authority is. */
export const placeOf = (filing: Pick<Filing, 'application' | 'authority'>): Site =>
  placeOfAuthority(filedSite(filing));

/** The level that the code says, so that it is not asked for twice; null for what is profit-making, and where it says none. */
export function usualRegistryLevel({ uscc }: Pick<Application, 'uscc'>): RegistryLevel | null {
  return isNonProfit({ legalForm: null, uscc }) ? registryLevelOf(uscc) : null;
}

/** The application with that level, where nothing is said of it. */
export function withRegistryLevel(application: Application, level: unknown): Application {
  const { particulars } = application;
  if (level === undefined || level === null || particulars[REGISTRY_LEVEL] !== undefined) return application;
  return { ...application, particulars: { ...particulars, [REGISTRY_LEVEL]: level } };
}

/** What was handed in lies with its authority: it cannot wander to one of another level. @returns the fault, if any */
export function levelFault(
  filing: Filing,
  application: Application,
  divisions: Divisions,
): FieldError | null {
  if (filing.type !== 'INITIAL' || filing.status !== 'RETURNED') return null;
  if (authorityAbove({ ...filing, application }, divisions) === filing.authority) return null;
  return {
    pointer: '/institution/particulars/registryLevel',
    code: 'AUTHORITY_FIXED',
    message: '已提交的备案由原备案机关办理，改由另一级民政部门备案的，请另行提交备案',
  };
}

/**
 * Nor to one of another place, be it that a functional area (功能区) holds the township that is named now: who holds the case and
 * has given out its papers could not go on with it.
 */
export function areaFault(
  filing: Filing,
  application: Application,
  jurisdictions: readonly JurisdictionRow[],
): FieldError | null {
  if (filing.status !== 'RETURNED') return null;
  const areaWith = (each: Application) => areaOf(placeOf({ ...filing, application: each }), jurisdictions);
  if (areaWith(application) === areaWith(filing.application)) return null;
  const { matter, authority } = caseWords(filing);
  return {
    pointer: '/institution/township',
    code: 'AUTHORITY_FIXED',
    message: `已提交的${matter}由原${authority}办理；所选乡镇（街道）由另一${authority}管辖的，请另行提交${matter}`,
  };
}
