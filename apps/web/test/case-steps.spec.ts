import { caseSteps } from '../src/features/filings/case-steps';
import type { Filing } from '../src/features/filings/queries';

const steps = (status: Filing['status'], regime: Filing['regime'] = 'LICENCE') =>
  caseSteps({
    regime,
    type: 'INITIAL',
    status,
    submittedAt: '2026-11-23T02:00:00Z',
    filedOn: status === 'ACCEPTED' ? '2026-11-27' : null,
    returned: null,
    correctBy: null,
    admission: null,
    admitBy: regime === 'LICENCE' ? '2026-11-30' : null,
  }).map(({ label, state }) => `${label} ${state}`);

describe('the steps of a case', () => {
  it('say of an application that was turned away that nothing of it was examined', () => {
    expect(steps('DISMISSED')).toEqual(['填写 done', '不予受理 stopped']);
  });

  it('end where nobody answered what was to be put right', () => {
    expect(steps('LAPSED', 'FILING')).toEqual(['填写 done', '逾期未补正视为撤回 stopped']);
    expect(steps('WITHDRAWN', 'FILING')).toEqual(['填写 done', '已撤回 stopped']);
  });

  it('say of a renewal that nobody decided in time that it counts as granted', () => {
    const renewal = { institutionId: 'i', until: '2027-01-10', inTime: true, askBy: null };
    const shown = (state: 'WAITING' | 'PRESUMED') =>
      caseSteps({
        regime: 'LICENCE',
        type: 'INITIAL',
        status: 'SUBMITTED',
        submittedAt: '2026-11-23T02:00:00Z',
        filedOn: null,
        returned: null,
        correctBy: null,
        admission: { from: '2026-11-23', tacit: true },
        admitBy: '2026-11-30',
        renewal: { ...renewal, state },
      });
    expect(shown('PRESUMED')).toEqual([
      { label: '填写', state: 'done' },
      { label: '视为准予延续', state: 'here', note: '自2027年1月11日起' },
      { label: '颁发许可证', state: 'ahead' },
    ]);
    expect(shown('WAITING').map(({ label }) => label)).not.toContain('视为准予延续');
  });

  it('are examined before they are decided', () => {
    expect(steps('SUBMITTED')).toEqual(['填写 done', '待受理 here', '颁发许可证 ahead']);
    expect(steps('REFUSED')).toEqual(['填写 done', '许可机关审查 done', '不予许可 stopped']);
    expect(steps('ACCEPTED', 'FILING')).toEqual(['填写 done', '备案机关核对 done', '出具备案回执 done']);
    expect(steps('DRAFT', 'FILING')).toEqual(['填写 here', '备案机关核对 ahead', '出具备案回执 ahead']);
  });
});
