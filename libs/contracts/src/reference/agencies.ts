import { EVIDENCE_MARKS, type EvidenceMark, nothingElse, REFERENCE_KINDS, readFile } from './file';
import { type ReferenceFile, type ReferenceKind, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

export const JURISDICTION_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'FUNCTIONAL_AREA'] as const;
/** The five policy plans the project starts from. */
export const POLICY_AREAS = ['000', '001', '002', '003', '004'] as const;
export type PolicyArea = (typeof POLICY_AREAS)[number];

/**
 * A managing body (管理主体): what it covers is a set of 行政区划 codes less the townships that another body holds. A
 * functional area such as 西咸新区 has a code of its own shape, `XX-610000-XIXIAN`, because GB/T 2260 gives it none.
 */
export interface JurisdictionRow {
  readonly code: string;
  readonly name: string;
  readonly level: (typeof JURISDICTION_LEVELS)[number];
  readonly parent: string | null;
  readonly policyArea: PolicyArea | null;
  /** Six-digit codes covered whole. */
  readonly districts: readonly string[];
  /** Nine-digit codes covered singly. */
  readonly townships: readonly string[];
  /** Nine-digit codes inside `districts` that are not covered. */
  readonly excludedTownships: readonly string[];
  readonly validFrom: string | null;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

export const DEPARTMENT_CODES = [
  'civil-affairs',
  'health',
  'market-regulation',
  'fire',
  'housing',
  'education',
  'public-security',
  'emergency',
  'finance',
  'human-resources',
  'development-reform',
  'administrative-approval',
  'government-services',
] as const;
export type DepartmentCode = (typeof DEPARTMENT_CODES)[number];

/** What a department is commonly called (部门通称); its proper name differs from place to place. */
export const DEPARTMENT_LABELS: Readonly<Record<DepartmentCode, string>> = {
  'civil-affairs': '民政部门',
  health: '卫生健康部门',
  'market-regulation': '市场监管部门',
  fire: '消防救援机构',
  housing: '住房城乡建设部门',
  education: '教育部门',
  'public-security': '公安机关',
  emergency: '应急管理部门',
  finance: '地方金融管理部门',
  'human-resources': '人力资源和社会保障部门',
  'development-reform': '发展改革部门',
  'administrative-approval': '行政审批部门',
  'government-services': '政务服务部门',
};

/** The common name of a department; the code itself for one that is not known. */
export function departmentLabel(code: string): string {
  return Object.hasOwn(DEPARTMENT_LABELS, code) ? DEPARTMENT_LABELS[code as DepartmentCode] : code;
}

/** How an agency is reached, and where its fines are paid, as its documents say it. */
export interface AgencyContact {
  readonly address: string;
  readonly phone: string;
  /** Bank and account; null where the notice of payment (缴款通知) names them. */
  readonly paymentBank: string | null;
}

/** An agency of a managing body, by what it is there for; its name differs from place to place. */
export interface DepartmentRow {
  readonly jurisdiction: string;
  readonly code: DepartmentCode;
  readonly name: string;
  /** The kinds it is the sector authority of: 民政 for 养老, 卫生健康 for 托育. */
  readonly leads: readonly ReferenceKind[];
  /** Not given for every agency. */
  readonly contact?: AgencyContact | undefined;
  /** 机关代字, which begins the numbers of its papers, such as 长民. Not given for every agency. */
  readonly documentCode?: string | undefined;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

/**
 * Reads jurisdictions.json: codes unique, parents present, excluded townships inside what is covered.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseJurisdictions(json: unknown): ReferenceFile<JurisdictionRow> {
  const file = readFile(json, 'jurisdictions.json', readJurisdiction, nothingElse);
  requireUnique(file.items, 'jurisdictions.json', (item) => item.code);
  const codes = new Set(file.items.map((item) => item.code));
  file.items.forEach((item, i) => {
    if (item.parent !== null && !codes.has(item.parent)) {
      throw new ReferenceDataError(`jurisdictions.json.items[${i}].parent`, `${item.parent}不在本文件内`);
    }
  });
  return file;
}

/**
 * Reads departments.json: one agency per code and managing body, and for each managing body exactly one that leads each kind.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseDepartments(json: unknown): ReferenceFile<DepartmentRow> {
  const file = readFile(json, 'departments.json', readDepartment, nothingElse);
  requireUnique(file.items, 'departments.json', (item) => `${item.jurisdiction}/${item.code}`);
  for (const jurisdiction of new Set(file.items.map((item) => item.jurisdiction))) {
    for (const kind of REFERENCE_KINDS) requireOneLead(file.items, jurisdiction, kind);
  }
  return file;
}

function requireOneLead(items: readonly DepartmentRow[], jurisdiction: string, kind: ReferenceKind): void {
  const leads = items.filter((item) => item.jurisdiction === jurisdiction && item.leads.includes(kind));
  if (leads.length !== 1) {
    throw new ReferenceDataError(
      'departments.json.items',
      `${jurisdiction}主管${kind}的机构应恰为一个，实为${leads.length}个`,
    );
  }
}

function readJurisdiction(row: Row): JurisdictionRow {
  const item = {
    code: row.matching('code', /^(?:\d{6}|XX-\d{6}-[A-Z]+)$/, '应为六位代码或者 XX-六位代码-名称'),
    name: row.chinese('name'),
    level: row.oneOf('level', JURISDICTION_LEVELS),
    parent: row.textOrNull('parent'),
    policyArea: row.oneOfOrNull('policyArea', POLICY_AREAS),
    districts: codes(row, 'districts', /^\d{6}$/),
    townships: codes(row, 'townships', /^\d{9}$/),
    excludedTownships: codes(row, 'excludedTownships', /^\d{9}$/),
    validFrom: row.dateOrNull('validFrom'),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  if (item.districts.length + item.townships.length === 0) row.fail('districts', '没有覆盖任何区划');
  const prefixes = item.districts.map((code) => code.replace(/(?:00){1,2}$/, ''));
  const outside = item.excludedTownships.find((code) => !prefixes.some((prefix) => code.startsWith(prefix)));
  if (outside !== undefined) row.fail('excludedTownships', `${outside}本不在覆盖范围内`);
  return item;
}

function codes(row: Row, field: string, shape: RegExp): readonly string[] {
  const values = row.texts(field);
  const bad = values.find((value) => !shape.test(value));
  if (bad !== undefined) row.fail(field, `“${bad}”不是区划代码`);
  return values;
}

function readDepartment(row: Row): DepartmentRow {
  return {
    jurisdiction: row.text('jurisdiction'),
    code: row.oneOf('code', DEPARTMENT_CODES),
    name: row.chinese('name'),
    leads: row.textsOf('leads', REFERENCE_KINDS),
    contact: row.optional('contact', (field) => row.object(field, readContact)),
    documentCode: row.optional('documentCode', (field) => row.chinese(field)),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
}

function readContact(row: Row): AgencyContact {
  return {
    address: row.chinese('address'),
    phone: row.text('phone'),
    paymentBank: row.chineseOrNull('paymentBank'),
  };
}
