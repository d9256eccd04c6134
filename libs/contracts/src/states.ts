import { INSTITUTION_STATUS_LABELS } from './kinds';

/**
 * The states of every lifecycle in words, by the name of the process: what answers show and what a refusal says. Each
 * module's process is checked against its entry by type.
 */
export const STATE_LABELS = {
  institution: INSTITUTION_STATUS_LABELS,
  'institution-import': {
    RUNNING: '导入中',
    DONE: '已导入',
    FAILED: '文件中断，已部分导入',
    ABANDONED: '已作废，重新从头导入',
  },
  'directory-import': {
    QUEUED: '等待导入',
    RUNNING: '导入中',
    DONE: '已导入',
    BROKEN_OFF: '文件中断，已部分导入',
    UNREADABLE: '不能导入',
  },
  filing: {
    DRAFT: '草稿',
    SUBMITTED: '已提交',
    RETURNED: '退回补正',
    DISMISSED: '不予受理',
    REFUSED: '不予备案',
    ACCEPTED: '已备案',
    LAPSED: '逾期未补正视为撤回',
    WITHDRAWN: '已撤回',
    ABANDONED: '草稿已删除',
  },
  /** The same lifecycle where the law asks for a licence (行政许可) in place of a filing. */
  licence: {
    DRAFT: '草稿',
    SUBMITTED: '审查中',
    RETURNED: '退回补正',
    DISMISSED: '不予受理',
    REFUSED: '不予许可',
    ACCEPTED: '已许可',
    LAPSED: '逾期未补正视为撤回',
    WITHDRAWN: '已撤回',
    ABANDONED: '草稿已删除',
  },
  /** The same for what a licensed institution tells of its service: it is registered, nothing is granted. */
  'licence-notice': {
    DRAFT: '草稿',
    SUBMITTED: '已提交',
    RETURNED: '退回补正',
    DISMISSED: '不予受理',
    REFUSED: '不予登记',
    ACCEPTED: '已登记',
    LAPSED: '逾期未补正视为撤回',
    WITHDRAWN: '已撤回',
    ABANDONED: '草稿已删除',
  },
  removal: {
    OPENED: '待事先告知',
    PREPARED: '告知书待送达',
    NOTICED: '已告知，待陈述申辩',
    STATED: '已陈述申辩或者放弃',
    PROPOSED: '已报请决定',
    DECIDED: '已决定',
    DROPPED: '已终止办理',
    ANNULLED: '决定已撤销，效力已恢复',
  },
  'nonconformity-disclosure': {
    UNPUBLISHED: '待公开',
    PUBLISHED: '已公开',
    WITHDRAWN: '已撤下',
  },
  commitment: {
    GIVEN: '已承诺',
    OPEN: '待补交',
    HANDED_IN: '已补交，待核实',
    KEPT: '已履行',
    BREACHED: '未履行',
    WITHDRAWN: '已撤回',
    LAPSED: '不再执行',
  },
  'filing-verification': {
    OPEN: '待现场核查',
    MISMATCH_FOUND: '核查不一致，待改正',
    RECHECK: '待复核',
    VERIFIED: '核查一致',
    CANCELLED: '不再核查',
  },
  'closure-follow-up': {
    OPEN: '待核实',
    UNSETTLED: '尚未完成',
    REPORTED: '已报告完成，待核实',
    SETTLED: '已妥善安置、退费',
    CALLED_OFF: '终止服务已撤回，不再核实',
  },
  'filing-retraction': {
    ASKED: '待决定',
    GRANTED: '准予撤回',
    DECLINED: '不予撤回',
    TAKEN_BACK: '不再申请撤回',
    LAPSED: '已重新办理，不再答复',
  },
  'filing-extension': { ASKED: '待批准', APPROVED: '已批准', DECLINED: '未批准', LAPSED: '已失效' },
  'filing-opinion': { ASKED: '待答复', ANSWERED: '已答复', WITHDRAWN: '已撤回', WAIVED: '不再等待' },
  expiry: {
    WATCHED: '有效',
    EXPIRED: '已到期，待核查',
    CHECKED: '已到期，已核查',
    RENEWED: '已续期',
    DROPPED: '不再适用',
  },
  draw: {
    ANNOUNCED: '已公告',
    BEACON_ENTERED: '公开随机数已录入',
    BEACON_CONFIRMED: '抽取进行中',
    DRAWN: '已抽取',
    INFEASIBLE: '人员无法安排',
    OPENED: '已公开',
    VOIDED: '已作废',
  },
  'inspection-task': {
    ASSIGNED: '待检查',
    IN_PROGRESS: '检查中',
    SUBMITTED: '已提交',
    REPLACED: '已补抽替换',
    CANCELLED: '已取消',
  },
  'inspection-result': {
    PENDING: '待公布',
    PUBLISHED: '已公布',
    WITHDRAWN: '已撤回',
  },
  'penalty-case': {
    OPENED: '已立案',
    PREPARED: '告知书待送达',
    NOTICED: '已告知，待陈述申辩',
    STATED: '已陈述申辩或者放弃',
    DECIDED: '已作出处罚决定',
    NOT_PENALISED: '不予处罚',
  },
  'unfiled-site': {
    FOUND: '待现场检查',
    URGED: '已督促备案',
    FILED: '已经备案',
    NOT_OBLIGED: '不需要备案',
  },
  'rating-follow-up': {
    OPEN: '待回访',
    CONTACTED: '已回访，待整改',
    RESOLVED: '已整改并反馈',
    UNFOUNDED: '经核实不成立',
  },
  overdue: {
    RAISED: '待督办',
    URGED: '已督办',
    EXPLAINED: '已说明原因',
    ENDED: '已办结',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

const LABELS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(STATE_LABELS).map(([process, labels]) => [process, new Map(Object.entries(labels))]),
);

/** The state of a process in words; undefined for a process or state that there is not. */
export function stateLabel(process: string, state: string): string | undefined {
  return LABELS.get(process)?.get(state);
}

/** Of a case that is still noticed when the party's period (陈述申辩期) has ended: the next step is the official's. */
export const STATEMENT_PERIOD_OVER = {
  removal: '陈述申辩期已满，待报请决定',
  'penalty-case': '陈述申辩期已满，待决定',
};
