import { nextSince } from '../src/features/filings/next-since';

const NOTHING = {
  institutionStatus: 'OPERATING',
  replacedBy: null,
  licenceExpiredOn: null,
  prolongedBy: null,
  resumedBy: null,
  retractedOn: null,
  inForceOn: null,
  supersededOn: null,
  again: null,
  beginsAgain: null,
} as const;
const ACCEPTED = { type: 'INITIAL', status: 'ACCEPTED' } as const;

describe('what comes next after what came since', () => {
  it('is said as before where nothing came', () => {
    expect(nextSince(NOTHING, ACCEPTED)).toBeNull();
  });

  it('is no change of what has ended, nor of what a licence stands for', () => {
    expect(nextSince({ ...NOTHING, institutionStatus: 'CLOSED' }, ACCEPTED)).toContain('已终止服务');
    const replacedBy = { number: '610116-TYXK-2026-0001', endedAs: null };
    expect(nextSince({ ...NOTHING, replacedBy }, ACCEPTED)).toContain(
      '已由许可证 610116-TYXK-2026-0001 代替',
    );
    const revoked = { ...replacedBy, endedAs: 'REVOKED' as const };
    expect(nextSince({ ...NOTHING, replacedBy: revoked }, ACCEPTED)).toContain('撤销');
  });

  it('is to apply for a licence to go on where it has expired', () => {
    const said = nextSince({ ...NOTHING, licenceExpiredOn: '2029-11-29' }, ACCEPTED);
    expect(said).toMatch(/^许可证有效期已于2029年11月29日届满.*申请延续。$/);
    expect(
      nextSince({ ...NOTHING, licenceExpiredOn: '2029-11-29', institutionStatus: 'CLOSED' }, ACCEPTED),
    ).toContain('已终止服务');
  });

  it('is nothing to be filed again where that was done, nor a resumption of what goes on', () => {
    const again = { id: '1', status: 'ACCEPTED' as const };
    expect(nextSince({ ...NOTHING, again }, { type: 'INITIAL', status: 'REFUSED' })).toContain('已经准予');
    const resumed = nextSince({ ...NOTHING, resumedBy: '1' }, { type: 'SUSPENSION', status: 'ACCEPTED' });
    expect(resumed).toContain('恢复服务');
  });
});
