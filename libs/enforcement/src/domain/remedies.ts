import { chineseDate, type PlainDate } from '@zhaoguan/kernel';
import type { Decision } from './penalty-case';

/**
 * What the party can do against a decision (救济途径), for the document.
 * @param reviewBody who reviews it (行政复议机关)
 * @law 行政处罚法第五十九条第一款第五项；行政复议法第二十条、第二十四条；行政诉讼法第四十六条
 */
export function remediesText(
  { reconsiderationUntil, litigationUntil }: Decision,
  reviewBody: string,
): string {
  return (
    `如不服本决定，可以在${chineseDate(reconsiderationUntil)}前（含当日）向${reviewBody}申请行政复议，` +
    `也可以在${chineseDate(litigationUntil)}前（含当日）依法向有管辖权的人民法院提起行政诉讼。` +
    '行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。'
  );
}

/** Rights of the party before a decision, for the notice. @law 行政处罚法第四十四条、第四十五条 */
export function rightsText(until: PlainDate): string {
  return (
    `你单位依法享有陈述、申辩的权利，可以在${chineseDate(until)}前（含当日）在线提交或者向本机关书面、口头提出；` +
    '逾期未提出的，视为放弃。本机关不因陈述、申辩而给予更重的处罚。'
  );
}
