import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLE_PERMISSIONS } from '@zhaoguan/contracts';
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
const untyped = (process: unknown): AnyProcess => process as AnyProcess;

const CONTEXT = { actorId: 'reviewer', reason: '示例·理由' };
const PROCESSES = [
  [
    untyped(drawProcess),
    { beaconEnteredBy: 'planner', beaconValue: 'x', outstandingTasks: 0 },
    DRAW_STATUS_LABELS,
  ],
  [untyped(taskProcess), { teamSize: 2, itemCount: 0, findings: [] }, TASK_STATUS_LABELS],
  [untyped(resultProcess), { members: ['inspector'] }, RESULT_STATUS_LABELS],
] as const;

const NAMED = PROCESSES.map(([process, , labels]) => [process.name, process, labels] as const);

const cases = PROCESSES.flatMap(([process, subject]) =>
  process.states.flatMap((state) =>
    process.actionNames.map((action) => [process.name, state, action, process, subject] as const),
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
    (_, state, action, process, subject) => {
      const { from, to } = process.actions[action] as Table;
      const everyone = new Set(process.permissions);
      expect(process.availableActions(state, everyone, subject, CONTEXT).includes(action)).toBe(
        from.includes(state),
      );
      if (from.includes(state)) {
        expect(process.apply(state, action, subject, CONTEXT)).toMatchObject({ from: state, to });
        return;
      }
      const refusal = refusalOf(() => process.apply(state, action, subject, CONTEXT));
      expect(refusal).toMatchObject({ code: 'INVALID_TRANSITION', details: { from: state } });
      expect(refusal.details['allowed']).toEqual(
        process.actionNames.filter((name) => process.actions[name]?.from.includes(state)),
      );
    },
  );

  it.each(NAMED)(
    '%s asks for permissions that some role holds, and names its states',
    (_, process, labels) => {
      const held = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
      for (const permission of process.permissions.filter((each) => each !== SYSTEM_ONLY)) {
        expect(Object.keys(PERMISSIONS)).toContain(permission);
        expect([...held]).toContain(permission);
      }
      expect(Object.keys(labels).sort()).toEqual([...process.states].sort());
    },
  );

  it('is never done by the system in somebody’s name', () => {
    expect(Object.keys(PERMISSIONS)).not.toContain(SYSTEM_ONLY);
  });

  it.each(NAMED)('%s is drawn in the README as it is', (_, process) => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(process.toMermaid().trim());
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
    const act = () => drawProcess.apply('DRAWN', 'void', draw, { actorId: 'planner', reason: '  ' });
    expect(refusalOf(act).code).toBe('REASON_REQUIRED');
  });

  it('sends nobody alone', () => {
    const task = { teamSize: 1, itemCount: 0, findings: [] };
    expect(refusalOf(() => taskProcess.apply('ASSIGNED', 'start', task, {})).code).toBe('NOT_ENOUGH_TEAM');
  });
});
