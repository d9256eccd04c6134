import { sameAsRefused } from '../src/features/filings/refused-before-words';

const CASE = { regime: 'FILING', type: 'INITIAL', renewal: null } as const;
const found = (more: object = {}) => [{ filingId: 'a', reason: '面积不足', unchanged: true, ...more }];

describe('handing in what was refused as it was', () => {
  it('is told, with why it was refused, and is allowed', () => {
    const [said, ...more] = sameAsRefused(CASE, found());
    expect(more).toEqual([]);
    expect(said).toContain('与上次不予备案的那一件完全相同（当时的理由：面积不足）');
    expect(said).toContain('可以提交');
    expect(sameAsRefused({ ...CASE, regime: 'LICENCE' }, found({ reason: null }))[0]).toContain(
      '与上次不予许可的那一件完全相同。',
    );
  });

  it('is not told of what was changed, or of what was never refused', () => {
    expect(sameAsRefused(CASE, found({ unchanged: false }))).toEqual([]);
    expect(sameAsRefused(CASE, [])).toEqual([]);
    expect(sameAsRefused(CASE)).toEqual([]);
  });
});
