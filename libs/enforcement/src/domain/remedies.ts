import { chineseDate } from '@zhaoguan/kernel';
import type { Notice } from './penalty-case';

/** For how long the remedies are open, in words: 六十日, 六个月. */
export interface RemedyPeriods {
  readonly reconsideration: string;
  readonly litigation: string;
}

/**
 * What the party can do against a decision (救济途径), for the document. The law counts from the day on which the party has it: a day named
 * beforehand would be too early for whoever gets it later.
 * @param reviewBody who reviews it (行政复议机关)
 * @law 行政处罚法第五十九条第一款第五项；行政复议法第二十条、第二十四条；行政诉讼法第四十六条
 */
export function remediesText({ reconsideration, litigation }: RemedyPeriods, reviewBody: string): string {
  return (
    `如不服本决定，可以自收到本决定书之日起${reconsideration}内向${reviewBody}申请行政复议，` +
    `也可以自收到本决定书之日起${litigation}内依法向有管辖权的人民法院提起行政诉讼。` +
    '行政复议、行政诉讼期间，本决定不停止执行，法律另有规定的除外。'
  );
}

/**
 * Rights of the party before a decision, for the notice. A paper is made before anybody knows when it will be handed over: it names the
 * period, and goes on saying the same once it is served.
 * @param period of working days for a statement, in words: 五个工作日
 * @law 行政处罚法第四十四条、第四十五条
 */
export function rightsText(
  { isOnPaper, statementUntil }: Pick<Notice, 'isOnPaper' | 'statementUntil'>,
  period: string,
): string {
  const until =
    isOnPaper || statementUntil === null
      ? `自收到本告知书之日起${period}内`
      : `在${chineseDate(statementUntil)}前（含当日）`;
  return (
    `你单位依法享有陈述、申辩的权利，可以${until}在线提交或者向本机关书面、口头提出；` +
    '逾期未提出的，视为放弃。本机关不因陈述、申辩而给予更重的处罚。'
  );
}
