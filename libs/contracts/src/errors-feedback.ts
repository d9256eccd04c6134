import { say, type ErrorText } from './error-text';

/** Refusals around ratings of the service (好差评) and their follow-up. */
export const FEEDBACK_ERRORS = {
  STEP_NOT_RATED: say(
    422,
    '这一步不能评价',
    '请选择办理页面列出的一步；申请人撤回、系统按期限自动处理和机关内部办理的，不评价。',
  ),
  RATING_GIVEN: say(409, '这一步已经评价过', '每一步评价一次，不能修改；可以追加一次评价。'),
  ADDITION_GIVEN: say(409, '已经追加过评价', '每次评价只能追加一次。'),
  UNKNOWN_RATING_REASON: say(422, '评价的原因不在清单内', '请从列出的原因中选择。'),
  RATING_REASON_REQUIRED: say(
    422,
    '请说明不满意的原因',
    '不满意、非常不满意的，至少选择一项原因或者写几句话，便于核实和整改。',
  ),
} as const satisfies Record<string, ErrorText>;
