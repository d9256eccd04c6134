import type { Filing } from '../src/features/filings/queries';
import { suspendedInWords } from '../src/features/filings/suspended-words';

type Prolongs = Filing['prolongs'];

describe('what is said of a stopped service', () => {
  const day = (date: string) => date;
  const said = (notice: object, hasPassed: boolean, prolongs: Prolongs = null) =>
    suspendedInWords({ prolongs, institution: { notice } }, day, hasPassed);

  it('is since when, until when and why, as far as it was told', () => {
    const told = { startsOn: '2026-12-01', endsOn: '2027-03-01', reason: '消防改造。' };
    expect(said(told, false)).toBe('2026-12-01起暂停服务，预计 2027-03-01恢复。原因：消防改造。');
    expect(said({ startsOn: '2026-12-01' }, false)).toBe('2026-12-01起暂停服务。');
    expect(suspendedInWords(undefined, day, false)).toBeNull();
  });

  it('is since the day on which it came into force, where that was later than it was filed for', () => {
    const institution = { notice: { startsOn: '2026-12-20' } };
    const since = { inForceOn: '2026-12-26' };
    expect(suspendedInWords({ prolongs: null, institution, since }, day, false)).toBe(
      '2026-12-26起暂停服务。',
    );
  });

  it('is also that the day has passed on which it was to go on', () => {
    const told = { startsOn: '2026-12-01', endsOn: '2027-03-01' };
    expect(said(told, true)).toBe('2026-12-01起暂停服务，预计 2027-03-01恢复，预计恢复日已过，尚未恢复。');
  });

  it('is since the day on which it stopped, and until the day that was told last, once it was prolonged', () => {
    const told = { startsOn: '2027-03-02', endsOn: '2027-06-01', reason: '工期延误' };
    expect(said(told, false, { since: '2026-12-01', until: '2027-03-01' })).toBe(
      '2026-12-01起暂停服务，已办理延长暂停，预计 2027-06-01恢复。延长的原因：工期延误。',
    );
    expect(said(told, false, { since: null, until: null })).toContain(
      '暂停服务，已办理延长暂停，预计 2027-06-01',
    );
  });
});
