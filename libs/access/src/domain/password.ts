import { passwordFaults, refuse } from '@zhaoguan/contracts';

/**
 * The initial password is known to the administrator who gave it: setting it again would leave it known.
 * @throws PASSWORD_UNCHANGED
 */
export function checkPasswordChanges(current: string, next: string): void {
  if (current.normalize('NFKC') !== next.normalize('NFKC')) return;
  throw refuse('PASSWORD_UNCHANGED', {}, [{ pointer: '/password', code: 'PASSWORD_UNCHANGED' }]);
}

/** Whether it is one that everybody tries first, given the user name. */
type Estimate = (password: string, username: string) => boolean;

/**
 * Rule of a password (等保2.0 三级: 身份鉴别信息具有复杂度要求).
 * @throws PASSWORD_TOO_WEAK
 */
export function checkPasswordStrength(password: string, username: string, isGuessable: Estimate): void {
  const fault = strengthFault(password, username, isGuessable);
  if (fault === null) return;
  throw refuse('PASSWORD_TOO_WEAK', {}, [
    { pointer: '/password', code: 'PASSWORD_TOO_WEAK', message: fault },
  ]);
}

/** Which demand is not met, in words: who reads all of them again learns nothing. */
function strengthFault(password: string, username: string, isGuessable: Estimate): string | null {
  const faults = passwordFaults(password);
  if (faults.length > 0) return faults.join('，');
  if (password.toLowerCase() === username.toLowerCase()) return '新密码不能与用户名相同';
  if (!isGuessable(password, username)) return null;
  return '新密码太容易猜到：拼音、用户名、手机号、身份证号、日期、地名、机构名称、常用单词和连续、重复的字符都容易猜到，请减少这些，或者再加几个互不相关的字母和数字';
}
