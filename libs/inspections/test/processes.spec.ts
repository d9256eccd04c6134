import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLE_PERMISSIONS, stateLabel } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { DRAW_STATUS_LABELS, drawProcess, SYSTEM_ONLY } from '../src/domain/draw.process';
import { RESULT_STATUS_LABELS, resultProcess } from '../src/domain/result.process';
import { TASK_STATUS_LABELS, taskProcess, type TaskSubject } from '../src/domain/task.process';

interface Table {
  readonly from: readonly string[];
  readonly to: string;
  readonly permission: string;
}
interface AnyProcess {
  readonly name: string;
  readonly states: readonly string[];
  readonly initial: string;
  readonly terminal: readonly string[];
  readonly actionNames: readonly string[];
  readonly actions: Readonly<Record<string, Table>>;
  readonly permissions: readonly string[];
  apply(state: string, action: string, subject: unknown, context: unknown): { from: string; to: string };
  availableActions(
    state: string,
    permissions: ReadonlySet<string>,
    subject: unknown,
    context: unknown,
  ): string[];
  fold(history: readonly { action: string; from: string; to: string }[]): string;
  toMermaid(): string;
}
// The three tables differ in their literal types only; what is asked of them here is the same.
const untyped = (lifecycle: unknown): AnyProcess => lifecycle as AnyProcess;

const CONTEXT = { actorId: 'reviewer', reason: '示例·理由' };
const DRAW = {
  announcedBy: 'planner',
  beaconEnterers: ['planner', 'corrector'],
  beaconConfirmedBy: 'checker',
  beaconValue: 'x',
  beaconMayBeKnown: true,
  outstandingTasks: 0,
  begunTasks: 0,
};
const TASK: TaskSubject = {
  assignees: ['one', 'other'],
  items: [],
  findings: [],
  resultCode: 'CLOSED',
  submittedBy: 'one',
  coSignedBy: null,
};
/** A subject that lets an action pass every guard. */
type SubjectFor = (action: string) => unknown;
/** A stand-in wants somebody who cannot go, as does a call-off, and nothing begins while there is one. */
const contextFor = (action: string) =>
  action.startsWith('standIn') || action.startsWith('callOff')
    ? { ...CONTEXT, absent: TASK.assignees }
    : CONTEXT;
const subjects: Readonly<Record<'draw' | 'task' | 'result', SubjectFor>> = {
  draw: () => DRAW,
  task: (action) => ({ ...TASK, coSignedBy: action === 'replace' ? 'other' : null }),
  result: (action) => ({
    members: ['inspector'],
    resultCode: 'CLOSED',
    coSignedBy: action === 'withdraw' ? null : 'other',
  }),
};
const PROCESSES = [
  [untyped(drawProcess), subjects.draw, DRAW_STATUS_LABELS],
  [untyped(taskProcess), subjects.task, TASK_STATUS_LABELS],
  [untyped(resultProcess), subjects.result, RESULT_STATUS_LABELS],
] as const;

const NAMED = PROCESSES.map(([lifecycle, , labels]) => [lifecycle.name, lifecycle, labels] as const);

