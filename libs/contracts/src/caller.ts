import type { Permission, Role } from './permissions';
import { DEPARTMENT_CODES } from './reference/agencies';

/** On whose behalf something is done: a signed-in person, or the system itself (jobs, command line). */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  /** District codes the person is responsible for; `['*']` is the whole country. Empty for operators. */
  readonly districts: readonly string[];
  /** Department codes, e.g. `civil-affairs`. */
  readonly departments: readonly string[];
  readonly traceId: string;
  /** Present on a request that carries `Idempotency-Key`. Consumed by the first transaction of the request that writes. */
  readonly idempotency?: IdempotencyClaim;
}

export interface IdempotencyClaim {
  readonly key: string;
  /** SM3 of method, path and body, hex; of an upload once its file has been read to the end. */
  requestHash: string;
  claimed: boolean;
}

/** The nil UUID stands for the system in transition and audit rows. */
export const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

export function systemCaller(traceId: string): Caller {
  return {
    id: SYSTEM_ID,
    name: '系统',
    roles: [],
    permissions: new Set(),
    districts: ['*'],
    departments: DEPARTMENT_CODES,
    traceId,
  };
}
