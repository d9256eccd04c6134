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
  const own = password.toLowerCase() === username.toLowerCase();
  if (passwordFaults(password).length > 0 || own || isGuessable(password, username)) {
    throw refuse('PASSWORD_TOO_WEAK', {}, [{ pointer: '/password', code: 'PASSWORD_TOO_WEAK' }]);
  }
}
