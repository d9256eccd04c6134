import { permissionsOf, type Caller, type Role } from '@zhaoguan/contracts';
import type { Attempts } from './lockout';

/** Somebody with an account: an official, an inspector, or an operator of institutions. */
export interface Person extends Attempts {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Districts of responsibility, e.g. `610116`; empty for operators. */
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  readonly disabledAt: Date | null;
  readonly mustChangePassword: boolean;
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
