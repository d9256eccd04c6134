import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, stateLabel, SYSTEM_ONLY } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { nextLook, reconcile, stageOn, type Held } from '../src/domain/expiry';
import { EXPIRY_STATUS_LABELS, expiryProcess, type ExpiryStatus } from '../src/domain/expiry.process';

const { states, actionNames, actions } = expiryProcess;
const ending = { endsOn: plainDate('2026-11-27') };
const after = { on: plainDate('2026-11-28'), next: plainDate('2027-11-27'), reason: '示例' };
const pairs = states.flatMap((state) => actionNames.map((action) => [state, action] as const));
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

describe('the life of a day on which something ends', () => {
  it.each(pairs)('in %s answers %s by its table, and nothing else', (state, action) => {
    const from: readonly ExpiryStatus[] = actions[action].from;
    const code = codeOf(() => expiryProcess.apply(state, action, ending, after));
    expect(code).toBe(from.includes(state) ? 'nothing was refused' : 'INVALID_TRANSITION');
  });

  it('ends on the day after its last, and is renewed by a later day only', () => {
    const on = (day: string) => ({ on: plainDate(day), next: null });
    expect(codeOf(() => expiryProcess.apply('WATCHED', 'expire', ending, on('2026-11-27')))).toBe(
      'EXPIRY_NOT_REACHED',
    );
    expect(codeOf(() => expiryProcess.apply('WATCHED', 'expire', ending, on('2026-11-28')))).toBe(
      'nothing was refused',
    );
    for (const next of [null, ending.endsOn, plainDate('2026-11-26')])
      expect(codeOf(() => expiryProcess.apply('EXPIRED', 'renew', ending, { on: after.on, next }))).toBe(
        'EXPIRY_NOT_RENEWED',
      );
  });

  it('is checked by an official only, with words, and only what has ended', () => {
    expect(codeOf(() => expiryProcess.apply('EXPIRED', 'check', ending, { ...after, reason: ' ' }))).toBe(
      'REASON_REQUIRED',
    );
    expect(actionNames.filter((name) => actions[name].permission !== SYSTEM_ONLY)).toEqual(['check']);
    expect(PERMISSIONS).toHaveProperty(['expiry.check']);
    for (const state of states) expect(stateLabel('expiry', state)).toBe(EXPIRY_STATUS_LABELS[state]);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(expiryProcess.toMermaid().trim());
  });
});

describe('what is watched', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((n) => addDays(plainDate('2026-11-27'), n));
  const held = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('LEASE', 'FIRE_PROOF', 'INSURANCE', 'STAFF:1:X', 'STAFF:2:X'),
      what: fc.constant('LEASE' as const),
      memberId: fc.constant(null),
      endsOn: day,
    }),
    { selector: ({ key }) => key },
  );
  const sorted = (all: readonly Held[]): string[] => all.map(({ key, endsOn }) => `${key} ${endsOn}`).sort();

  it('says what is held once it is reconciled, and then nothing is left to do', () => {
    fc.assert(
      fc.property(held, held, (before, now) => {
        const { renewed, dropped, opened } = reconcile<Held>(before, now);
        const gone = new Set([...dropped, ...renewed.map(({ row }) => row)]);
        const open = [...before.filter((row) => !gone.has(row)), ...opened];
        expect(sorted(open)).toEqual(sorted(now));
        for (const { row, next } of renewed) expect(next > row.endsOn).toBe(true);
        expect(reconcile(open, now)).toEqual({ renewed: [], dropped: [], opened: [] });
      }),
    );
  });

  it.each([
    ['2026-08-28', 0, '2026-08-29'],
    ['2026-08-29', 1, '2026-10-28'],
    ['2026-10-28', 2, '2026-11-27'],
    ['2026-11-27', 3, '2026-11-28'],
    ['2026-11-28', 3, null],
    ['2027-01-01', 3, null],
  ])('on %s is at stage %i and looked at again on %s', (on, stage, look) => {
    const days = [90, 30, 0] as const;
    expect(stageOn(ending.endsOn, days, plainDate(on))).toBe(stage);
    expect(nextLook(ending.endsOn, days, plainDate(on))).toBe(look);
  });

  it('reaches every stage however many days nobody looked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 500 }), (endsOn, pause) => {
        let on = addDays(endsOn, -400);
        let stage = 0;
        for (let looks = 0; looks < 1000; looks += 1) {
          const now = stageOn(endsOn, [90, 30, 0], on);
          expect(now).toBeGreaterThanOrEqual(stage);
          stage = now;
          if (nextLook(endsOn, [90, 30, 0], on) === null) break;
          on = addDays(on, pause);
        }
        expect(stage).toBe(3);
      }),
    );
  });
});
