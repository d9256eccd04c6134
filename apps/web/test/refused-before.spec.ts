import { sameAsRefused } from '../src/features/filings/refused-before-words';

const CASE = { regime: 'FILING', type: 'INITIAL', renewal: null } as const;
const found = (more: object = {}) => [
  { filingId: 'a', reason: '面积不足', unchanged: true, signedAnew: [], ...more },
];

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

  it('is told apart from the form that was signed anew, where that alone has another file', () => {
    const [said] = sameAsRefused(CASE, found({ signedAnew: ['家庭托育点备案书'] }));
    expect(said).toContain(
      '除重新签字、上传的“家庭托育点备案书”以外，填写的内容和上传的材料，与上次不予备案的那一件相同（当时的理由：面积不足）',
    );
    expect(said).not.toContain('完全相同');
    expect(said).toContain('可以提交');
  });

  it('is not told of what was changed, or of what was never refused', () => {
    expect(sameAsRefused(CASE, found({ unchanged: false }))).toEqual([]);
    expect(sameAsRefused(CASE, [])).toEqual([]);
    expect(sameAsRefused(CASE)).toEqual([]);
  });
});
