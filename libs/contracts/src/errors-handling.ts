import { say, type ErrorText } from './error-text';

/** Refusals around who handles a case (承办): opinions of other departments, assignment, assistance at the window, what is overdue. */
export const HANDLING_ERRORS = {
  OPINION_ASKED_ALREADY: say(409, '已征求该部门的意见', '该部门还没有答复，请等它答复，或者先撤回。'),
  OPINION_OF_YOUR_OWN: say(403, '不能答复自己征求的意见', '意见由被征求部门的其他人员答复。'),
  OPINION_OF_YOUR_OWN_CASE: say(
    403,
    '不能答复自己参与办理的申请的意见',
    '本件由您提交、代办、承办或者办理过，意见由被征求部门的其他人员答复。',
  ),
  OPINION_UNATTENDED: say(
    422,
    '该部门没有可以答复的人员',
    '{department}在本平台没有可以答复本件的人员，征求以后无人答复，也就不能作出决定。请线下征求意见后写在内部备注，或者联系系统管理员开立账号。',
  ),
  OPINIONS_OPEN: say(
    409,
    '征求的意见还没有答复',
    '{departments}还没有答复。等答复以后再决定；不再等待的，请先在“协同意见”中说明理由。',
  ),
  DISAGREEMENT_UNEXPLAINED: say(
    422,
    '须写明不采纳的理由',
    '{departments}答复不同意。仍然准予的，请写明不采纳其意见的理由。',
  ),
  VISIT_BEFORE_ADMISSION: say(409, '申请还没有受理', '现场核查属于审查，请先受理申请，再安排核查。'),
  VISIT_NOT_ORDERABLE: say(
    409,
    '本件不能安排现场核查',
    '只有托育机构、家庭托育点的首次、变更和延续申请可以安排现场核查，申请在申请人处或者已经终结的不能；养老机构在准予以后由系统列入现场核查。',
  ),
  VERIFICATION_OPEN: say(
    409,
    '现场核查还没有结束',
    '本件已经安排现场核查，请先记录核查的结果，或者撤销安排。',
  ),
  VISIT_NOT_CALLED_OFF: say(409, '这次现场核查不能撤销', '准予以后的现场核查是法定的，应当在期限内完成。'),
  VERIFICATION_NOT_RECORDED: say(
    409,
    '安排的现场核查还没有记录',
    '审查中安排的现场核查还没有记录结果，不能准予。请先记录现场核查；不再需要核查的，请写明理由撤销安排。',
  ),
  NOT_AS_FOUND: say(
    409,
    '不能不到现场办结',
    '现在填报的内容与现场所见不是逐项相同，或者核查时一致的项目以后又改过。请到现场复核，并记录现场核查。',
  ),
  MISMATCH_UNEXPLAINED: say(
    422,
    '须写明仍然准予的理由',
    '现场核查的结果与申请的内容不一致。仍然准予的，请写明理由；申请人准予以后仍须办理变更或者改正。',
  ),
  UNSEEN_UNEXPLAINED: say(
    422,
    '须写明仍然准予的理由',
    '{items}与现场核查时所见的不同，没有到现场看过。可以另行安排现场核查；仍然准予的，请写明理由。',
  ),
  RETRACTION_TOO_LATE: say(
    409,
    '已经生效，不能撤回',
    '只有已经准予、还没有到生效日期的暂停、恢复或者终止服务可以申请撤回；已经生效的，请按机构现在的状态另行办理。',
  ),
  RETRACTION_ASKED_ALREADY: say(
    409,
    '已经申请撤回',
    '上一次申请还没有答复，请等办理机关答复，或者先撤销申请。',
  ),
  RETRACTION_NEEDS_ANOTHER: say(
    403,
    '代为申请的人不能自己决定',
    '撤回是由您代申请人提出的，由本机关的其他工作人员决定。',
  ),
  RETRACTION_UNDER_WAY: say(
    409,
    '已申请撤回终止服务',
    '机构申请撤回这次终止服务，答复以前终止服务不生效，不能记录人员安置和退费的情况。',
  ),
  CLOSURE_CALLED_OFF: say(409, '终止服务已经撤回', '机构没有终止服务，不再核实人员安置和退费。'),
  CLOSURE_NOT_DUE: say(409, '还没有终止服务', '该机构{endsOn}终止服务，当天起才能记录人员安置和退费的情况。'),
  ASSIGNED_TO_ANOTHER: say(
    409,
    '本件由他人承办',
    '本件由{name}承办。确需由您办理的，请先接办；接办会留下记录。',
  ),
  OVERDUE_AT_THE_TOP: say(409, '已经报到上级', '该超期事项已经报到上级部门，不再上报。'),
  OVERDUE_CONCERNS_YOU: say(
    403,
    '应当回避，不能督办',
    '该事项涉及您管理的机构，或者由您提交、代办、承办，请由其他负责人督办。',
  ),
  OVERDUE_NOT_YOURS: say(403, '不是您承办的事项', '超期的原因由承办该事项的部门和人员说明。'),
  ENTERED_BY_YOURSELF: say(
    409,
    '不能办理自己提交或者代办的申请',
    '本件由您提交、由您在窗口代申请人填报，或者申请人账号的初始密码由您发放，请由其他工作人员办理。',
  ),
  ADVISED_BY_YOURSELF: say(
    409,
    '不能办理自己答复过意见的申请',
    '您代表其他部门答复过本件的协同意见，请由其他工作人员办理。',
  ),
  APPLICANT_UNKNOWN: say(
    422,
    '没有找到申请人账号',
    '没有用户名和姓名都相符、可以使用的机构经办人账号。请与申请人核对；还没有账号的，可以为其开立。',
  ),
  APPLICANT_DISABLED: say(
    409,
    '申请人的账号已停用',
    '办理结果告知申请人的账号，它停用期间不能代为提交、撤回。请先由管理员核实后启用这个账号，草稿保留；已经提交的，由主管机关退回补正或者依法作出决定。',
  ),
  OFFICE_NOT_HERE: say(
    422,
    '所在地的主管部门尚未在本平台受理申请',
    '{authority}尚未在本平台受理申请，提交以后无人办理，现在不能提交。请先联系该部门，按其告知的方式办理；草稿保留，该部门在本平台受理以后即可提交。',
  ),
  ASSISTANCE_ENDED: say(
    403,
    '窗口代办已经结束',
    '申请人已终止窗口代办，或者您已退出代办。这一件由申请人本人办理，您不能再代为填写和提交；草稿只有申请人看得到，提交以后在清单中查看。',
  ),
  ASSISTANCE_NOT_OPEN: say(409, '没有可以结束的代办', '本件不是窗口代办的，代办已经结束，或者本件已经办结。'),
  DRAFT_OF_APPLICANT: say(
    403,
    '草稿归申请人所有',
    '代办的草稿只能由申请人本人删除；不再代办的，请退出代办，草稿留给申请人自己办理。',
  ),
  ASSIGNEE_CANNOT_DECIDE: say(422, '不能由此人承办', '请选择本部门、本辖区有受理岗位、账号在用的人员。'),
  ASSIGNEE_UNCHANGED: say(409, '本来就由此人承办', '请选择另一位人员。'),
  CASE_UNASSIGNED: say(409, '还没有承办人', '本件已在待分派中，不需要退回。'),
  CASE_NOT_OPEN: say(
    409,
    '本件不在办理中',
    '本件尚未提交、正在由申请人补正，或者已经办结，现在不能这样办理。',
  ),
} as const satisfies Record<string, ErrorText>;
