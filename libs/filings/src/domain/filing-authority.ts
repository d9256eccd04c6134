import {
  areaOf,
  divisionOfLevel,
  placeOfAuthority,
  caseWords,
  registryLevelOf,
  type FiledSite,
  type JurisdictionRow,
  type LegalForm,
  type ParentDivisions,
  type RegistryLevel,
  type Site,
} from '@zhaoguan/contracts';
import { checkUscc, coversDistrict, type FieldError } from '@zhaoguan/kernel';
import type { Application } from './application';
import type { Filing } from './filing';

/** Non-profit (非营利性): 社会服务机构 and 事业单位. */
const NON_PROFIT: readonly string[] = ['PRIVATE_NON_ENTERPRISE', 'PUBLIC_INSTITUTION'] satisfies LegalForm[];

const REGISTRY_LEVEL = 'registryLevel';
const LEVEL_POINTER = `/institution/particulars/${REGISTRY_LEVEL}`;

/** By the legal form, and as long as that is not filled in by the code, which says it too. */
function isNonProfit({ legalForm, uscc }: Pick<Application, 'legalForm' | 'uscc'>): boolean {
  const check = checkUscc(uscc);
  return NON_PROFIT.includes(legalForm ?? (check.ok ? check.entity : 'OTHER'));
}

/**
 * The city or the province with which a 养老机构 files that is registered there; null where it files at the place: what is profit-making
 * does so wherever it is registered.
 * @law 养老机构管理办法（民政部令第66号）: 营利性养老机构向服务场所所在地的县级人民政府民政部门备案，
 *   非营利性养老机构向登记管理机关同级的人民政府民政部门备案
 */
export function authorityAbove(
  { kind, application }: Pick<Filing, 'kind' | 'application'>,
  divisions: ParentDivisions,
): string | null {
  if (kind !== 'ELDERLY_CARE' || !isNonProfit(application)) return null;
  return divisionOfLevel(application.particulars[REGISTRY_LEVEL], application.district, divisions);
}

/** Settled with the first handing in, and kept for whatever is filed about the institution later (向原备案机关). */
export function settledAuthority(
  filing: Pick<Filing, 'kind' | 'application' | 'round' | 'institutionId' | 'authority'>,
  divisions: ParentDivisions,
): string | null {
  const open = filing.round === 0 && filing.institutionId === null;
  return open ? authorityAbove(filing, divisions) : filing.authority;
}

/** What says where a filing lies. */
type Placed = Pick<Filing, 'authority'> & {
  readonly application: Pick<Application, 'district' | 'township'>;
};

/** Where the site stands, and which authority has its filing. */
export function filedSite({ application, authority }: Placed): FiledSite {
  const { district, township } = application;
  return { district, township, authority };
}

/** Where that authority is. */
export const placeOf = (filing: Placed): Site => placeOfAuthority(filedSite(filing));

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
  divisions: ParentDivisions,
): FieldError | null {
  if (filing.type !== 'INITIAL' || filing.status !== 'RETURNED') return null;
  if (authorityAbove({ ...filing, application }, divisions) === filing.authority) return null;
  return {
    pointer: LEVEL_POINTER,
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

/**
 * Which answer makes it another authority's than that of the window where it is begun: the level of the registry, where the window
 * is of a county or a city in which the site stands; else where it stands.
 */
export function answerOfOffice(
  { kind, application }: Pick<Filing, 'kind' | 'application'>,
  districts: readonly string[],
): string {
  const isAboutLevel = kind === 'ELDERLY_CARE' && isNonProfit(application);
  return isAboutLevel && coversDistrict(districts, application.district)
    ? LEVEL_POINTER
    : '/institution/district';
}

/** The same of what was begun at the window: the answer that is new, by which it would go to another authority; undefined for any other. */
export function changedOffice(before: Application, after: Application): string | undefined {
  if (before.particulars[REGISTRY_LEVEL] !== after.particulars[REGISTRY_LEVEL]) return LEVEL_POINTER;
  return (['legalForm', 'uscc', 'township'] as const)
    .filter((field) => before[field] !== after[field])
    .map((field) => `/institution/${field}`)[0];
}

/** Said at that answer, so that nobody fills in what the window cannot hand in. */
export function otherOffice(pointer: string, authorityName: string): FieldError {
  return {
    pointer,
    code: 'OTHER_AUTHORITY',
    message: `由${authorityName}受理，本窗口不能代办：请申请人到该部门的窗口办理，或者由申请人本人在线办理`,
  };
}
