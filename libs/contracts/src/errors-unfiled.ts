import { say, type ErrorText } from './error-text';

/** Refusals around places that offer their service without having filed (未备案机构). */
export const UNFILED_ERRORS = {
  UNFILED_NUMBER_UNKNOWN: say(
    422,
    '没有找到这个编号的机构',
    '请核对备案编号：应当是本辖区、同一类型的机构在名录中的编号。',
  ),
  UNFILED_KNOWN: say(
    409,
    '该处已有未办结的线索',
    '请打开已有的线索继续办理；同一处另有一家机构的，名称、楼层或者房号应当写得不同。',
  ),
  UNFILED_NUMBER_ELSEWHERE: say(
    422,
    '该编号的机构不在线索所在的地址',
    '请核对备案编号；确为同一家机构（例如已经搬迁）的，请在说明中写明为什么。',
  ),
} as const satisfies Record<string, ErrorText>;
