import { say, type ErrorText } from './error-text';

/** Refusals around penalty cases (行政处罚). */
export const ENFORCEMENT_ERRORS = {
  NO_FAILED_FINDING: say(422, '没有可立案的问题', '请选择检查中认定为“不符合”的项目。'),
  UNKNOWN_PENALTY_BASIS: say(422, '处罚依据不适用', '请选择适用于该类机构的处罚依据。'),
  PENALTY_OUT_OF_RANGE: say(422, '处罚的种类或者金额不符合规定', '{reason}'),
  PRIOR_ORDER_REQUIRED: say(
    422,
    '没有填写此前的责令改正',
    '按“{condition}”处罚的，须填写此前责令改正的文号、日期和改正期限。',
  ),
  PRIOR_ORDER_INVALID: say(422, '责令改正的日期不符合规定', '请核对责令改正的日期和改正期限。'),
  STATEMENT_DUPLICATE: say(
    409,
    '这份陈述申辩已经提交过',
    '内容相同的陈述申辩已经记入本案，不必重复提交。还有意见的，请写明补充的内容。',
  ),
  WAIVER_AFTER_STATEMENT: say(
    409,
    '已经陈述、申辩，不再办理放弃',
    '您已经陈述、申辩，办案机关会听取并复核，不需要再放弃。还有意见的，可以补充陈述申辩。',
  ),
  TOO_MANY_STATEMENTS: say(
    409,
    '陈述申辩已经提交多次',
    '本案已经收到 {most} 份陈述申辩。还有意见的，请在陈述申辩期内向承办人员当面或者书面提出，由其记入本案。',
  ),
  UNKNOWN_STATEMENT_FILE: say(422, '材料没有找到', '请重新上传后再提交。'),
  TOO_MANY_STATEMENT_FILES: say(
    422,
    '材料份数过多',
    '一个案件最多上传 {most} 份材料；其余的请书面提交办案机关。',
  ),
  STATEMENT_PERIOD_RUNNING: say(
    409,
    '陈述申辩期未满',
    '当事人可在 {until} 前陈述、申辩，期满以后才能作出处罚决定；当事人自己在网上已经陈述、申辩或者放弃的，可以作出决定。',
  ),
  NO_CASE_DOCUMENT: say(404, '还没有这份文书', '制作告知书或者告知以后有事先告知书，作出决定以后有决定书。'),
  PENALTY_HEAVIER_THAN_NOTICE: say(
    422,
    '处罚重于告知',
    '处罚决定不得重于已告知的内容，不得因当事人陈述、申辩而给予更重的处罚：{reason}',
  ),
  STATEMENT_REVIEW_REQUIRED: say(
    422,
    '须写明复核意见',
    '当事人已陈述、申辩，请写明对其事实、理由和证据的复核意见。',
  ),
  FINDING_TAKEN: say(409, '该问题已立案', '所选问题已在其他案件中处理，同一违法行为不得重复立案处罚。'),
  FINDING_GUIDANCE_ONLY: say(
    422,
    '该问题不能作为处罚依据',
    '所选检查项的依据均为推荐性标准，只作指导，不得据此处罚。',
  ),
  NOTHING_TO_LIFT: say(409, '无须确认', '该记录未直接确定等级，或者已经确认整改合格。'),
  HEARING_REQUIRED: say(422, '须告知听证权利', '该处罚属于应当告知听证的情形，不能适用简短程序。'),
  NOT_THE_PARTY: say(403, '只能由当事人办理', '陈述申辩须由被检查机构的经办人提交。'),
  CASE_NEEDS_ANOTHER: say(
    403,
    '须由其他执法人员办理',
    '本人是当事人的经办人，或者给当事人的经办人发过初始密码的，不能由本人办理它的案件，请由另一名执法人员办理。',
  ),
} as const satisfies Record<string, ErrorText>;
