import {
  departmentLabel,
  isResponsible,
  LEAD_DEPARTMENT,
  refuse,
  siteOf,
  type Caller,
  type JurisdictionRow,
  type Kind,
} from '@zhaoguan/contracts';
import { districtPrefix, type FieldError } from '@zhaoguan/kernel';

const EVERYWHERE = '*';

/** Whether the caller is responsible for every one of these districts; `*` asks for the whole country. */
export function coversAll(
  caller: Caller,
  districts: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
): boolean {
  return districts.every((district) =>
    district === EVERYWHERE
      ? caller.districts.includes(EVERYWHERE)
      : isResponsible(caller.districts, jurisdictions, siteOf(district)),
  );
}

/** @throws WRONG_DISTRICT naming each district outside the caller's jurisdiction */
export function requireDistricts(
  caller: Caller,
  districts: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
  pointer: string,
): void {
  const fields = districts.flatMap((district, i): FieldError[] =>
    coversAll(caller, [district], jurisdictions)
      ? []
      : [{ pointer: `${pointer}/${i}`, code: 'WRONG_DISTRICT' }],
  );
  if (fields.length > 0) throw refuse('WRONG_DISTRICT', {}, fields);
}

/**
 * Townships that lie in the named districts and belong to somebody else: held by a functional area where a county or
 * city is named, or outside what the caller is responsible for. What is named singly is meant.
 */
export function townshipsOfOthers(
  caller: Caller,
  named: readonly string[],
  jurisdictions: readonly JurisdictionRow[],
): string[] {
  const prefixes = named.map(districtPrefix);
  const heldElsewhere = new Set(
    jurisdictions.filter(({ code }) => named.includes(code)).flatMap((row) => row.excludedTownships),
  );
  const contested = new Set(jurisdictions.flatMap((row) => row.excludedTownships));
  return [...contested]
    .filter((township) => prefixes.some((prefix) => township.startsWith(prefix)) && !named.includes(township))
    .filter(
      (township) =>
        heldElsewhere.has(township) || !isResponsible(caller.districts, jurisdictions, siteOf(township)),
    )
    .sort();
}

/** Kinds whose department in charge is the caller's: 民政 leads 养老机构, 卫生健康 leads 托育机构. */
export function kindsLedBy({ departments }: Caller): Kind[] {
  return (Object.keys(LEAD_DEPARTMENT) as Kind[]).filter((kind) =>
    departments.includes(LEAD_DEPARTMENT[kind]),
  );
}

export function leads(caller: Caller, kind: Kind): boolean {
  return kindsLedBy(caller).includes(kind);
}

/**
 * A matter of one department is not for the others.
 * @throws WRONG_DEPARTMENT
 */
export function requireDepartment(caller: Caller, department: string): void {
  if (caller.departments.includes(department)) return;
  throw refuse('WRONG_DEPARTMENT', { department: departmentLabel(department) });
}
