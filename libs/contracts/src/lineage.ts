/** What an official enters, or the system finds at an acceptance, of an institution and another one (沿革与关联). */
export const LINK_KINDS = ['PREDECESSOR', 'BRANCH_OF', 'CONTROLLER'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LINK_KIND_LABELS: Readonly<Record<LinkKind, string>> = {
  PREDECESSOR: '此前的机构',
  BRANCH_OF: '总部（总公司）',
  CONTROLLER: '同一实际控制人',
};

/** By what an entry came about: the address at an acceptance, an accepted closure that names who takes over, or an official's word. */
export const LINK_BASES = ['PLACE', 'CLOSURE', 'ENTERED'] as const;
export type LinkBasis = (typeof LINK_BASES)[number];

/** How an institution is related to the one that is looked at. */
export const RELATIONS = ['PREDECESSOR', 'SUCCESSOR', 'LEGAL_PERSON', 'CONTROLLER'] as const;
export type Relation = (typeof RELATIONS)[number];

export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  PREDECESSOR: '此前的机构',
  SUCCESSOR: '此后的机构',
  LEGAL_PERSON: '同一举办主体的其他机构',
  CONTROLLER: '同一负责人或者实际控制人的其他机构',
};

/** By what a relation is known. */
export const RELATION_BASES = {
  PLACE: '同一地址，准予时自动关联',
  CLOSURE: '终止服务的备案写明承接',
  ENTERED: '工作人员登记',
  CODE: '统一社会信用代码相同',
  HEADQUARTERS: '总部',
  BRANCH: '分支机构',
  SIBLING: '同一总部的分支机构',
  HEAD: '法定代表人或者主要负责人相同',
} as const;
export type RelationBasis = keyof typeof RELATION_BASES;
