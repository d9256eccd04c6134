import { stepsOf } from '../src/features/enforcement/case-steps';
import type { PenaltyCase } from '../src/features/enforcement/queries';

type Notice = NonNullable<PenaltyCase['notice']>;
const MADE = { paperOn: '2026-11-20', noticedOn: null, statementUntil: null } as Notice;
const SERVED = { ...MADE, noticedOn: '2026-11-23', statementUntil: '2026-11-30' };
const DECISION = { term: 'DECISION', dueOn: '2027-02-18', left: 90, unit: 'DAY' } as const;
const STATEMENT = { term: 'STATEMENT', dueOn: '2026-11-30', left: 5, unit: 'WORKING_DAY' } as const;

const decided = (change: Partial<NonNullable<PenaltyCase['decision']>>) =>
  ({ decidedOn: '2026-11-24', serveBy: null, services: [], ...change }) as NonNullable<
    PenaltyCase['decision']
  >;
const steps = (change: Partial<PenaltyCase>) =>
  stepsOf({
    status: 'OPENED',
    openedOn: '2026-11-20',
    notice: null,
    statements: [],
    decision: null,
    nextTerm: DECISION,
    ...change,
  }).map(({ label, state, note }) => `${label} ${state}${typeof note === 'string' ? ` ${note}` : ''}`);

describe('the steps of a penalty case', () => {
  it('wait for the notice, then for whoever hands its paper over, then for the party', () => {
    expect(steps({})).toEqual([
      '立案 done 2026年11月20日',
      '告知 here 告知当事人拟作出的处罚',
      '陈述申辩 ahead',
      '决定 ahead',
      '送达 ahead',
    ]);
    expect(steps({ status: 'PREPARED', notice: MADE }).slice(1)).toEqual([
      '告知 here 告知书待送达',
      '陈述申辩 ahead',
      '决定 ahead',
      '送达 ahead',
    ]);
    expect(steps({ status: 'NOTICED', notice: SERVED, nextTerm: STATEMENT }).slice(1)).toEqual([
      '告知 done 2026年11月23日',
      '陈述申辩 here 至2026年11月30日',
      '决定 ahead',
      '送达 ahead',
    ]);
  });

  it('leave out what a case that was dropped before its paper was handed over never came to', () => {
    const decision = decided({ serveBy: '2026-12-03' });
    expect(steps({ status: 'NOT_PENALISED', notice: MADE, decision, nextTerm: null })).toEqual([
      '立案 done 2026年11月20日',
      '不予处罚 done 2026年11月24日',
      '送达 here 最迟2026年12月3日',
    ]);
  });

  it('end when the decision has reached the party, on the day of the record that holds', () => {
    const records = [{ servedOn: '2026-11-26' }, { servedOn: '2026-11-25' }];
    const decision = decided({ services: records as NonNullable<PenaltyCase['decision']>['services'] });
    expect(steps({ status: 'DECIDED', notice: SERVED, decision, nextTerm: null }).slice(3)).toEqual([
      '处罚决定 done 2026年11月24日',
      '送达 done 2026年11月25日',
    ]);
  });
});
