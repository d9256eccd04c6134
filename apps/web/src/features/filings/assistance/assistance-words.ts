import { instantInWords } from '../../../shared/ui/dates';
import type { Filing } from '../queries';

export type Assistance = NonNullable<Filing['assistance']>;

/** Who may do what of a case that was entered at the window, as it stands now. */
export function assistanceInWords(
  { acting, byViewer, endedAt, left, mayEnd, officialName }: Assistance,
  status: Filing['status'],
): string {
  if (acting)
    return '这一件归申请人所有，请与到场的申请人逐项核对，并上传其签字的窗口代办确认书。提交以后由其他工作人员办理。草稿只有申请人本人能删除；不再代办的，请退出代办。';
  if (endedAt !== null) {
    const at = instantInWords(endedAt);
    if (left === null) return `窗口代办已于${at}结束，由申请人自己办理。`;
    return left
      ? `代办人 ${officialName} 已于${at}退出代办，由申请人自己办理。`
      : `申请人已于${at}结束代办，自己办理。`;
  }
  if (byViewer && status === 'WITHDRAWN')
    return '您代为填报的这一件已经撤回、办结，不再办理，已告知申请人的账号。需要办理的，可以随时重新代为填报。';
  if (byViewer && status === 'LAPSED')
    return '您代为填报的这一件补正期限已过，视为撤回、已经办结，已告知申请人的账号。需要办理的，可以随时重新代为填报。';
  const decided = status !== 'SUBMITTED' && status !== 'RETURNED' && status !== 'DRAFT';
  if (byViewer)
    return decided
      ? '您代为填报的这一件已经办结，结果已告知申请人的账号。申请人到窗口领取的，可以在本页打印文书交给申请人。'
      : '您代为填报的由其他工作人员办理和现场核查；收件凭证可以在本页打印交给申请人。退回补正时，您可以继续代申请人补正；作出决定以前申请人要求撤回的，您可以代为撤回。';
  if (mayEnd && status === 'SUBMITTED')
    return '已由窗口代办人代您提交，正在办理。退回补正的，您可以自己补正，也可以由代办人继续代办；作出决定以前要撤回的，您可以自己撤回，也可以请代办人代为撤回。结束代办以后，窗口工作人员不能再代您补正、撤回。';
  return mayEnd
    ? '填报的内容都在这里，您可以自己接着办理，也可以随时结束代办，此后窗口工作人员不能再代您填写。'
    : '代办人不办理、不现场核查本件；申请人签字的窗口代办确认书在材料中。';
}
