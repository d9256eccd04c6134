import { arrangedInWords } from '../src/features/filings/office-words';
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
    expect(passedTermInWords(filing, { raisedTo: null, lacking: null, phone: PHONE })).toBe(
      '备案机关的办理期限已于 2026年12月1日届满，这一件还没有办结。您不需要重新提交；要了解进展的，请联系西安市长安区民政局，电话 029-0000 0000。',
    );
    expect(
      passedTermInWords({ ...filing, regime: 'LICENCE' }, { raisedTo: null, lacking: null, phone: null }),
    ).toBe(
      '许可机关的办理期限已于 2026年12月1日届满，这一件还没有办结。您不需要重新提交；要了解进展的，请联系西安市长安区民政局。',
    );
  });

  it('says that it was raised only once it was, and how far', () => {
    const said = (raisedTo: 'FIRST' | 'SECOND' | null) =>
      passedTermInWords(filing, { raisedTo, lacking: null, phone: null });
    expect(said(null)).not.toContain('督办');
    expect(said('FIRST')).toContain('这一情况已报该机关的负责人督办。');
    expect(said('SECOND')).toContain('这一情况已报上级部门督办。');
  });
});

describe('where nobody of this platform could urge it', () => {
  const said = (lacking: 'ABOVE' | 'ALL') =>
    passedTermInWords(filing, { raisedTo: 'FIRST', lacking, phone: null });

  it('is not said to have been raised to whom there is not', () => {
    expect(said('ABOVE')).toContain(
      '这一情况由该机关的负责人督办；上级部门在本平台没有可以督办的人员，需要上级知道的，请直接向上级部门反映。',
    );
    expect(said('ALL')).toContain('该机关和上级部门在本平台都没有可以督办的人员');
    expect([said('ABOVE'), said('ALL')].join()).not.toContain('已报');
  });
});

describe('an office in which nobody may decide it', () => {
  it('leaves the term as it is until that has passed, and says nothing of it then', () => {
    expect(arrangedInWords(false)).toContain('办理期限不变');
    const twoSentences =
      passedTermInWords(filing, { raisedTo: null, lacking: null, phone: PHONE }) + arrangedInWords(true);
    expect(twoSentences).not.toContain('办理期限不变');
    expect(twoSentences.match(/重新提交/g)).toHaveLength(1);
    expect(twoSentences.match(/请联系/g)).toHaveLength(1);
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
