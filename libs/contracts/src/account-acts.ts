/** What was done to accounts of officials (工作人员账号) of the area between an announcement and its opening, in numbers. */
export interface AccountActs {
  readonly created: number;
  /** Other rights, or back in use. */
  readonly changed: number;
  readonly reset: number;
}

/** Why the numbers are published. */
export const ACCOUNT_ACTS_PURPOSE =
  '抽取的每一步由不同的人办理。为防止有人用新开、变更或者重设密码的账号一人办理几步，公告以后对本地区工作人员账号的操作次数一并公布。';

/**
 * The numbers as a sentence.
 * @param isOver whether the draw is laid open or thrown away: until then they go on
 */
export function accountActsInWords({ created, changed, reset }: AccountActs, isOver: boolean): string {
  const some = [
    ['新开账号', created],
    ['变更岗位、辖区或者恢复使用', changed],
    ['重设密码', reset],
  ] as const;
  const told = some.filter(([, number]) => number > 0).map(([act, number]) => `${act} ${number} 次`);
  return `公告以后${isOver ? '至公开或者作废' : '至今'}，工作人员账号：${told.length === 0 ? '没有变动' : told.join('，')}。`;
}
