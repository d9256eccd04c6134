import { instantInWords } from '../../../shared/ui/dates';
import type { Assignment } from './queries';

const WHY: Readonly<Record<NonNullable<Assignment['heldBack']>, string>> = {
  FILED: '本件由您提交',
  ENTERED: '您在窗口为该申请人代办了本件',
  ACCOUNT_GIVEN: '您为该申请人开立了账号，或者重置过该账号的密码',
  ADVISED: '您代表其他部门答复过本件的协同意见',
};

/** Why the reader finds nothing to do in a case of their office. */
const heldBackInWords = (heldBack: NonNullable<Assignment['heldBack']>): string =>
  `${WHY[heldBack]}，本件由其他工作人员办理。`;

/** What an office without anybody wants: the post is named as the page on which accounts are made names it. */
const wanted = (post: string): string => `新建一名本部门的${post}`;
const NOBODY = '本机关目前没有可以办理本件的工作人员。';

/**
 * Nobody of the office may: who heads it reads what there is to do, the others that nobody waits for a colleague who is not there.
 * @param post how the post is called where the reader works
 */
export const unattendedInWords = (reader: 'head' | 'other', post: string): string =>
  reader === 'head'
    ? `${NOBODY}请联系系统管理员${wanted(post)}，再在这里分派。`
    : `${NOBODY}已通知负责人和系统管理员${wanted(post)}；有人可以办理以后，本件自动列入其待办。`;

/** Nobody but who conducts it. */
export const noOthersInWords = (post: string): string =>
  `本部门、本辖区没有其他可以办理本件的人员。需要移交的，请联系系统管理员${wanted(post)}。`;

/** Who conducts it, as far as it is open, and what the reader can do about it. */
export function heldInWords({
  holder,
  mine,
  availableActions,
  heldBack,
  unattended,
}: Pick<Assignment, 'holder' | 'mine' | 'availableActions' | 'heldBack' | 'unattended'>): string {
  if (heldBack !== null)
    return `${heldBackInWords(heldBack)}${holder === null ? '' : `现由${holder.name}承办。`}`;
  if (holder === null) {
    if (availableActions.length === 0) return '没有登记承办人。';
    if (unattended) return '待分派。';
    return availableActions.includes('take')
      ? '待分派。可以领取，也可以分派给同事；直接办理的，由办理人承办。'
      : '待分派。可以分派给同事；受理人直接办理的，由其承办。';
  }
  const since = instantInWords(holder.since);
  return mine ? `由您承办（${since}起）。` : `由${holder.name}承办（${since}起）。`;
}
