import { DEPARTMENT_CODES, refuse, type JurisdictionRow, type Role } from '@zhaoguan/contracts';
import { EVERYWHERE, looksAfter, type Person } from './person';

/** What an administrator may give (授权). */
export interface Rights {
  readonly roles: readonly Role[];
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  readonly homeDistrict: string | null;
}

/** Roles that nobody holds beside another. Who gives out accounts and hands in directories decides nothing of what comes of them. */
const ALONE: readonly Role[] = ['OPERATOR', 'ADMINISTRATOR'];

/**
 * @param known whether a district code is in the reference data
 * @throws ROLES_INCOMPATIBLE, UNKNOWN_DISTRICT, UNKNOWN_DEPARTMENT, BEYOND_OWN_DISTRICTS
 */
export function checkRights(
  administrator: readonly string[],
  rights: Rights,
  known: (district: string) => boolean,
  jurisdictions: readonly JurisdictionRow[],
): void {
  const { roles, districts, departments, homeDistrict } = rights;
  const isOperator = roles.includes('OPERATOR');
  const placed = districts.length > 0 || departments.length > 0;
  const mixed = roles.length > 1 && ALONE.some((role) => roles.includes(role));
  if (mixed || (isOperator ? placed : districts.length === 0)) throw refuse('ROLES_INCOMPATIBLE');
  const places = homeDistrict === null ? districts : [...districts, homeDistrict];
  const unknown = places.find((place) => place !== EVERYWHERE && !known(place));
  if (unknown !== undefined || homeDistrict === EVERYWHERE) {
    throw refuse('UNKNOWN_DISTRICT', {}, [{ pointer: '/districts', code: 'UNKNOWN_DISTRICT' }]);
  }
  if (departments.some((code) => !(DEPARTMENT_CODES as readonly string[]).includes(code))) {
    throw refuse('UNKNOWN_DEPARTMENT', {}, [{ pointer: '/departments', code: 'UNKNOWN_DEPARTMENT' }]);
  }
  if (!looksAfter(administrator, rights, jurisdictions)) throw refuse('BEYOND_OWN_DISTRICTS');
}

/**
 * Filings, institutions and cases hang on an account. Who works for the authority from now on gets another one, so that nobody
 * meets their own business at their desk.
 * @law 公务员法第七十六条（回避）
 * @throws OPERATOR_APART
 */
export function assertSameSide(before: Pick<Rights, 'roles'>, after: Pick<Rights, 'roles'>): void {
  if (before.roles.includes('OPERATOR') !== after.roles.includes('OPERATOR')) throw refuse('OPERATOR_APART');
}

/** @throws OWN_ACCOUNT, or NOT_FOUND for an account that another administrator looks after */
export function assertLooksAfter(
  administrator: { readonly id: string; readonly districts: readonly string[] },
  person: Person,
  jurisdictions: readonly JurisdictionRow[],
): void {
  if (!looksAfter(administrator.districts, person, jurisdictions)) throw refuse('NOT_FOUND');
  if (person.id === administrator.id) throw refuse('OWN_ACCOUNT');
}
