import { suspendedInWords } from '../src/features/filings/suspended-words';

describe('what is said of a stopped service', () => {
  const day = (date: string) => date;

  it('is since when, until when and why, as far as it was told', () => {
    const told = { startsOn: '2026-12-01', endsOn: '2027-03-01', reason: '消防改造。' };
    expect(suspendedInWords(told, day, false)).toBe(
      '2026-12-01起暂停服务，预计 2027-03-01恢复。原因：消防改造。',
    );
    expect(suspendedInWords({ startsOn: '2026-12-01' }, day, false)).toBe('2026-12-01起暂停服务。');
    expect(suspendedInWords(null, day, false)).toBeNull();
  });

  it('is also that the day has passed on which it was to go on', () => {
    const told = { startsOn: '2026-12-01', endsOn: '2027-03-01' };
    expect(suspendedInWords(told, day, true)).toBe(
      '2026-12-01起暂停服务，预计 2027-03-01恢复，预计恢复日已过，尚未恢复。',
    );
  });
});
