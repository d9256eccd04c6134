import { refuse } from '@zhaoguan/contracts';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/**
 * Rule of a password (等保2.0 三级: 身份鉴别信息具有复杂度要求).
 * @throws PASSWORD_TOO_WEAK
 */
export function checkPasswordStrength(password: string, username: string): void {
  const long = password.length >= MIN_LENGTH && password.length <= MAX_LENGTH;
  const mixed = /\p{L}/u.test(password) && /\d/.test(password);
  const own = password.toLowerCase() === username.toLowerCase();
  if (!long || !mixed || own) {
    throw refuse('PASSWORD_TOO_WEAK', {}, [{ pointer: '/password', code: 'PASSWORD_TOO_WEAK' }]);
  }
}
