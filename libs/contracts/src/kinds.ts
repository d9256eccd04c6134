/** What kind of institution is supervised. 养老机构 (老年人权益保障法 art. 43) or 托育机构 (人口与计划生育法 art. 28). */
export const KINDS = ['ELDERLY_CARE', 'CHILDCARE'] as const;
export type Kind = (typeof KINDS)[number];

export const KIND_LABELS: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: '养老机构',
  CHILDCARE: '托育机构',
};

/** What a site is called: a 家庭托育点 is a 托育机构 by its department, and held to a measure of its own. */
export const SITE_NAMES: Readonly<Record<Kind | 'HOME', string>> = { ...KIND_LABELS, HOME: '家庭托育点' };

/** 养老机构, 托育机构 or 家庭托育点. @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号） */
export function siteInWords({
  kind,
  siteType,
}: {
  readonly kind: Kind;
  readonly siteType?: string | null;
}): string {
  return siteType === 'HOME' ? SITE_NAMES.HOME : SITE_NAMES[kind];
}

/** 首次备案, 变更, 暂停, 恢复, 终止. */
export const FILING_TYPES = ['INITIAL', 'CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE'] as const;
export type FilingType = (typeof FILING_TYPES)[number];
export const FILING_TYPE_LABELS: Readonly<Record<FilingType, string>> = {
  INITIAL: '首次备案',
  CHANGE: '变更备案',
  SUSPENSION: '暂停服务',
  RESUMPTION: '恢复服务',
  CLOSURE: '终止服务',
};

/** The same where the law asks for a licence: what stops, goes on or ends is told to the authority under either. */
export const LICENCE_TYPE_LABELS: Readonly<Record<FilingType, string>> = {
  ...FILING_TYPE_LABELS,
  INITIAL: '许可申请',
  CHANGE: '变更许可',
};

/** The filing by which an institution stops, stays closed longer, goes on or ends (暂停、延长暂停、恢复、终止), by what it does to its state. */
export const FILING_OF_STATUS_ACTION = {
  suspend: 'SUSPENSION',
  prolong: 'SUSPENSION',
  resume: 'RESUMPTION',
  close: 'CLOSURE',
} as const satisfies Readonly<Record<string, FilingType>>;
export type StatusAction = keyof typeof FILING_OF_STATUS_ACTION;
export const STATUS_ACTION_LABELS: Readonly<Record<StatusAction, string>> = {
  suspend: '暂停服务',
  prolong: '延长暂停服务',
  resume: '恢复服务',
  close: '终止服务',
};

/** Letters of the kind in numbers of files, e.g. 610116-YL-罚案-2026-0042. */
export const KIND_LETTERS: Readonly<Record<Kind, 'YL' | 'TY'>> = { ELDERLY_CARE: 'YL', CHILDCARE: 'TY' };

/** The department that takes filings of a kind: 民政 for 养老, 卫生健康 for 托育. */
export const LEAD_DEPARTMENT: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: 'civil-affairs',
  CHILDCARE: 'health',
};

/** That department in words; as a rule of the county. */
export const LEAD_DEPARTMENT_NAMES: Readonly<Record<Kind, string>> = {
  ELDERLY_CARE: '民政部门',
  CHILDCARE: '卫生健康部门',
};

/** The kinds that one of these departments takes filings of. */
export function kindsLedBy(departments: readonly string[]): Kind[] {
  return KINDS.filter((kind) => departments.includes(LEAD_DEPARTMENT[kind]));
}

/** Credit grade (信用等级), best to worst; drives the sampling ratio of the draw. */
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];
export const GRADE_LABELS: Readonly<Record<Grade, string>> = {
  A: '信用良好',
  B: '信用一般',
  C: '信用较低',
  D: '信用低',
};

/** Legal person type (法人类型); the first characters of the USCC must agree with it (GB 32100-2015). */
export const LEGAL_FORMS = [
  'ENTERPRISE',
  'SOLE_PROPRIETOR',
  'PRIVATE_NON_ENTERPRISE',
  'PUBLIC_INSTITUTION',
] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];
export const LEGAL_FORM_LABELS: Readonly<Record<LegalForm, string>> = {
  ENTERPRISE: '企业法人',
  SOLE_PROPRIETOR: '个体工商户',
  PRIVATE_NON_ENTERPRISE: '民办非企业单位（社会服务机构）',
  PUBLIC_INSTITUTION: '事业单位',
};

/** Whether an institution takes people in (机构状态). */
export const INSTITUTION_STATUSES = ['OPERATING', 'SUSPENDED', 'CLOSED'] as const;
export type InstitutionStatus = (typeof INSTITUTION_STATUSES)[number];

export const INSTITUTION_STATUS_LABELS: Readonly<Record<InstitutionStatus, string>> = {
  OPERATING: '在营',
  SUSPENDED: '暂停服务',
  CLOSED: '已终止',
};

const FOR_PROFIT: ReadonlySet<LegalForm> = new Set(['ENTERPRISE', 'SOLE_PROPRIETOR']);

/** 营利性, else 非营利性. */
export const isForProfit = (legalForm: LegalForm): boolean => FOR_PROFIT.has(legalForm);

/** How it is owned and run (举办性质). */
export const OWNERSHIPS = ['PUBLIC', 'PUBLIC_BUILT_PRIVATE_RUN', 'PRIVATE_SUBSIDISED', 'PRIVATE'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

export const OWNERSHIP_LABELS: Readonly<Record<Ownership, string>> = {
  PUBLIC: '公办',
  PUBLIC_BUILT_PRIVATE_RUN: '公建民营',
  PRIVATE_SUBSIDISED: '民办公助',
  PRIVATE: '民办',
};
