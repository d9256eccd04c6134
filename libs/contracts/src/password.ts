/** Rule of a password (等保2.0 三级: 身份鉴别信息具有复杂度要求), as far as it is about the password alone. */
const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** What is wrong with it, in words; the server alone judges whether it is easily guessed. */
export function passwordFaults(password: string): string[] {
  // Blanks are typed and count for nothing: ten of them and two characters are no password.
  const counted = password.replace(/\s/gu, '').length;
  return [
    ...(counted < MIN_LENGTH ? [`新密码至少 ${MIN_LENGTH} 位`] : []),
    ...(password.length > MAX_LENGTH ? [`新密码不超过 ${MAX_LENGTH} 位`] : []),
    ...(/\p{L}/u.test(password) && /\d/.test(password) ? [] : ['新密码应当同时含有字母和数字']),
  ];
}
