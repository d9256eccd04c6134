import { sameAsRefused, unansweredBefore } from '../src/features/filings/refused-before-words';

const CASE = { regime: 'FILING', type: 'INITIAL', renewal: null } as const;
const found = (more: object = {}) => [
  {
    filingId: 'a',
    status: 'REFUSED' as const,
    reason: '面积不足',
    unchanged: true,
    signedAnew: [],
    remarks: [],
    ...more,
  },
];
const remark = (touched: boolean) => ({
  pointer: '/materials/HEALTH',
  place: '健康合格证明',
  message: '缺少一名照护人员的',
  touched,
});

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

describe('handing in anew what lapsed', () => {
  it('is told of the remarks that nobody has followed, and of nothing else', () => {
    const lapsed = (...touched: boolean[]) =>
      found({ status: 'LAPSED', reason: null, remarks: touched.map(remark) });
    const [said, ...more] = unansweredBefore(CASE, lapsed(false, true));
    expect(more).toEqual([]);
    expect(said).toContain('有 1 处所指的内容现在没有改动：“健康合格证明”：缺少一名照护人员的。');
    expect(unansweredBefore(CASE, lapsed(true))).toEqual([]);
    expect(unansweredBefore(CASE, found())).toEqual([]);
    expect(sameAsRefused(CASE, lapsed(false))).toEqual([]);
  });
});
