import { decisionDue, passedTermInWords } from '../src/features/filings/passed-term-words';

const filing = {
  status: 'SUBMITTED',
  dueOn: '2026-12-01',
  renewal: null,
  regime: 'FILING',
  type: 'INITIAL',
  authorityName: '西安市长安区民政局',
} as const;
const PHONE = '029-0000 0000';

describe('what the applicant is told of a term that the authority has let pass', () => {
  it('is the day, that nothing is asked of them, and whom to call', () => {
    expect(passedTermInWords(filing, { raisedTo: null, phone: PHONE })).toBe(
      '备案机关的办理期限已于 2026年12月1日届满，这一件还没有办结。您不需要重新提交；要了解进展的，请联系西安市长安区民政局，电话 029-0000 0000。',
    );
    expect(passedTermInWords({ ...filing, regime: 'LICENCE' }, { raisedTo: null, phone: null })).toBe(
      '许可机关的办理期限已于 2026年12月1日届满，这一件还没有办结。您不需要重新提交；要了解进展的，请联系西安市长安区民政局。',
    );
  });

  it('says that it was raised only once it was, and how far', () => {
    const said = (raisedTo: 'FIRST' | 'SECOND' | null) =>
      passedTermInWords(filing, { raisedTo, phone: null });
    expect(said(null)).not.toContain('督办');
    expect(said('FIRST')).toContain('这一情况已报该机关的负责人督办。');
    expect(said('SECOND')).toContain('这一情况已报上级部门督办。');
  });
});

describe('the last day of the authority', () => {
  it('is owed while a case lies with it, and not of a renewal that counts as granted', () => {
    expect(decisionDue(filing)).toBe('2026-12-01');
    expect(decisionDue({ ...filing, status: 'RETURNED' })).toBeNull();
    const renewal = { state: 'PRESUMED' } as never;
    expect(decisionDue({ ...filing, renewal })).toBeNull();
  });
});
