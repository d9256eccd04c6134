import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACED, REFUNDED, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  actOf,
  countsFrom,
  dueAfterReport,
  findingFaults,
  isSettled,
  type ClosureFinding,
} from '../src/domain/closure';
import { closureProcess, type ClosureAction, type ClosureStatus } from '../src/domain/closure.process';
import { noticeFrom } from '../src/domain/service-notice';

/** Written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<ClosureStatus, Partial<Record<ClosureAction, ClosureStatus>>>> = {
  OPEN: { settle: 'SETTLED', remain: 'UNSETTLED', callOff: 'CALLED_OFF' },
  UNSETTLED: { settle: 'SETTLED', remain: 'UNSETTLED', report: 'REPORTED' },
  REPORTED: { settle: 'SETTLED', remain: 'UNSETTLED' },
  SETTLED: { correct: 'SETTLED', reopen: 'UNSETTLED' },
  CALLED_OFF: {},
};
const END = plainDate('2026-12-01');
const TODAY = plainDate('2026-12-10');
const FOUND: ClosureFinding = {
  checkedOn: TODAY,
  placed: 'ALL',
  refunded: 'ALL',
  words: null,
  reason: null,
};
const NOTICE = noticeFrom({ residents: 3, refundFen: 100, refundBy: '2026-12-31' }, null);

describe('what becomes of an institution that has ended', () => {
  const pairs = closureProcess.states.flatMap((state) =>
    closureProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => closureProcess.apply(state, action, undefined, { reason: '理由' });
    if (to === undefined) expect(act).toThrow(DomainError);
    else expect(act()).toMatchObject({ from: state, to });
  });

  it.each([
    ['SETTLED', 'correct'],
    ['SETTLED', 'reopen'],
    ['UNSETTLED', 'report'],
  ] as const)('%s, %s says why, or how it was done', (state, action) => {
    expect(() => closureProcess.apply(state, action, undefined, { reason: ' ' })).toThrow('REASON_REQUIRED');
  });

  it('is the office’s alone to find, and the operator’s alone to report', () => {
    const permissions = closureProcess.actionNames.map((action) => [
      action,
      closureProcess.actions[action].permission,
    ]);
    expect(permissions.filter(([, permission]) => permission !== 'filing.verify')).toEqual([
      ['report', 'filing.file'],
      // Nobody’s: it follows from what was granted.
      ['callOff', SYSTEM_ONLY],
    ]);
  });

  it('is settled by a history exactly where its last record leaves nothing to be done, whatever was reported', () => {
    const findings = fc.array(
      fc.record({
        placed: fc.constantFrom(...PLACED),
        refunded: fc.constantFrom(...REFUNDED),
        reported: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(findings, (all) => {
        let state: ClosureStatus = closureProcess.initial;
        const history = all.flatMap(({ reported, ...found }) => {
          const reports = reported && state === 'UNSETTLED' ? (['report'] as const) : [];
          return [...reports, 'found' as const].map((said) => {
            const action = said === 'found' ? actOf(state, { ...FOUND, ...found }) : said;
            const applied = closureProcess.apply(state, action, undefined, { reason: '理由' });
            state = applied.to;
            return applied;
          });
        });
        expect(closureProcess.fold(history)).toBe(state);
        expect(state === 'SETTLED').toBe(isSettled(all.at(-1)!));
      }),
    );
  });

  it('is looked at again within a term from the report on, and stays late where its office was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 20 }), (left, term) => {
        const [before, anew] = [addDays(TODAY, left), addDays(TODAY, term)];
        const due = dueAfterReport(before, anew, TODAY);
        expect(due < TODAY).toBe(left < 0);
        expect(due).toBe(left < 0 ? before : anew);
      }),
    );
  });

  it('takes a day from the end on until today, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), (days) => {
        const checkedOn = addDays(END, days);
        const codes = findingFaults({ ...FOUND, checkedOn }, { endsOn: END, today: TODAY, notice: NOTICE });
        expect(codes.length === 0).toBe(checkedOn >= END && checkedOn <= TODAY);
      }),
    );
  });

  it('counts anew from today, or from the day until which the fees are given back', () => {
    expect(countsFrom({ refunded: 'ALL' }, NOTICE, TODAY)).toBe(TODAY);
    expect(countsFrom({ refunded: 'NOT_ALL' }, NOTICE, TODAY)).toBe('2026-12-31');
    expect(countsFrom({ refunded: 'NOT_ALL' }, NOTICE, plainDate('2027-01-04'))).toBe('2027-01-04');
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${closureProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(closureProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
