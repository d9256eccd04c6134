import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, stateLabel, SYSTEM_ONLY, type OverdueLevel } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  OVERDUE_STATUS_LABELS,
  overdueProcess,
  type OverdueAction,
  type OverdueStatus,
} from '../src/domain/overdue.process';

const ACTOR = { actorId: 'head', reason: '示例·理由' };
const subject = (level: OverdueLevel = 'FIRST', concerned: string[] = []) => ({ level, concerned });

/** Written down a second time: state × action → state afterwards. */
const WHILE_OPEN = {
  raiseFurther: 'RAISED',
  keep: 'RAISED',
  urge: 'URGED',
  explain: 'EXPLAINED',
  end: 'ENDED',
} as const;
const EXPECTED: Readonly<Record<OverdueStatus, Partial<Record<OverdueAction, OverdueStatus>>>> = {
  RAISED: WHILE_OPEN,
  URGED: WHILE_OPEN,
  EXPLAINED: WHILE_OPEN,
  ENDED: { raiseAgain: 'RAISED' },
};

describe('what is overdue', () => {
  const pairs = overdueProcess.states.flatMap((state) =>
    overdueProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => overdueProcess.apply(state, action, subject(), ACTOR);
    if (to !== undefined) expect(act()).toMatchObject({ from: state, to });
    else expect(act).toThrow(DomainError);
  });

  it('goes up to the level above once, and no further', () => {
    expect(() => overdueProcess.apply('URGED', 'raiseFurther', subject('SECOND'), ACTOR)).toThrow(
      'OVERDUE_AT_THE_TOP',
    );
  });

  it('is supervised by nobody who has to do with the case', () => {
    const concerned = subject('FIRST', ['head']);
    expect(() => overdueProcess.apply('RAISED', 'urge', concerned, ACTOR)).toThrow('OVERDUE_CONCERNS_YOU');
    expect(
      overdueProcess.availableActions('RAISED', new Set(['overdue.supervise']), concerned, ACTOR),
    ).toEqual([]);
  });

  it.each(['urge', 'explain'] as const)('%s says something', (action) => {
    expect(() => overdueProcess.apply('RAISED', action, subject(), { ...ACTOR, reason: ' ' })).toThrow(
      'REASON_REQUIRED',
    );
  });

  it('is raised, raised further and ended by the system alone: nobody keeps it down or closes it by hand', () => {
    const bySystem = overdueProcess.actionNames.filter(
      (action) => overdueProcess.actions[action].permission === SYSTEM_ONLY,
    );
    expect(bySystem).toEqual(['raiseFurther', 'keep', 'end', 'raiseAgain']);
    for (const permission of overdueProcess.permissions.filter((each) => each !== SYSTEM_ONLY))
      expect(Object.keys(PERMISSIONS)).toContain(permission);
  });

  it('folds every walk to the state where it stands, goes up once until it comes back to its level or ends, and can always be ended', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 20 }), (choices) => {
        let state: OverdueStatus = overdueProcess.initial;
        let level: OverdueLevel = 'FIRST';
        const walk: { action: OverdueAction; from: OverdueStatus; to: OverdueStatus }[] = [];
        for (const choice of choices) {
          const open = overdueProcess.availableActions(
            state,
            new Set(overdueProcess.permissions),
            subject(level),
            ACTOR,
          );
          expect(open.includes('raiseFurther')).toBe(state !== 'ENDED' && level === 'FIRST');
          expect(open.includes('end')).toBe(state !== 'ENDED');
          const action = open[choice % open.length]!;
          const { from, to } = overdueProcess.apply(state, action, subject(level), ACTOR);
          if (action === 'raiseFurther') level = 'SECOND';
          if (action === 'raiseAgain' || action === 'keep') level = 'FIRST';
          walk.push({ action, from, to });
          state = to;
        }
        expect(overdueProcess.fold(walk)).toBe(state);
      }),
    );
  });

  it('names every state in Chinese', () => {
    expect(Object.keys(OVERDUE_STATUS_LABELS).sort()).toEqual([...overdueProcess.states].sort());
    expect(stateLabel('overdue', 'RAISED')).toBe('待督办');
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(overdueProcess.toMermaid().trim());
  });
});
