import { DEPARTMENT_CODES, type DepartmentCode } from './agencies';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

/** V 重大 (veto), H 严重, M 一般, L 轻微. */
export const ITEM_SEVERITIES = ['V', 'H', 'M', 'L'] as const;
export type ItemSeverity = (typeof ITEM_SEVERITIES)[number];
export const ITEM_SEVERITY_LABELS: Readonly<Record<ItemSeverity, string>> = {
  V: '重大',
  H: '严重',
  M: '一般',
  L: '轻微',
};
/** 现场检查, 书面检查. */
export const CHECK_METHODS = ['ON_SITE', 'DOCUMENT'] as const;
export const CHECK_METHOD_LABELS: Readonly<Record<(typeof CHECK_METHODS)[number], string>> = {
  ON_SITE: '现场',
  DOCUMENT: '书面',
};
export const ITEM_CATEGORIES = [
  '质量安全',
  '从业人员',
  '运营秩序',
  '资金',
  '应急',
  '消防',
  '食品',
  '医疗卫生',
] as const;
/** 家庭托育点: a childcare site in a dwelling, at most five children. */
export const SITE_TYPES = ['HOME'] as const;

/** A cited clause; a recommended standard (推荐性标准) binds nobody and cannot carry an order or a penalty alone. */
export interface ItemBasis extends LegalCitation {
  readonly binding: boolean;
}

/** One line of the 抽查事项清单. */
export interface InspectionItemRow {
  /** YL01… 养老, TY01… 托育, JT01… 家庭托育点. */
  readonly code: string;
  readonly kind: ReferenceKind;
  /** Set where the item is only for this type of site. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  readonly title: string;
  /** The question the inspector answers; yes is right. */
  readonly check: string;
  readonly legalBasis: readonly ItemBasis[];
  /** No binding clause is cited: the answer may only be guidance. */
  readonly guidanceOnly: boolean;
  readonly severity: ItemSeverity;
  readonly severityLabel: string;
  /** Points off 100; 0 for V, which caps the total instead. */
  readonly deductionPoints: number;
  /** Highest total when this item fails; null when it does not cap. */
  readonly scoreCap: number | null;
  /** The case in which this item counts as V. */
  readonly vetoWhen: string | null;
  readonly leadDepartment: DepartmentCode;
  readonly assistingDepartments: readonly DepartmentCode[];
  readonly method: (typeof CHECK_METHODS)[number];
  readonly category: (typeof ITEM_CATEGORIES)[number];
  /** 重点检查事项. */
  readonly keyItem: boolean;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

export interface ItemScoring {
  readonly start: number;
  readonly vetoCap: number;
  readonly points: Readonly<Record<ItemSeverity, number>>;
  readonly labels: Readonly<Record<ItemSeverity, string>>;
}

export type InspectionItemFile = ReferenceFile<InspectionItemRow> & { readonly scoring: ItemScoring };

const PREFIX_KIND: Readonly<Record<string, ReferenceKind>> = {
  YL: 'ELDERLY_CARE',
  TY: 'CHILDCARE',
  JT: 'CHILDCARE',
};

/**
 * Reads inspection-items.json: codes unique, each with a basis, and points that follow from its severity.
 * @law 国务院办公厅关于推广随机抽查规范事中事后监管的通知（国办发〔2015〕58号）：没有法律法规规章规定的，一律不得擅自开展检查
 * @throws ReferenceDataError with the place and the fault
 */
export function parseInspectionItems(json: unknown): InspectionItemFile {
  const file = readFile(json, 'inspection-items.json', readItem, (row) => ({
    scoring: row.object('scoring', readScoring),
  }));
  requireUnique(file.items, 'inspection-items.json', (item) => item.code);
  file.items.forEach((item, i) => requireScore(item, file.scoring, `inspection-items.json.items[${i}]`));
  return file;
}

function readItem(row: Row): InspectionItemRow {
  const item = {
    code: row.matching('code', /^(?:YL|TY|JT)\d{2}$/, '应为 YL、TY、JT 加两位数字'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    title: row.chinese('title'),
    check: row.chinese('check'),
    legalBasis: row.list('legalBasis', (basis) => ({
      ...readCitation(basis),
      binding: basis.flag('binding'),
    })),
    guidanceOnly: row.flag('guidanceOnly'),
    severity: row.oneOf('severity', ITEM_SEVERITIES),
    severityLabel: row.chinese('severityLabel'),
    deductionPoints: row.integer('deductionPoints', 0, 100),
    scoreCap: row.integerOrNull('scoreCap', 0, 99),
    vetoWhen: row.chineseOrNull('vetoWhen'),
    leadDepartment: row.oneOf('leadDepartment', DEPARTMENT_CODES),
    assistingDepartments: row.textsOf('assistingDepartments', DEPARTMENT_CODES),
    method: row.oneOf('method', CHECK_METHODS),
    category: row.oneOf('category', ITEM_CATEGORIES),
    keyItem: row.flag('keyItem'),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  requireConsistent(row, item);
  return item;
}

function requireConsistent(row: Row, item: InspectionItemRow): void {
  if (PREFIX_KIND[item.code.slice(0, 2)] !== item.kind) row.fail('kind', `与编码${item.code}不符`);
  if (item.code.startsWith('JT') !== (item.siteType === 'HOME'))
    row.fail('siteType', `与编码${item.code}不符`);
  if (item.legalBasis.length === 0) row.fail('legalBasis', '没有依据的事项不得列入清单');
  if (item.legalBasis.some((basis) => basis.binding) === item.guidanceOnly) {
    row.fail('guidanceOnly', '依据全部为推荐性标准的，且仅此情形，应为 true');
  }
  if (item.guidanceOnly && (item.severity === 'V' || item.vetoWhen !== null)) {
    row.fail('severity', '只有推荐性标准作依据的事项不得一票否决');
  }
  if (item.assistingDepartments.includes(item.leadDepartment))
    row.fail('assistingDepartments', '不应包含牵头部门');
}

function requireScore(item: InspectionItemRow, scoring: ItemScoring, path: string): void {
  const expected = {
    deductionPoints: scoring.points[item.severity],
    severityLabel: scoring.labels[item.severity],
    scoreCap: item.severity === 'V' ? scoring.vetoCap : null,
  };
  for (const field of ['deductionPoints', 'severityLabel', 'scoreCap'] as const) {
    if (item[field] !== expected[field]) {
      throw new ReferenceDataError(`${path}.${field}`, `与等次${item.severity}不符，应为${expected[field]}`);
    }
  }
}

function readScoring(row: Row): ItemScoring {
  const perSeverity = <T>(field: string, read: (inner: Row, key: ItemSeverity) => T) =>
    row.object(field, (inner) => ({
      V: read(inner, 'V'),
      H: read(inner, 'H'),
      M: read(inner, 'M'),
      L: read(inner, 'L'),
    }));
  return {
    start: row.integer('start', 1, 100),
    vetoCap: row.integer('vetoCap', 0, 99),
    points: perSeverity('points', (inner, key) => inner.integer(key, 0, 100)),
    labels: perSeverity('labels', (inner, key) => inner.chinese(key)),
  };
}
