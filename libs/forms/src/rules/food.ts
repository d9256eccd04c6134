import { BROKEN, KEPT, type RuleKind } from './rule';

const NUMBER = /^JY[0-9]{14}$/;

/**
 * What may be left out is to be looked at while it is: a material that must be handed in hangs on it. When it counts as
 * left out is in the condition of the rule.
 * @law 食品安全法第五十七条: who gives meals to children has a licence for it, or buys them from somebody who has
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
