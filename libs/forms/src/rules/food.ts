import { BROKEN, KEPT, type RuleKind } from './rule';

const NUMBER = /^JY[0-9]{14}$/;

/**
 * What may be left out is to be looked at while it is: a material that must be handed in hangs on it. When it counts as
 * left out is in the condition of the rule.
 * @law 食品安全法第三十五条: who serves meals has a licence for it; 第五十七条: or buys them from somebody who has;
 *   托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第八条: and hands the licence in with the filing
 */
export const lacking: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [value] }) => (value === null ? BROKEN : KEPT),
};

/**
 * The number of a food licence is JY and fourteen digits. That of a mere record (仅销售预包装食品备案, YB) allows no meals.
 * Its check digit is not held against it: which algorithm it has is not in the law.
 * @law 食品经营许可和备案管理办法（国家市场监督管理总局令第78号）: 许可证编号由 JY 和十四位阿拉伯数字组成
 */
export const isFoodLicence: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [value] }) =>
    typeof value === 'string' && !NUMBER.test(value.normalize('NFKC').replace(/\s/gu, '').toUpperCase())
      ? BROKEN
      : KEPT,
};
