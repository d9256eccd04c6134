import { LEAD_DEPARTMENT, refuse, type Caller, type Kind } from '@zhaoguan/contracts';
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

const DEPARTMENT_LABELS: Readonly<Record<string, string>> = {
  'civil-affairs': '民政部门',
  health: '卫生健康部门',
  'market-regulation': '市场监管部门',
  fire: '消防救援机构',
  housing: '住房和城乡建设部门',
  education: '教育部门',
  'public-security': '公安机关',
  emergency: '应急管理部门',
  finance: '地方金融管理部门',
  'human-resources': '人力资源和社会保障部门',
  'development-reform': '发展改革部门',
  'administrative-approval': '行政审批部门',
  'government-services': '政务服务部门',
};

/** What a department is commonly called; its proper name differs from place to place. */
export function departmentLabel(code: string): string {
  return DEPARTMENT_LABELS[code] ?? code;
}
