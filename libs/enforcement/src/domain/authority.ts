import type { AgencyContact, DepartmentCode, DepartmentRow, JurisdictionRow } from '@zhaoguan/contracts';

/** Names for places whose own agencies are not registered. */
const GENERIC: Readonly<Record<DepartmentCode, string>> = {
  'civil-affairs': '民政部门',
  health: '卫生健康主管部门',
  'market-regulation': '市场监督管理部门',
  fire: '消防救援机构',
  housing: '住房和城乡建设主管部门',
  education: '教育行政部门',
  'public-security': '公安机关',
  emergency: '应急管理部门',
  finance: '地方金融管理机构',
  'human-resources': '人力资源和社会保障行政部门',
  'development-reform': '发展改革部门',
  'administrative-approval': '行政审批部门',
  'government-services': '政务服务管理机构',
};

export interface Place {
  readonly district: string;
  readonly township: string | null;
  /** Name from province to county, for an agency that is not registered. */
  readonly path: string;
}

/** Full name of the agency in charge at a place: a functional area holds its townships, the county the rest. */
export function authorityName(
  department: DepartmentCode,
  place: Place,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): string {
  return (
    agencyAt(department, place, jurisdictions, departments)?.name ?? `${place.path}${GENERIC[department]}`
  );
}

type Site = Pick<Place, 'district' | 'township'>;

/** How the agency in charge is reached; undefined where nobody has registered that. */
export function contactAt(
  department: string,
  site: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): AgencyContact | undefined {
  return agencyAt(department, site, jurisdictions, departments)?.contact;
}

/**
 * Who reviews what a department has done (行政复议机关): its own people's government, since 2024 alone. Of a functional
 * area, which is no level of government, and of the fire service, which belongs to none, it is not named.
 * @law 行政复议法第二十四条
 */
export function reviewBodyOf(
  department: string,
  { township }: Site,
  government: string,
  jurisdictions: readonly JurisdictionRow[],
): string {
  const inArea = jurisdictions.some((row) => township !== null && row.townships.includes(township));
  return inArea || department === 'fire' ? '有管辖权的行政复议机关' : `${government}人民政府`;
}

function agencyAt(
  department: string,
  { district, township }: Site,
  jurisdictions: readonly JurisdictionRow[],
  departments: readonly DepartmentRow[],
): DepartmentRow | undefined {
  const body =
    jurisdictions.find((row) => township !== null && row.townships.includes(township)) ??
    jurisdictions.find((row) => row.districts.includes(district));
  return departments.find((row) => row.code === department && row.jurisdiction === body?.code);
}
