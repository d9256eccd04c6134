import { beyondLicenceFaults } from '../src/features/filings/form/beyond-licence';

const from = (startsOn: string | null) => ({ institution: { notice: { startsOn } } });
const UNTIL = { licenceEndsOn: '2031-11-22' };

describe('the day on which a service is to go on', () => {
  it('is told where it is typed to lie after the last day of the licence, and hinders nothing', () => {
    const [fault] = beyondLicenceFaults(UNTIL, from('2031-11-23'));
    expect(fault).toMatchObject({ pointer: '/institution/notice/startsOn', severity: 'WARNING' });
    expect(fault?.message).toContain('许可证有效期届满（2031年11月22日）以后');
  });

  it.each([
    ['on its last day', UNTIL, '2031-11-22'],
    ['not typed yet', UNTIL, null],
    ['of what is filed', { licenceEndsOn: null }, '2031-11-23'],
  ])('is not: %s', (_, filing, startsOn) => {
    expect(beyondLicenceFaults(filing, from(startsOn))).toEqual([]);
  });
});
