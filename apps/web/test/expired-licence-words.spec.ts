import { expiredInWords } from '../src/features/filings/expired-licence-words';

describe('a case about a licence that has expired', () => {
  const resumption = { type: 'RESUMPTION', licenceExpiredOn: '2029-10-13' } as const;

  it('tells its applicant since when, and to ask first that it goes on', () => {
    const words = expiredInWords(resumption, 'applicant');
    expect(words).toContain('有效期已于2029年10月13日届满');
    expect(words).toContain('请先申请延续');
  });

  it('tells the official that it is not granted', () => {
    expect(expiredInWords(resumption, 'official')).toContain('恢复服务不能准予');
  });

  it('says nothing while the licence holds', () => {
    expect(expiredInWords({ ...resumption, licenceExpiredOn: null }, 'applicant')).toBeNull();
  });
});
