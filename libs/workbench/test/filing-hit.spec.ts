import { withMatter, type FilingOfHit } from '../src/domain/filing-hit';

const HIT = {
  subjectType: 'filing',
  subjectId: '1',
  title: '示例·晨光托育园',
  detail: '610116-TY-2026-0001',
  district: null,
} as const;
const CASE: FilingOfHit = {
  id: '1',
  kind: 'CHILDCARE',
  siteType: null,
  type: 'INITIAL',
  regime: 'LICENCE',
  renewal: false,
  prolongs: false,
  status: 'ACCEPTED',
  begunAt: new Date('2026-11-18T17:00:00Z'),
  submittedAt: new Date('2026-11-20T02:00:00Z'),
  decidedAt: new Date('2026-11-27T17:00:00Z'),
};
const detail = (differing: Partial<FilingOfHit>): string => withMatter(HIT, { ...CASE, ...differing }).detail;

describe('a case that was found', () => {
  it.each([
    [{}, '托育机构许可申请 · 已许可 · 2026年11月28日办结 · 610116-TY-2026-0001'],
    [
      { type: 'CLOSURE', status: 'SUBMITTED', decidedAt: null },
      /^托育机构终止.* · 已提交 · 2026年11月20日提交 · /,
    ],
    [{ renewal: true }, /^托育机构延续许可 · 已许可 · /],
    [{ siteType: 'HOME', status: 'SUBMITTED', decidedAt: null }, /^家庭托育点许可申请 · 已提交 · /],
    [
      { regime: 'FILING', type: 'CHANGE', status: 'RETURNED', decidedAt: null },
      /^托育机构变更备案 · 退回补正 · 2026年11月20日提交 · /,
    ],
    [
      { status: 'DRAFT', submittedAt: null, decidedAt: null },
      '托育机构许可申请 · 草稿 · 2026年11月19日开始填写 · 610116-TY-2026-0001',
    ],
  ] as [Partial<FilingOfHit>, string | RegExp][])('of %o reads %s', (differing, expected) => {
    if (typeof expected === 'string') expect(detail(differing)).toBe(expected);
    else expect(detail(differing)).toMatch(expected);
  });
});
