/** What can wait for somebody (待办), in words. Each is a row of the view `work_item` of the module that it belongs to. */
export const WORK_ITEM_LABELS = {
  FILING_TO_DECIDE: '待办理申请',
  FILING_TO_ARRANGE: '无人可以办理的申请，待安排工作人员',
  OFFICE_TO_STAFF: '无人办理申请的机关，待新建账号',
  LICENCE_TO_ADMIT: '待告知是否受理许可申请',
  EXTENSION_TO_DECIDE: '待批准延长许可办理期限',
  RETRACTION_TO_DECIDE: '待决定是否准予撤回（尚未生效的暂停、恢复、终止服务）',
  FILING_TO_FINISH: '待提交申请',
  FILING_TO_CORRECT: '待补正申请',
  REMOVAL_TO_NOTICE: '待事先告知（注销、撤销）',
  REMOVAL_TO_SERVE: '待送达告知书（注销、撤销）',
  REMOVAL_TO_PROPOSE: '待报请决定（注销、撤销）',
  REMOVAL_TO_DECIDE: '待决定注销、撤销',
  REMOVAL_DECISION_TO_SERVE: '待送达决定书（注销、撤销）',
  REMOVAL_TO_ANSWER: '待陈述申辩（注销、撤销）',
  COMMITMENT_TO_FULFIL: '待补交承诺材料',
  COMMITMENT_TO_CHECK: '待核实告知承诺',
  FILING_TO_VERIFY: '待现场核查',
  FILING_MISMATCH_TO_CORRECT: '核查不一致待改正',
  FILING_MISMATCH_OVERDUE: '核查不一致逾期未改正',
  FILING_CLOSURE_TO_CHECK: '待核实的人员安置、退费（终止服务）',
  FILING_CLOSURE_TO_FINISH: '待完成的人员安置、退费（终止服务）',
  SUSPENSION_TO_END: '暂停服务已过预计恢复日，待恢复、延长或者终止',
  SUSPENSION_TO_FOLLOW: '暂停服务已过预计恢复日，待了解情况',
  FILING_OPINION_TO_ANSWER: '待答复协同意见',
  FILING_OPINION_OVERDUE: '协同意见逾期未答复',
  EXPIRY_TO_RENEW: '待续期的证照、合同',
  EXPIRY_TO_CHECK: '待核查的到期事项',
  BARRED_TO_DISMISS: '待解除聘用的禁止从业人员',
  BARRED_TO_FOLLOW: '待督促解除聘用的禁止从业人员',
  BEACON_TO_ENTER: '待录入公开随机数（开奖号码等）',
  BEACON_TO_CONFIRM: '待确认公开随机数（开奖号码等）',
  DRAW_TO_VOID: '待作废抽取',
  DRAW_TO_OPEN: '待公开抽取',
  INSPECTION_TO_START: '待实施检查',
  INSPECTION_TO_SUBMIT: '待提交检查结果',
  INSPECTION_TO_CO_SIGN: '待会签检查结果',
  INSPECTION_UNDER_WAY: '正在接受检查',
  RESULT_TO_PUBLISH: '待公布检查结果',
  INSPECTOR_TO_REPLACE: '待替补检查人员',
  TARGET_TO_REPLACE: '可补抽检查对象',
  FINDING_TO_TAKE_UP: '待审查立案',
  CASE_TO_NOTICE: '待处罚告知',
  CASE_TO_SERVE: '待送达处罚告知书',
  CASE_TO_DECIDE: '待处罚决定',
  CASE_DECISION_TO_SERVE: '待送达决定书（行政处罚）',
  STATEMENT_TO_MAKE: '待陈述申辩',
  RATING_TO_FOLLOW_UP: '待回访整改的差评',
  UNFILED_TO_CHECK: '待检查的未备案机构',
  UNFILED_TO_FOLLOW: '督促备案待复查',
  OVERDUE_TO_SUPERVISE: '待督办的超期事项',
  JOB_TO_RETRY: '待处理后台任务',
  ACCOUNT_TO_ACTIVATE: '未启用账号',
} as const;
export type WorkItemType = keyof typeof WORK_ITEM_LABELS;
export const WORK_ITEM_TYPES = Object.keys(WORK_ITEM_LABELS) as WorkItemType[];

/** Terms that the law counts in days, not in working days. @law 行政处罚法第六十条（自立案之日起九十日） */
export const COUNTED_IN_DAYS: ReadonlySet<WorkItemType> = new Set([
  'CASE_TO_NOTICE',
  'CASE_TO_SERVE',
  'CASE_TO_DECIDE',
]);

/** From so many working days before its last day on, a term is near; `SOON` says the number in words. */
export const SOON_WORKING_DAYS = 3;

/** How near the last day is; the order is that of a list of work. */
export const URGENCY_LABELS = {
  OVERDUE: '已超期',
  TODAY: '今天到期',
  SOON: '期限在三个工作日以内',
  LATER: '期限在三个工作日以上',
  NONE: '没有期限',
} as const;
export type Urgency = keyof typeof URGENCY_LABELS;
export const URGENCIES = Object.keys(URGENCY_LABELS) as Urgency[];

/** Under which heading a hit of a search is shown; the order is that of the page. */
export const SEARCH_GROUP_LABELS = {
  INSTITUTIONS: '机构',
  FILINGS: '登记备案、许可',
  PLANS: '抽查计划',
  TASKS: '检查',
  CASES: '处罚案件',
  PEOPLE: '人员',
} as const;
export type SearchGroup = keyof typeof SEARCH_GROUP_LABELS;
export const SEARCH_GROUPS = Object.keys(SEARCH_GROUP_LABELS) as SearchGroup[];

/** What a work item, a notification or a hit of a search is about, and so which page it leads to. */
export const SUBJECT_LABELS = {
  filing: '登记备案、许可',
  removal: '注销、撤销',
  'filing-opinion': '协同意见',
  expiry: '到期事项',
  institution: '机构',
  'inspection-plan': '抽查计划',
  draw: '抽取',
  'inspection-task': '检查任务',
  'inspection-result': '检查结果',
  'penalty-case': '处罚案件',
  'rating-follow-up': '差评回访',
  'unfiled-site': '未备案机构',
  overdue: '超期督办',
  person: '人员账号',
  office: '办理机关',
  job: '后台任务',
} as const;
export type SubjectType = keyof typeof SUBJECT_LABELS;
export const SUBJECT_TYPES = Object.keys(SUBJECT_LABELS) as SubjectType[];
