import { departmentLabel, LEAD_DEPARTMENT, refuse, type Caller, type Kind } from '@zhaoguan/contracts';
import { coversDistrict, type FieldError } from '@zhaoguan/kernel';

const EVERYWHERE = '*';

/** Whether the caller is responsible for every one of these districts; `*` asks for the whole country. */
export function coversAll(caller: Caller, districts: readonly string[]): boolean {
  return districts.every((district) =>
    district === EVERYWHERE
      ? caller.districts.includes(EVERYWHERE)
      : coversDistrict(caller.districts, district),
  );
}

/** @throws WRONG_DISTRICT naming each district outside the caller's jurisdiction */
export function requireDistricts(caller: Caller, districts: readonly string[], pointer: string): void {
  const fields = districts.flatMap((district, i): FieldError[] =>
    coversAll(caller, [district]) ? [] : [{ pointer: `${pointer}/${i}`, code: 'WRONG_DISTRICT' }],
  );
  if (fields.length > 0) throw refuse('WRONG_DISTRICT', {}, fields);
}

/**
 * Plans are made by the department in charge of the kind: 民政 for 养老机构, 卫生健康 for 托育机构.
 * @throws WRONG_DEPARTMENT
 */
export function requireLeadDepartment(caller: Caller, kind: Kind): void {
  const department = LEAD_DEPARTMENT[kind];
  if (caller.departments.includes(department)) return;
  throw refuse('WRONG_DEPARTMENT', { department: departmentLabel(department) });
}
