import { say, type ErrorText } from './error-text';

/** Refusals around places that offer their service without having filed (未备案机构). */
export const UNFILED_ERRORS = {
  UNFILED_NUMBER_UNKNOWN: say(
    422,
    '没有找到这个编号的机构',
    '请核对备案编号：应当是本辖区、同一类型的机构在名录中的编号。',
  ),
} as const satisfies Record<string, ErrorText>;
