import { remediesInSentence } from '../src/features/removals/removal-remedies';

const DECIDED = {
  typeLabel: '撤销备案',
  annulment: null,
  decision: { reconsiderationUntil: '2027-01-19', litigationUntil: '2027-05-20' },
};

describe('what one may do against a removal', () => {
  it('names the last days, once it is known from when on they run', () => {
    expect(remediesInSentence(DECIDED)).toEqual([
      '不服撤销备案决定的，可以申请行政复议至2027年1月19日，或者提起行政诉讼至2027年5月20日。',
    ]);
    const decision = { reconsiderationUntil: null, litigationUntil: null };
    expect(remediesInSentence({ ...DECIDED, decision }).join('')).toContain('自收到决定书之日起');
  });

  it('is nothing before the decision, and of one that was annulled', () => {
    expect(remediesInSentence({ ...DECIDED, decision: null })).toEqual([]);
    expect(remediesInSentence({ ...DECIDED, annulment: {} as never })).toEqual([]);
  });
});
