import { judgeRefresh, type RefreshVerdict } from '../src/domain/refresh-token';

const AT = new Date('2026-11-20T10:00:00Z');
const minutesFromNow = (minutes: number): Date => new Date(AT.getTime() + minutes * 60_000);

describe('a refresh token that is presented', () => {
  it.each<[string, number | null, number, boolean, RefreshVerdict]>([
    ['for the first time', null, 60, false, 'EXCHANGED'],
    ['again at once, its answer lost', -1, 60, false, 'EXCHANGED'],
    ['again at the last moment for a lost answer', -2, 60, false, 'EXCHANGED'],
    ['again when nobody asks for a lost answer any more', -3, 60, false, 'STOLEN'],
    ['again although its next is in use', -1, 60, true, 'STOLEN'],
    ['for the first time while another goes on from the same token', null, 60, true, 'STOLEN'],
    ['at the end of its life', null, 0, false, 'EXPIRED'],
    ['the next morning by a page that lost its answer', -780, -60, false, 'EXPIRED'],
    ['the next morning when somebody else went on', -780, -60, true, 'STOLEN'],
  ])('%s', (_how, usedFor, livesFor, hasUsedRival, verdict) => {
    const usedAt = usedFor === null ? null : minutesFromNow(usedFor);
    expect(judgeRefresh({ usedAt, expiresAt: minutesFromNow(livesFor), hasUsedRival }, AT)).toBe(verdict);
  });
});
