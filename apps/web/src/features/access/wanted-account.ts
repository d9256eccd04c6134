import { DEPARTMENT_CODES, ROLES } from '@zhaoguan/contracts';
import type { Rights } from './person-fields';

/** What the address asks for (岗位、辖区、部门): of an office that has nobody. What it names otherwise is left to be chosen. */
export function wantedAccount(asked: URLSearchParams): Partial<Rights> {
  const role = ROLES.find((each) => each === asked.get('role'));
  const department = DEPARTMENT_CODES.find((each) => each === asked.get('department'));
  const district = asked.get('district');
  return {
    ...(role !== undefined && { roles: [role] }),
    ...(district !== null && /^\d{6}(\d{3})?$/.test(district) && { districts: [district] }),
    ...(department !== undefined && { departments: [department] }),
  };
}
