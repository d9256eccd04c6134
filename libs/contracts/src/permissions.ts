/** Every right that a route or an action can ask for, with its Chinese name. A route without one is closed. */
export const PERMISSIONS = {
  'filing.file': '提交备案',
  'filing.read': '查看备案',
  'filing.return': '退回补正',
  'filing.refuse': '不予备案',
  'filing.accept': '准予备案',
  'filing.reveal': '查看备案当事人个人信息明文',
  'removal.read': '查看注销撤销备案',
  'removal.manage': '办理注销撤销备案',
  'removal.decide': '决定注销撤销备案',
  'removal.state': '对注销撤销备案陈述申辩',
  'rating.give': '评价政务服务',
  'rating.follow-up': '办理差评整改回访',
  'rating.read-statistics': '查看服务评价统计',
  'filing.assign': '领取、分派和移交备案',
  'filing.note': '书写备案内部备注',
  'filing.verify': '记录备案现场核查',
  'filing.consult': '征求其他部门对备案的意见',
  'opinion.answer': '答复协同意见',
  'institution.read': '查看机构名录',
  'institution.reveal': '查看机构负责人个人信息明文',
  'lineage.read': '查看机构沿革与关联',
  'lineage.manage': '登记、更正机构沿革与关联',
  'item.read': '查看抽查事项',
  'inspector.read': '查看检查人员名录',
  'inspector.manage': '维护检查人员名录与回避',
  'plan.read': '查看抽查计划',
  'plan.manage': '制定抽查计划',
  'draw.read': '查看抽取',
  'draw.announce': '发布抽取公告',
  'draw.enter-beacon': '录入公开随机数',
  'draw.confirm-beacon': '确认公开随机数',
  'draw.void': '作废尚未抽取的公告',
  'draw.discard': '作废已经抽取的结果',
  'draw.open': '公开抽取',
  'task.read': '查看检查任务',
  'task.inspect': '实施检查',
  'task.own': '查看本机构的检查',
  'task.replace': '补抽检查对象',
  'result.read': '查看检查结果',
  'result.publish': '公布检查结果',
  'case.read': '查看处罚案件',
  'case.manage': '办理处罚案件',
  'case.decide': '作出处罚决定',
  'case.state': '陈述申辩',
  'credit.read': '查看信用记录',
  'credit.confirm': '确认整改合格',
  'person.manage': '管理人员账号',
  'job.manage': '查看和重试后台任务',
  'audit.read': '查看操作记录',
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** In a process: an act of the clock or of a job, which no person may do. */
export const SYSTEM_ONLY = 'system.act';

export const ROLES = [
  'OPERATOR',
  'REGISTRAR',
  'ADVISER',
  'PLANNER',
  'INSPECTOR',
  'REVIEWER',
  'CASE_OFFICER',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  OPERATOR: '机构经办人',
  REGISTRAR: '备案受理人',
  ADVISER: '协同意见答复人',
  PLANNER: '抽查计划人',
  INSPECTOR: '执法检查人员',
  REVIEWER: '复核公布人',
  CASE_OFFICER: '案件承办人',
  ADMINISTRATOR: '系统管理员',
};

const OFFICIAL_READS: readonly Permission[] = [
  'institution.read',
  'lineage.read',
  'item.read',
  'credit.read',
];

/** What each role may do. The district and the department are checked besides (row-level security, use cases). */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  OPERATOR: [
    'filing.file',
    'filing.read',
    'rating.give',
    'institution.read',
    'item.read',
    'task.own',
    'case.state',
    'removal.state',
    'credit.read',
  ],
  REGISTRAR: [
    'filing.read',
    'filing.return',
    'filing.refuse',
    'filing.accept',
    'filing.reveal',
    'removal.read',
    'removal.manage',
    'filing.assign',
    'filing.note',
    'filing.verify',
    'filing.consult',
    'institution.reveal',
    'lineage.manage',
    'rating.read-statistics',
    ...OFFICIAL_READS,
  ],
  ADVISER: ['opinion.answer', 'institution.read'],
  PLANNER: [
    'plan.read',
    'plan.manage',
    'draw.read',
    'draw.announce',
    'draw.enter-beacon',
    'draw.void',
    'draw.open',
    'inspector.read',
    'inspector.manage',
    'task.read',
    'result.read',
    ...OFFICIAL_READS,
  ],
  INSPECTOR: ['task.read', 'task.inspect', ...OFFICIAL_READS],
  REVIEWER: [
    'plan.read',
    'draw.read',
    'draw.confirm-beacon',
    'draw.void',
    'draw.discard',
    'inspector.read',
    'task.replace',
    'task.read',
    'result.read',
    'result.publish',
    'case.read',
    'removal.read',
    'removal.decide',
    'credit.confirm',
    'rating.follow-up',
    'rating.read-statistics',
    ...OFFICIAL_READS,
  ],
  CASE_OFFICER: [
    'case.read',
    'case.manage',
    'case.decide',
    'result.read',
    'task.read',
    'institution.reveal',
    ...OFFICIAL_READS,
  ],
  ADMINISTRATOR: ['person.manage', 'job.manage', 'audit.read', 'institution.read', 'item.read'],
};

export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
}

/** The roles that hold a permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
}
