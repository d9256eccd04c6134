import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { PERMISSIONS, ROLE_PERMISSIONS, stateLabel } from '@zhaoguan/contracts';
import {
  PENALTY_CASE_STATUS_LABELS,
  penaltyCaseProcess,
  type HearingOfParty,
  type PenaltyCaseAction,
  type PenaltyCaseStatus,
} from '../src/domain/penalty-case.process';

const { states, actionNames, actions } = penaltyCaseProcess;
const heard: HearingOfParty = { heard: true, statementUntil: plainDate('2026-11-27') };
const on = plainDate('2026-11-21');
const everyone = new Set(penaltyCaseProcess.permissions);
const pairs = states.flatMap((state) => actionNames.map((action) => [state, action] as const));

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the process of a penalty case', () => {
  it.each(pairs)('in %s answers %s by its table, and nothing else', (state, action) => {
    const from: readonly PenaltyCaseStatus[] = actions[action].from;
    const allowed = penaltyCaseProcess.availableActions(state, everyone, heard, { on });
    expect(allowed.includes(action)).toBe(from.includes(state));
    if (from.includes(state)) {
      expect(penaltyCaseProcess.apply(state, action, heard, { on })).toMatchObject({
        from: state,
        to: actions[action].to,
      });
      return;
    }
    const refusal = refusalOf(() => penaltyCaseProcess.apply(state, action, heard, { on }));
    expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', details: { from: state } });
    expect(refusal.details['allowed']).toEqual(
      actionNames.filter((name) => (actions[name].from as readonly string[]).includes(state)),
    );
  });

  it.each([
    ['2026-11-20', false],
    ['2026-11-27', false],
    ['2026-11-28', true],
  ])('on %s lets nobody penalise an unheard party before its period is over: %s', (day, allowed) => {
    const unheard: HearingOfParty = { heard: false, statementUntil: plainDate('2026-11-27') };
    const context = { on: plainDate(day) };
    const available = penaltyCaseProcess.availableActions('NOTICED', everyone, unheard, context);
    expect(available.includes('penalise')).toBe(allowed);
    if (allowed) return;
    expect(refusalOf(() => penaltyCaseProcess.apply('NOTICED', 'penalise', unheard, context))).toMatchObject({
      code: 'STATEMENT_PERIOD_RUNNING',
      details: { until: '2026-11-27' },
    });
  });

  it('decides nothing on a paper that nobody has handed over yet', () => {
    const unserved: HearingOfParty = { heard: false, statementUntil: null };
    const acts = penaltyCaseProcess.availableActions('PREPARED', everyone, unserved, { on });
    expect(acts).toEqual(['prepare', 'serve', 'dismiss']);
    for (const act of ['penalise', 'notice', 'recordStatement', 'recordWaiver', 'state'] as const)
      expect(refusalOf(() => penaltyCaseProcess.apply('PREPARED', act, unserved, { on })).code).toBe(
        'INVALID_TRANSITION',
      );
  });

  it('may be dismissed at any time before it is decided', () => {
    const unheard: HearingOfParty = { heard: false, statementUntil: null };
    for (const state of ['OPENED', 'PREPARED', 'NOTICED', 'STATED'] as const) {
      expect(penaltyCaseProcess.availableActions(state, everyone, unheard, { on })).toContain('dismiss');
    }
  });

  it('folds every walk through the table to the state where the walk stands', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (choices) => {
        let state: PenaltyCaseStatus = penaltyCaseProcess.initial;
        const walk: { action: PenaltyCaseAction; from: PenaltyCaseStatus; to: PenaltyCaseStatus }[] = [];
        for (const choice of choices) {
          const open = penaltyCaseProcess.availableActions(state, everyone, heard, { on });
          const action = open[choice % Math.max(open.length, 1)];
          if (!action) break;
          const { from, to } = penaltyCaseProcess.apply(state, action, heard, { on });
          walk.push({ action, from, to });
          state = to;
        }
        expect(penaltyCaseProcess.fold(walk)).toBe(state);
      }),
    );
  });

  it('asks for permissions that exist and that some role holds', () => {
    const held = new Set(Object.values(ROLE_PERMISSIONS).flat());
    for (const permission of penaltyCaseProcess.permissions) {
      expect(Object.keys(PERMISSIONS)).toContain(permission);
      expect([...held]).toContain(permission);
    }
  });

  it('names every state in Chinese and cites an article for every act', () => {
    expect(Object.keys(PENALTY_CASE_STATUS_LABELS).sort()).toEqual([...states].sort());
    expect(stateLabel(penaltyCaseProcess.name, 'OPENED')).toBe(PENALTY_CASE_STATUS_LABELS.OPENED);
    for (const name of actionNames) expect(actions[name].legalBasis).toMatch(/行政处罚法》第.+条/);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(penaltyCaseProcess.toMermaid().trim());
  });
});
