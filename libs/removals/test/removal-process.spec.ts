import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLE_PERMISSIONS, stateLabel, REMOVAL_ACTS } from '@zhaoguan/contracts';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  REMOVAL_STATUS_LABELS,
  removalProcess,
  type HearingOfOperator,
  type RemovalStatus,
} from '../src/domain/removal.process';

const { states, actionNames, actions } = removalProcess;
const until = plainDate('2026-11-27');
const over: HearingOfOperator = { waived: true, statementUntil: until };
const running: HearingOfOperator = { waived: false, statementUntil: until };
const context = { on: plainDate('2026-11-21'), reason: '示例理由' };
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

describe('the process of a removal', () => {
  it.each(pairs)('in %s answers %s by its table, and nothing else', (state, action) => {
    const from: readonly RemovalStatus[] = actions[action].from;
    if (from.includes(state))
      expect(removalProcess.apply(state, action, over, context)).toMatchObject({ to: actions[action].to });
    else expect(codeOf(() => removalProcess.apply(state, action, over, context))).toBe('INVALID_TRANSITION');
  });

  it.each([
    ['2026-11-26', 'STATEMENT_PERIOD_RUNNING'],
    ['2026-11-27', 'STATEMENT_PERIOD_RUNNING'],
    ['2026-11-28', 'nothing was refused'],
  ])('on %s leaves the institution its period: %s', (day, code) => {
    const on = { on: plainDate(day) };
    expect(codeOf(() => removalProcess.apply('NOTICED', 'propose', running, on))).toBe(code);
  });

  it('never decides without a notice, a proposal and a hearing before it, in whatever order things are tried', () => {
    const tries = fc.array(fc.constantFrom(...actionNames), { maxLength: 30 });
    fc.assert(
      fc.property(tries, (names) => {
        let state: RemovalStatus = removalProcess.initial;
        let trail: string[] = [];
        for (const name of names) {
          const hearing = { waived: trail.includes('state'), statementUntil: until };
          try {
            state = removalProcess.apply(state, name, hearing, context).to;
            trail = name === 'sendBack' ? [] : [...trail, name];
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
        }
        if (state !== 'DECIDED') return;
        expect(trail.find((name) => name !== 'prepare')).toBe(trail.includes('prepare') ? 'serve' : 'notice');
        expect(trail.at(-1)).toBe('decide');
        expect(trail.at(-2)).toBe('propose');
        expect(trail).toContain('state');
      }),
    );
  });

  it('asks a reason for what undoes, ends or sends back', () => {
    const asked = actionNames.filter((name) => 'reasonRequired' in actions[name]);
    expect(asked).toEqual(['sendBack', 'drop', 'annul']);
  });

  it('names its states, its acts and rights that roles hold, and gives nobody both work and decision', () => {
    for (const state of states) expect(stateLabel('removal', state)).toBe(REMOVAL_STATUS_LABELS[state]);
    expect(actionNames).toEqual([...REMOVAL_ACTS]);
    for (const permission of removalProcess.permissions) expect(PERMISSIONS).toHaveProperty([permission]);
    for (const held of Object.values(ROLE_PERMISSIONS))
      expect(held.includes('removal.manage') && held.includes('removal.decide')).toBe(false);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(removalProcess.toMermaid().trim());
  });
});
