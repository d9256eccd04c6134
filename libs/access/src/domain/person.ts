import {
  isResponsible,
  permissionsOf,
  siteOf,
  type AccountState,
  type Caller,
  type JurisdictionRow,
  type Role,
} from '@zhaoguan/contracts';
import { lockedFor, type Attempts } from './lockout';

/** In `districts`: the whole country. */
export const EVERYWHERE = '*';

/** Somebody with an account: an official, an inspector, or an operator of institutions. */
export interface Person extends Attempts {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Districts of responsibility, e.g. `610116`; empty for operators. */
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  /** District whose administrator looks after an operator's account; null: the national administrator. */
  readonly homeDistrict: string | null;
  /** Access tokens of an earlier generation are refused at once. */
  readonly tokenGeneration: number;
  /** The token with which the person changed their password outlives its generation; null: none does. */
  readonly keptToken: string | null;
  readonly version: number;
  readonly disabledAt: Date | null;
  readonly mustChangePassword: boolean;
  /** Who was shown the initial password, and could have signed in with it; null: nobody. */
  readonly passwordGivenBy: string | null;
  /** False for the account of an applicant who signs in with a partner platform: no password opens it, and none is given to it. */
  readonly hasPassword: boolean;
}

export function callerOf(person: Person, traceId: string): Caller {
  return {
    id: person.id,
    name: person.name,
    roles: person.roles,
    permissions: permissionsOf(person.roles),
    districts: person.districts,
    departments: person.departments,
    traceId,
  };
}

/** Whether somebody can sign in with the account now. A browser that is known has attempts of its own, which are not looked at. */
export function accountState(
  person: Pick<Person, 'disabledAt' | 'mustChangePassword'> & Attempts,
  at: Date,
): AccountState {
  if (person.disabledAt !== null) return 'DISABLED';
  if (lockedFor(person, at) !== undefined) return 'LOCKED';
  return person.mustChangePassword ? 'INITIAL_PASSWORD' : 'ACTIVE';
}

/** What an access token says of itself. */
export interface AccessToken {
  /** Null: of a token from before tokens had one. */
  readonly id: string | null;
  readonly generation: unknown;
}

/** Whether an access token still opens anything (停用、退出所有设备、在别处修改密码后即失效). */
export const isTokenGood = (person: Person | null, { id, generation }: AccessToken): person is Person =>
  person !== null &&
  person.disabledAt === null &&
  (person.tokenGeneration === generation || (id !== null && person.keptToken === id));

/** District under which acts on the account are recorded: it decides which administrator reads of them. */
export const districtOf = (person: Pick<Person, 'districts' | 'homeDistrict'>): string | undefined =>
  person.homeDistrict ?? person.districts.find((district) => district !== EVERYWHERE);

/**
 * Whether an administrator of these districts looks after the account: every district of it lies within theirs, and no
 * functional area (功能区) holds it. An account of no district at all belongs to the national administrator.
 */
export function looksAfter(
  administrator: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
  person: Pick<Person, 'districts' | 'homeDistrict'>,
): boolean {
  if (administrator.includes(EVERYWHERE)) return true;
  const places = [...person.districts, ...(person.homeDistrict === null ? [] : [person.homeDistrict])];
  const isTheirs = (place: string): boolean =>
    place !== EVERYWHERE && isResponsible(administrator, jurisdictions, siteOf(place));
  return places.length > 0 && places.every(isTheirs);
}
