import { reportsOf } from '../src/features/filings/verification/reports';

const step = (seq: number, action: 'mismatch' | 'correct' | 'amend' | 'confirm', reason: string | null) => ({
  seq,
  action,
  reason,
  at: `2026-11-2${seq}T02:00:00.000Z`,
  label: action,
  from: 'MISMATCH_FOUND' as const,
  to: 'RECHECK' as const,
  actorName: '示例·周经办',
});

it('what the applicant reported as put right is read beside the visits, the last first, and nothing else is', () => {
  const steps = [
    step(1, 'mismatch', null),
    step(2, 'correct', '已加装扶手'),
    step(3, 'mismatch', null),
    step(4, 'amend', null),
    step(5, 'correct', '已恢复为 120 张'),
  ];
  expect(reportsOf({ steps })).toEqual([
    { seq: 5, at: '2026-11-25T02:00:00.000Z', statement: '已恢复为 120 张' },
    { seq: 2, at: '2026-11-22T02:00:00.000Z', statement: '已加装扶手' },
  ]);
});
