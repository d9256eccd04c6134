import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLE_PERMISSIONS, stateLabel } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import { DRAW_STATUS_LABELS, drawProcess, SYSTEM_ONLY } from '../src/domain/draw.process';
import { RESULT_STATUS_LABELS, resultProcess } from '../src/domain/result.process';
import { TASK_STATUS_LABELS, taskProcess } from '../src/domain/task.process';

interface Table {
  readonly from: readonly string[];
  readonly to: string;
  readonly permission: string;
}
interface AnyProcess {
  readonly name: string;
  readonly states: readonly string[];
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
  toMermaid(): string;
}
// The three tables differ in their literal types only; what is asked of them here is the same.
const untyped = (lifecycle: unknown): AnyProcess => lifecycle as AnyProcess;

const CONTEXT = { actorId: 'reviewer', reason: '示例·理由' };
const PROCESSES = [
  [
    untyped(drawProcess),
    { beaconEnteredBy: 'planner', beaconValue: 'x', outstandingTasks: 0 },
    DRAW_STATUS_LABELS,
  ],
  [
    untyped(taskProcess),
    { teamSize: 2, itemCount: 0, findings: [], resultCode: 'CLOSED' },
    TASK_STATUS_LABELS,
  ],
  [untyped(resultProcess), { members: ['inspector'] }, RESULT_STATUS_LABELS],
] as const;

const NAMED = PROCESSES.map(([lifecycle, , labels]) => [lifecycle.name, lifecycle, labels] as const);

const cases = PROCESSES.flatMap(([lifecycle, subject]) =>
  lifecycle.states.flatMap((state) =>
    lifecycle.actionNames.map((action) => [lifecycle.name, state, action, lifecycle, subject] as const),
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
      const everyone = new Set(lifecycle.permissions);
      expect(lifecycle.availableActions(state, everyone, subject, CONTEXT).includes(action)).toBe(
        from.includes(state),
      );
      if (from.includes(state)) {
        expect(lifecycle.apply(state, action, subject, CONTEXT)).toMatchObject({ from: state, to });
        return;
      }
      const refusal = refusalOf(() => lifecycle.apply(state, action, subject, CONTEXT));
      expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', details: { from: state } });
      expect(refusal.details['allowed']).toEqual(
        lifecycle.actionNames.filter((name) => lifecycle.actions[name]?.from.includes(state)),
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
    const entered = { beaconEnteredBy: 'planner', beaconValue: 'x', outstandingTasks: 0 };
    const confirm = (actorId: string, value: string) => () =>
      drawProcess.apply('BEACON_ENTERED', 'confirmBeacon', entered, { actorId, value });
    expect(refusalOf(confirm('planner', 'x')).code).toBe('SAME_OFFICIAL');
    expect(refusalOf(confirm('reviewer', 'y')).code).toBe('BEACON_MISMATCH');
    expect(confirm('reviewer', 'x')().to).toBe('BEACON_CONFIRMED');
  });

  it('opens no draw while an inspection is outstanding', () => {
    const draw = { beaconEnteredBy: null, beaconValue: null, outstandingTasks: 2 };
    const refusal = refusalOf(() => drawProcess.apply('DRAWN', 'open', draw, { actorId: 'planner' }));
    expect(refusal).toMatchObject({ code: 'TASKS_OUTSTANDING', details: { count: 2 } });
  });

  it('voids nothing without a reason', () => {
    const draw = { beaconEnteredBy: null, beaconValue: null, outstandingTasks: 0 };
    const act = () => drawProcess.apply('DRAWN', 'discard', draw, { actorId: 'planner', reason: '  ' });
    expect(refusalOf(act).code).toBe('REASON_REQUIRED');
  });

  it('replaces nobody whom the inspectors have not reported gone', () => {
    const subject = { teamSize: 2, itemCount: 0, findings: [] };
    for (const resultCode of [null, 'NO_PROBLEM', 'PROBLEMS_PENDING', 'REFUSED']) {
      const act = () =>
        taskProcess.apply('SUBMITTED', 'replace', { ...subject, resultCode }, { reason: '示例' });
      expect(refusalOf(act).code).toBe('NOT_REPORTED_GONE');
    }
  });

  it('sends nobody alone', () => {
    const task = { teamSize: 1, itemCount: 0, findings: [], resultCode: null };
    expect(refusalOf(() => taskProcess.apply('ASSIGNED', 'start', task, {})).code).toBe('NOT_ENOUGH_TEAM');
  });
});
