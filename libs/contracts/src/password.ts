/** Rule of a password (等保2.0 三级: 身份鉴别信息具有复杂度要求), as far as it is about the password alone. */
const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** The whole rule, as it stands under the field and in the refusal. */
export const PASSWORD_RULE = `至少 ${MIN_LENGTH} 位，同时含有字母和数字；不能是常用密码、四个音节以内的拼音加数字，也不能是用户名、拼音的姓名和地名、手机号、身份证号、日期和年份、常用单词、连续或者重复的字符再加不超过四个字符`;

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
