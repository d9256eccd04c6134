import { remediesInWords } from '../src/features/filings/remedies-words';

const REFUSED = { regime: 'FILING', type: 'INITIAL', since: null } as const;
const REMEDIES = {
  reviewBody: '西安市长安区人民政府',
  reconsiderationDays: 60,
  litigationMonths: 6,
  servedOn: '2026-11-20',
  reconsiderationUntil: '2027-01-19',
  litigationUntil: '2027-05-20',
};
const UNKNOWN = { servedOn: null, reconsiderationUntil: null, litigationUntil: null };

describe('what one may do against a refusal', () => {
  it('names the last days where it is known when it was received', () => {
    expect(remediesInWords({ ...REFUSED, remedies: REMEDIES }).join('')).toMatch(
      /最迟 2027年1月19日.*向西安市长安区人民政府申请行政复议（60 日）.*最迟 2027年5月20日.*行政诉讼（6 个月）.*2026年11月20日.*送达您的账号/,
    );
  });

  it('names the periods from the receipt of the paper where it is not', () => {
    const remedies = { ...REMEDIES, ...UNKNOWN };
    expect(remediesInWords({ ...REFUSED, remedies }).join('')).toMatch(
      /自收到告知书之日起 60 日内.*6 个月内/,
    );
    expect(remediesInWords({ ...REFUSED, regime: 'LICENCE', remedies }).join('')).toContain('收到决定书');
  });

  it('is nothing where nothing was refused, or it was granted later', () => {
    expect(remediesInWords({ ...REFUSED, remedies: null })).toEqual([]);
    const again = { id: 'x', status: 'ACCEPTED', submittedAt: null } as never;
    const since = {
      institutionStatus: null,
      replacedBy: null,
      licenceExpiredOn: null,
      prolongedBy: null,
      resumedBy: null,
      retractedOn: null,
      inForceOn: null,
      supersededOn: null,
      again,
      beginsAgain: null,
    };
    expect(remediesInWords({ ...REFUSED, since, remedies: REMEDIES })).toEqual([]);
  });
});
