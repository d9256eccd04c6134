import { say, type ErrorText } from './error-text';

/** Refusals around removals of filings and licences by the authority (注销、撤销). */
export const REMOVAL_ERRORS = {
  NO_FILING_IN_FORCE: say(
    409,
    '没有有效的备案或者许可',
    '这家机构没有有效的备案或者许可，不能注销或者撤销。',
  ),
  UNKNOWN_REMOVAL_GROUND: say(422, '情形不适用', '请选择适用于这家机构的注销、撤销的情形。'),
  LICENCE_STILL_VALID: say(
    422,
    '许可证还在有效期内',
    '许可证有效期届满没有延续的，才能以此注销；还在有效期内的，请选择其他情形。',
  ),
  LICENCE_RENEWAL_OPEN: say(
    422,
    '延续申请还没有办结',
    '这家机构按期申请延续许可，还没有办结，不能以有效期届满没有延续为由注销。请先对延续申请作出决定。',
  ),
  REMOVAL_PENDING: say(
    409,
    '已有正在办理的注销、撤销',
    '这家机构已有一件注销、撤销正在办理，请在该件中继续办理，或者先终止办理。',
  ),
  NO_OPERATOR: say(
    422,
    '没有人能在线收到',
    '这家机构没有能够登录的经办人账号（没有账号、账号已停用、初始密码还没有改过，或者经办人只通过对接平台办理），系统送达不到；请改用其他送达方式，并写明送达情况。',
  ),
  SERVICE_NOTE_REQUIRED: say(422, '须写明送达情况', '请写明由谁签收、怎样送达，或者为什么公告送达。'),
  SERVICE_DAY_WRONG: say(422, '送达日期不正确', '送达日期不早于所送达文书的日期，不晚于今天。'),
  DECISION_SERVED: say(
    409,
    '决定书的送达已经登记',
    '这份决定书的送达已经登记，不能再登记一次；登记有误的，请更正并写明理由。',
  ),
  DECISION_SERVICE_CHANGED: say(
    409,
    '送达登记已经有变化',
    '您要更正的送达登记不是最后一次登记的，请刷新后核对。',
  ),
  SERVICE_REASON_REQUIRED: say(422, '须写明更正的理由', '更正送达登记的，请写明理由；原来的登记保留。'),
  NOTICE_PAPER_FIRST: say(
    422,
    '请先制作告知书',
    '当面、邮寄或者留置送达的，请先制作告知书，打印送达以后再登记送达。',
  ),
  EVIDENCE_REQUIRED: say(422, '缺少证据', '事先告知以前，请先上传证明所告知事实的证据。'),
  REMOVAL_NEEDS_ANOTHER: say(
    403,
    '须由其他工作人员办理',
    '本人经办过备案、许可的机构，或者本人给经办人发过初始密码的，不能由本人办理它的案件；办理过本件的工作人员不能作出决定或者退回，作出决定的人员不能自行撤销，请由另一名复核人员办理。',
  ),
  REVOCATION_OF_OWN_ACCEPTANCE: say(
    403,
    '不能决定撤销自己准予的事项',
    '拟撤销的备案或者许可由您准予，是否撤销须由另一名复核人员决定。',
  ),
  REMOVAL_NUMBER_REPLACED: say(
    409,
    '编号已经改变',
    '本件启动以后，这家机构已经取得许可，换了编号，本件所针对的备案或者许可不再有效。请终止办理本件；对新的许可需要注销、撤销的，另行启动。',
  ),
  FILED_SINCE: say(
    409,
    '此后已经重新备案或者取得许可',
    '决定以后这家机构已经重新备案或者取得许可，原来的不能恢复；撤销原决定的情况请按档案管理的规定归档。',
  ),
} as const satisfies Record<string, ErrorText>;
