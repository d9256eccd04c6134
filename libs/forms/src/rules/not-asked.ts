import { BROKEN, KEPT, type RuleKind } from './rule';

/**
 * Nothing is said where this form asks nothing; zero and “no” say nothing.
 * @law 养老机构管理办法（民政部令第66号）: the 备案申请书 of a 养老机构 knows no 服务形式 and no 班型;
 *   托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）: the 备案书 of a 托育机构 knows no 护理型床位
 */
export const notAsked: RuleKind = {
  looksAt: 'elsewhere',
  parameters: [],
  judge: ({ values: [value] }) => (value === null || value === 0 || value === false ? KEPT : BROKEN),
};
