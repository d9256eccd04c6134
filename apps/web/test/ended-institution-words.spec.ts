import { endedInWords, endedRefusal } from '../src/features/filings/ended-institution-words';

const GOES_ON = { type: 'CHANGE', regime: 'FILING', institutionEnded: null } as const;

describe('a case whose institution has ended while it was under way', () => {
  it('tells the official why it is neither granted nor sent back, and what is left', () => {
    const words = endedInWords({ ...GOES_ON, institutionEnded: 'CLOSED' }, 'official');
    expect(words).toMatch(/这家机构已终止服务.*不能准予，也不再退回补正.*请不予备案并说明理由/);
  });

  it('tells the applicant that nothing comes of it, and how to be rid of it', () => {
    const words = endedInWords({ ...GOES_ON, type: 'SUSPENSION', institutionEnded: 'REVOKED' }, 'applicant');
    expect(words).toMatch(/这家机构的备案已撤销，不能再办理暂停服务.*可以撤回/);
  });

  it('has words ready for the refusal', () => {
    const licensed = { ...GOES_ON, regime: 'LICENCE', institutionEnded: 'CANCELLED' } as const;
    expect(endedRefusal(licensed)).toContain('这家机构的许可已注销，不能再办理变更');
  });

  it('says nothing of an institution that goes on', () => {
    expect(endedInWords(GOES_ON, 'official')).toBeNull();
    expect(endedRefusal(GOES_ON)).toBeNull();
  });
});
