import { LEGAL_FORM_LABELS, registryLevelOf } from '@zhaoguan/contracts';
import { checkUscc } from '@zhaoguan/kernel';
import { BROKEN, KEPT, type RuleKind } from './rule';

/**
 * The legal form that is chosen is the one of the code.
 * @law GB 32100-2015: the first two characters tell who registered the body and as what
 */
export const legalFormFitsCode: RuleKind = {
  looksAt: [['choice'], ['uscc']],
  parameters: [],
  words: ['actual'],
  usual: () => [{ actual: '其他类型的机构' }],
  judge: ({ values: [legalForm, uscc] }) => {
    if (typeof legalForm !== 'string' || typeof uscc !== 'string') return KEPT;
    const check = checkUscc(uscc);
    if (!check.ok || check.entity === legalForm) return KEPT;
    return [
      { words: { actual: check.entity === 'OTHER' ? '其他类型的机构' : LEGAL_FORM_LABELS[check.entity] } },
    ];
  },
};

const LEVEL_WORDS = { COUNTY: '县级', CITY: '市级', PROVINCE: '省级' } as const;

/**
 * The level of the registry that is chosen is the one of the code. A code may name a division that is abolished, so who sees it
 * looks twice, and nothing is refused.
 * @law GB 32100-2015: digits 3 to 8 are the division of the registry
 */
export const registryLevelFitsCode: RuleKind = {
  looksAt: [['choice'], ['uscc']],
  parameters: [],
  words: ['actual'],
  usual: () => [{ actual: '另一级' }],
  judge: ({ values: [level, uscc] }) => {
    const said = typeof uscc === 'string' ? registryLevelOf(uscc) : null;
    return level === null || said === null || said === level
      ? KEPT
      : [{ words: { actual: LEVEL_WORDS[said] } }];
  },
};

/**
 * The name says that children are looked after.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 名称中应当注明“托育”字样；
 *   托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: 名称中注明“托育”
 */
export const saysChildcare: RuleKind = {
  looksAt: [['text']],
  parameters: [],
  judge: ({ values: [name] }) => (typeof name === 'string' && !name.includes('托育') ? BROKEN : KEPT),
};