const cases = PROCESSES.flatMap(([lifecycle, subjectFor]) =>
  lifecycle.states.flatMap((state) =>
    lifecycle.actionNames.map(
      (action) => [lifecycle.name, state, action, lifecycle, subjectFor(action)] as const,
    ),
  ),
);

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the processes of an inspection', () => {
  it.each(cases)(
    '%s in %s answers %s by its table, and nothing else',
    (_, state, action, lifecycle, subject) => {
      const { from, to } = lifecycle.actions[action] as Table;
      const context = contextFor(action);
      const everyone = new Set(lifecycle.permissions);
      expect(lifecycle.availableActions(state, everyone, subject, context).includes(action)).toBe(
        from.includes(state),
      );
      if (from.includes(state)) {
        expect(lifecycle.apply(state, action, subject, context)).toMatchObject({ from: state, to });
        return;
      }
      const refusal = refusalOf(() => lifecycle.apply(state, action, subject, context));
      expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', details: { from: state } });
      expect(refusal.details['allowed']).toEqual(
        lifecycle.actionNames.filter((name) => lifecycle.actions[name]?.from.includes(state)),
      );
    },
  );

  it.each(PROCESSES.map(([lifecycle, subjectFor]) => [lifecycle.name, lifecycle, subjectFor] as const))(
    '%s comes to where its history leads, whatever is tried in whatever order, and never leaves an end',
    (_, lifecycle, subjectFor) => {
      const tries = fc.array(fc.constantFrom(...lifecycle.actionNames), { maxLength: 40 });
      fc.assert(
        fc.property(tries, (actions) => {
          let state = lifecycle.initial;
          const history: { action: string; from: string; to: string }[] = [];
          for (const action of actions) {
            try {
              const step = lifecycle.apply(state, action, subjectFor(action), contextFor(action));
              expect(lifecycle.terminal).not.toContain(state);
              history.push({ action, from: step.from, to: step.to });
              state = step.to;
            } catch (error) {
              if (!(error instanceof DomainError)) throw error;
              expect(error.code).toBe('INVALID_TRANSITION');
            }
          }
          expect(lifecycle.fold(history)).toBe(state);
        }),
      );
    },
  );

  it.each(NAMED)(
    '%s asks for permissions that some role holds, and names its states',
    (_, lifecycle, labels) => {
      const held = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
      for (const permission of lifecycle.permissions.filter((each) => each !== SYSTEM_ONLY)) {
        expect(Object.keys(PERMISSIONS)).toContain(permission);
        expect([...held]).toContain(permission);
      }
      expect(Object.keys(labels).sort()).toEqual([...lifecycle.states].sort());
      for (const [state, label] of Object.entries(labels))
        expect(stateLabel(lifecycle.name, state)).toBe(label);
    },
  );

  it('is never done by the system in somebody’s name', () => {
    expect(Object.keys(PERMISSIONS)).not.toContain(SYSTEM_ONLY);
  });

  it.each(NAMED)('%s is drawn in the README as it is', (_, lifecycle) => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(lifecycle.toMermaid().trim());
  });

  it('needs two officials for a beacon, and the same value from both', () => {
    const entered = { ...DRAW, announcedBy: 'chief' };
    const confirm = (actorId: string, value: string) => () =>
      drawProcess.apply('BEACON_ENTERED', 'confirmBeacon', entered, { actorId, value });
    expect(refusalOf(confirm('planner', 'x')).code).toBe('SAME_OFFICIAL');
    expect(refusalOf(confirm('chief', 'x')).code).toBe('SAME_OFFICIAL');
    expect(refusalOf(confirm('corrector', 'x')).code).toBe('SAME_OFFICIAL');
    expect(refusalOf(confirm('reviewer', 'y')).code).toBe('BEACON_MISMATCH');
    expect(confirm('reviewer', 'x')().to).toBe('BEACON_CONFIRMED');
  });

  it.each([
    ['ANNOUNCED', 'void', { beaconMayBeKnown: false }, 'planner', undefined],
    ['ANNOUNCED', 'void', {}, 'planner', 'SAME_OFFICIAL'],
    ['BEACON_ENTERED', 'void', {}, 'planner', 'SAME_OFFICIAL'],
    ['BEACON_ENTERED', 'void', {}, 'another', undefined],
    ['DRAWN', 'discard', {}, 'planner', 'SAME_OFFICIAL'],
    ['DRAWN', 'discard', {}, 'checker', 'SAME_OFFICIAL'],
    ['DRAWN', 'discard', { begunTasks: 1 }, 'checker', 'SAME_OFFICIAL'],
    ['DRAWN', 'discard', { begunTasks: 1 }, 'reviewer', 'INSPECTION_BEGUN'],
    ['INFEASIBLE', 'discard', {}, 'checker', 'SAME_OFFICIAL'],
    ['INFEASIBLE', 'discard', {}, 'planner', 'SAME_OFFICIAL'],
    ['INFEASIBLE', 'discard', { announcedBy: 'reviewer' }, 'reviewer', 'SAME_OFFICIAL'],
    ['INFEASIBLE', 'discard', {}, 'reviewer', undefined],
  ] as const)('lets a draw that is %s %s, %j, by the %s: %s', (state, action, facts, actorId, code) => {
    const act = () => drawProcess.apply(state, action, { ...DRAW, ...facts }, { actorId, reason: '示例' });
    if (code === undefined) expect(act().to).toBe('VOIDED');
    else expect(refusalOf(act).code).toBe(code);
  });

  it('lets nobody of a team throw the draw away', () => {
    const context = { actorId: 'reviewer', isInTeam: true, reason: '示例' };
    expect(refusalOf(() => drawProcess.apply('DRAWN', 'discard', DRAW, context)).code).toBe('SAME_OFFICIAL');
  });

  it('lets nobody throw away a result they have seen', () => {
    const context = { actorId: 'reviewer', hasLooked: true, reason: '示例' };
    expect(refusalOf(() => drawProcess.apply('DRAWN', 'discard', DRAW, context)).code).toBe('RESULT_SEEN');
  });

  it('opens no draw while an inspection is outstanding', () => {
    const draw = { ...DRAW, outstandingTasks: 2 };
    const refusal = refusalOf(() => drawProcess.apply('DRAWN', 'open', draw, { actorId: 'planner' }));
    expect(refusal).toMatchObject({ code: 'TASKS_OUTSTANDING', details: { count: 2 } });
  });

  it('voids nothing without a reason', () => {
    const act = () => drawProcess.apply('DRAWN', 'discard', DRAW, { actorId: 'reviewer', reason: '  ' });
    expect(refusalOf(act).code).toBe('REASON_REQUIRED');
  });

  it.each([
    [{ resultCode: null }, 'reviewer', 'NOT_REPORTED_GONE'],
    [{ resultCode: 'NO_PROBLEM' }, 'reviewer', 'NOT_REPORTED_GONE'],
    [{ resultCode: 'REFUSED' }, 'reviewer', 'NOT_REPORTED_GONE'],
    [{}, 'reviewer', 'NOT_CO_SIGNED'],
    [{ coSignedBy: 'other' }, 'other', 'SAME_OFFICIAL'],
    [{ coSignedBy: 'other' }, 'one', 'SAME_OFFICIAL'],
  ] as const)('replaces nobody with %j by the %s: %s', (facts, actorId, code) => {
    const act = () =>
      taskProcess.apply('SUBMITTED', 'replace', { ...TASK, ...facts }, { actorId, reason: '示例' });
    expect(refusalOf(act).code).toBe(code);
  });

  it.each(['publish', 'publishDue'] as const)(
    'does not %s what one inspector alone says is gone',
    (action) => {
      const result = { members: ['one', 'other'], resultCode: 'RELOCATED', coSignedBy: null };
      const act = (resultCode: string) =>
        resultProcess.apply('PENDING', action, { ...result, resultCode }, { actorId: 'reviewer' });
      expect(refusalOf(() => act('RELOCATED')).code).toBe('NOT_CO_SIGNED');
      expect(act('NO_PROBLEM').to).toBe('PUBLISHED');
    },
  );

  it('asks for each finding that is missing, but for none where the institution is gone', () => {
    const items = [
      { id: 'a', title: '疏散通道' },
      { id: 'b', title: '食品留样' },
    ];
    const task = { ...TASK, items, findings: [{ itemId: 'b', outcome: 'PASS' as const }], resultCode: null };
    const submit = (code: string) => () =>
      taskProcess.apply('IN_PROGRESS', 'submit', task, {
        actorId: 'one',
        result: { code, excludesOthers: false, requiresFollowUp: false },
      });
    expect(refusalOf(submit('NO_PROBLEM'))).toMatchObject({
      code: 'FINDINGS_INCOMPLETE',
      details: { count: 1 },
      fields: [{ pointer: '/findings/a', code: 'FINDINGS_INCOMPLETE', message: '“疏散通道”还没有结论' }],
    });
    expect(submit('CLOSED')().to).toBe('SUBMITTED');
  });

  it('sends nobody alone', () => {
    const act = () =>
      taskProcess.apply('ASSIGNED', 'start', { ...TASK, assignees: ['one'] }, { actorId: 'one' });
    expect(refusalOf(act).code).toBe('NOT_ENOUGH_TEAM');
  });

  it('begins nothing while somebody of the team cannot go', () => {
    const start = (absent: readonly string[]) => () =>
      taskProcess.apply('ASSIGNED', 'start', { ...TASK, resultCode: null }, { actorId: 'one', absent });
    expect(refusalOf(start(['other'])).code).toBe('TEAM_INCOMPLETE');
    expect(start([])().to).toBe('IN_PROGRESS');
  });

  it.each([
    ['standInBefore', {}, {}, 'INSPECTOR_PRESENT'],
    ['standInBefore', {}, { absent: ['other'], actorId: 'one' }, 'SAME_OFFICIAL'],
    ['standInBefore', {}, { absent: ['other'], reason: ' ' }, 'REASON_REQUIRED'],
    ['standInDuring', {}, {}, 'INSPECTOR_PRESENT'],
    ['standInToSign', {}, { absent: ['one'] }, 'INSPECTOR_PRESENT'],
    ['standInToSign', { resultCode: 'NO_PROBLEM' }, { absent: ['other'] }, 'NOT_REPORTED_GONE'],
    ['standInToSign', { coSignedBy: 'other' }, { absent: ['other'] }, 'ALREADY_CO_SIGNED'],
    ['standInToSign', {}, { absent: ['other'], isPublished: true }, 'RESULT_PUBLISHED'],
  ] as const)('%s lets %j with %j stay as it is: %s', (action, facts, context, code) => {
    const [from] = taskProcess.actions[action].from;
    const act = () => taskProcess.apply(from, action, { ...TASK, ...facts }, { ...CONTEXT, ...context });
    expect(refusalOf(act).code).toBe(code);
  });
});
