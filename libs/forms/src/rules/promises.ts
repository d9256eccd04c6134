import { BROKEN, KEPT, type RuleKind } from './rule';

/**
 * Who promises (备案承诺) promises every point: of a list that is answered at all, nothing is left out.
 * @law 养老机构管理办法（民政部令第66号）: the 承诺书 covers 建筑、消防、食品安全、医疗卫生、特种设备 together
 */
export const allChosen: RuleKind = {
  looksAt: [['choices']],
  parameters: [],
  judge: ({ values: [chosen], field }) => {
    if (!Array.isArray(chosen)) return KEPT;
    const said = new Set<unknown>(chosen);
    return (field?.options ?? []).every(({ code }) => said.has(code)) ? KEPT : BROKEN;
  },
};
