import type { Assignment } from './queries';

const WHY: Readonly<Record<NonNullable<Assignment['heldBack']>, string>> = {
  FILED: '本件由您提交',
  ENTERED: '您在窗口为该申请人代办了本件',
  ACCOUNT_GIVEN: '您为该申请人开立了账号，或者重置过该账号的密码',
  ADVISED: '您代表其他部门答复过本件的协同意见',
};

/** Why the reader finds nothing to do in a case of their office. */
export const heldBackInWords = (heldBack: NonNullable<Assignment['heldBack']>): string =>
  `${WHY[heldBack]}，本件由其他工作人员办理。`;

/** Nobody of the office may: said to whom it may concern, so that nobody waits for a colleague who is not there. */
export const UNATTENDED =
  '本机关目前没有可以办理本件的工作人员。已通知负责人和系统管理员，请他们为其他工作人员开立登记备案账号；有人可以办理以后，本件自动列入其待办。';
