/** Whether somebody can sign in with an account (账号状态); the first that applies. */
export const ACCOUNT_STATE_LABELS = {
  DISABLED: '已停用',
  LOCKED: '暂时锁定',
  INITIAL_PASSWORD: '未修改初始密码',
  ACTIVE: '正常',
} as const;
export type AccountState = keyof typeof ACCOUNT_STATE_LABELS;
export const ACCOUNT_STATES = Object.keys(ACCOUNT_STATE_LABELS) as AccountState[];
