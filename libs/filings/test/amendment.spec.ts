import { REGIMES, type ChangeRuleRow, type Regime } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { Review } from '../src/domain/application-review';
import { areaFaults, fixedFaults, fixedFields, withInherited } from '../src/domain/amendment';
import { fillIn } from '../src/domain/application';

const on = plainDate('2026-11-20');
const rule: ChangeRuleRow = {
  code: 'OTHER_ADDRESS',
  pointer: '/institution/address',
  kind: 'CHILDCARE',
  effectiveFrom: plainDate('2019-12-19'),
  effectiveTo: null,
  instead: '迁移场所的，办理首次备案；没有迁移的，请联系备案机关更正。',
  basis: { law: '《示例办法》', article: null },
  evidence: 'D',
};
const NEITHER = { FILING: '许可', LICENCE: '备案' } as const satisfies Record<Regime, string>;

describe('what is said of a change that is not possible', () => {
  const amended = [{ pointer: rule.pointer, label: '地址', old: '甲', new: '乙' }];
  const base = fillIn({ township: '610116001' });
  const error = { pointer: '/institution/uscc', code: 'EXAMPLE', message: '示例' };
  const review: Review = { errors: [error], warnings: [], missing: [], incomplete: [] };
  const said = (regime: Regime): string[] => {
    const fixed = fixedFields([rule], { kind: 'CHILDCARE', regime }, on);
    return [
      ...fixedFaults(fixed, amended, regime),
      ...areaFaults(base, fillIn({ township: null }), [], regime),
      ...withInherited(review, review, [], regime).warnings,
    ].map(({ message }) => message ?? '');
  };

  it.each(REGIMES)('is said in the words of the law that holds: %s', (regime) => {
    const messages = said(regime);
    expect(messages).toHaveLength(3);
    expect(messages.join()).not.toContain(NEITHER[regime]);
  });

  it('tells whoever is licensed to apply anew', () => {
    expect(said('LICENCE')[0]).toBe(
      '变更许可不能改变这一项：迁移场所的，申请许可；没有迁移的，请联系许可机关更正。',
    );
    expect(said('FILING')[0]).toBe(`变更备案不能改变这一项：${rule.instead}`);
  });
});
