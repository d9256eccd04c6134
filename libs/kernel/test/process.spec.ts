import {
  type ActionOf,
  defineProcess,
  DomainError,
  type GuardRefusal,
  type StateOf,
  workingDays,
} from '@zhaoguan/kernel';
import fc from 'fast-check';

interface Door {
  readonly keys: number;
}
const hasKey = (door: Door): GuardRefusal | null =>
  door.keys > 0 ? null : { code: 'NO_KEY', details: { keys: door.keys } };

const door = defineProcess({
  name: 'door',
  states: ['SHUT', 'OPEN', 'LOCKED', 'BRICKED_UP'],
  initial: 'SHUT',
  terminal: ['BRICKED_UP'],
  actions: {
    open: { from: ['SHUT'], to: 'OPEN', permission: 'door.use', label: '开门' },
    shut: { from: ['OPEN'], to: 'SHUT', permission: 'door.use', label: '关门', emits: 'door.shut' },
    lock: {
      from: ['SHUT'],
      to: 'LOCKED',
      permission: 'door.lock',
      label: '上锁',
      guards: [hasKey],
      deadline: workingDays(2),
    },
    unlock: { from: ['LOCKED'], to: 'SHUT', permission: 'door.lock', label: '开锁', guards: [hasKey] },
    brickUp: {
      from: ['SHUT', 'LOCKED'],
      to: 'BRICKED_UP',
      permission: 'door.brick-up',
      label: '封堵：永久',
      reasonRequired: true,
      legalBasis: '示例·门窗管理办法第一条',
    },
  },
});

type State = StateOf<typeof door>;
type Action = ActionOf<typeof door>;
const everyPermission = new Set(door.permissions);
const withKey: Door = { keys: 1 };
const reason = { reason: '墙体改造' };
const pairs = door.states.flatMap((state) => door.actionNames.map((action) => [state, action] as const));

function refusal(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a process', () => {
  it.each(pairs)('in %s answers %s by its table, and nothing else', (state: State, action: Action) => {
    const spec = door.actions[action];
    const from: readonly State[] = spec.from;
    if (from.includes(state)) {
      expect(door.apply(state, action, withKey, reason)).toMatchObject({ from: state, to: spec.to, action });
    } else {
      const allowed = door.availableActions(state, everyPermission);
      expect(refusal(() => door.apply(state, action, withKey, reason))).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { process: 'door', action, from: state, allowed },
      });
    }
  });

  it('tells what the table says about the act', () => {
    expect(door.apply('SHUT', 'lock', withKey)).toEqual({
      from: 'SHUT',
      to: 'LOCKED',
      action: 'lock',
      permission: 'door.lock',
      label: '上锁',
      emits: undefined,
      deadline: { unit: 'WORKING_DAY', amount: 2 },
      legalBasis: undefined,
    });
    expect(door.apply('OPEN', 'shut', withKey).emits).toBe('door.shut');
  });

  it('passes on the refusal of a guard', () => {
    expect(refusal(() => door.apply('SHUT', 'lock', { keys: 0 }))).toMatchObject({
      code: 'NO_KEY',
      details: { keys: 0 },
    });
  });

  it('asks the state before the reason and the reason before the guards', () => {
    expect(refusal(() => door.apply('OPEN', 'brickUp', withKey)).code).toBe('INVALID_TRANSITION');
    expect(refusal(() => door.apply('SHUT', 'brickUp', withKey)).code).toBe('REASON_REQUIRED');
    expect(refusal(() => door.apply('SHUT', 'brickUp', withKey, { reason: ' 　' })).code).toBe(
      'REASON_REQUIRED',
    );
    expect(door.apply('SHUT', 'brickUp', withKey, reason).to).toBe('BRICKED_UP');
  });

  it('offers what state, permission and guards allow together', () => {
    expect(door.availableActions('SHUT', everyPermission)).toEqual(['open', 'lock', 'brickUp']);
    expect(door.availableActions('SHUT', new Set(['door.lock']))).toEqual(['lock']);
    expect(door.availableActions('SHUT', everyPermission, { keys: 0 })).toEqual(['open', 'brickUp']);
    expect(door.availableActions('BRICKED_UP', everyPermission)).toEqual([]);
    expect(door.availableActions('SHUT', new Set())).toEqual([]);
  });

  it('offers exactly what it then performs', () => {
    for (const [state, action] of pairs) {
      for (const subject of [withKey, { keys: 0 }]) {
        const offered = door.availableActions(state, everyPermission, subject).includes(action);
        const attempt = () => door.apply(state, action, subject, reason);
        if (offered) expect(attempt).not.toThrow();
        else expect(attempt).toThrow(DomainError);
      }
    }
  });

  it('refuses an action that only the prototype chain knows', () => {
    expect(refusal(() => door.apply('SHUT', 'toString' as Action, withKey)).code).toBe('INVALID_TRANSITION');
  });

  it('folds any history it performed to the state it reached', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 30 }), (choices) => {
        let state: State = door.initial;
        const history = [];
        for (const choice of choices) {
          const options = door.availableActions(state, everyPermission, withKey);
          const action = options[choice % Math.max(options.length, 1)];
          if (!action) break;
          const row = door.apply(state, action, withKey, reason);
          history.push(row);
          state = row.to;
        }
        expect(door.fold(history)).toBe(state);
      }),
    );
  });

  it.each([
    [
      'a gap',
      [
        { action: 'open', from: 'SHUT', to: 'OPEN' },
        { action: 'lock', from: 'SHUT', to: 'LOCKED' },
      ],
      1,
    ],
    ['an act its state does not allow', [{ action: 'unlock', from: 'SHUT', to: 'SHUT' }], 0],
    ['another target than the table', [{ action: 'open', from: 'SHUT', to: 'LOCKED' }], 0],
    ['an unknown act', [{ action: 'burn', from: 'SHUT', to: 'OPEN' }], 0],
  ])('finds %s in a history', (_fault, history, index) => {
    expect(refusal(() => door.fold(history))).toMatchObject({
      code: 'BROKEN_HISTORY',
      details: { process: 'door', index },
    });
  });

  it('lists its permissions and its ends', () => {
    expect(door.permissions).toEqual(['door.brick-up', 'door.lock', 'door.use']);
    expect(door.terminal).toEqual(['BRICKED_UP']);
  });

  it('gives SQL the condition for its state column', () => {
    expect(door.sqlCheck('status')).toBe("status IN ('SHUT', 'OPEN', 'LOCKED', 'BRICKED_UP')");
    expect(() => door.sqlCheck('status; drop table x')).toThrow(RangeError);
  });

  it('draws itself', () => {
    expect(door.toMermaid()).toBe(
      `stateDiagram-v2
    [*] --> SHUT
    SHUT --> OPEN: 开门
    OPEN --> SHUT: 关门
    SHUT --> LOCKED: 上锁
    LOCKED --> SHUT: 开锁
    SHUT --> BRICKED_UP: 封堵：永久
    LOCKED --> BRICKED_UP: 封堵：永久
    BRICKED_UP --> [*]
`,
    );
  });
});

describe('a table that contradicts itself', () => {
  const move = { from: ['A'], to: 'B', permission: 'x.move', label: '移' };
  const sound = { name: 'x', states: ['A', 'B'], initial: 'A', actions: { move } };

  it('is told from a sound one', () => {
    expect(defineProcess<string, Record<string, typeof move>>(sound).terminal).toEqual(['B']);
  });

  it.each([
    ['has no states', { ...sound, states: [] }],
    ['state A is listed twice', { ...sound, states: ['A', 'B', 'A'] }],
    ['state b is not UPPER_SNAKE', { ...sound, states: ['A', 'B', 'b'] }],
    ['initial state C is unknown', { ...sound, initial: 'C' }],
    ['state C is unreachable', { ...sound, states: ['A', 'B', 'C'] }],
    ['terminal state A has a way out', { ...sound, terminal: ['A', 'B'] }],
    ['state B has no way out but is not terminal', { ...sound, terminal: [] }],
    ['terminal state C is unknown', { ...sound, terminal: ['B', 'C'] }],
    ['terminal state B is listed twice', { ...sound, terminal: ['B', 'B'] }],
    ['action Move is not camelCase', { ...sound, actions: { Move: move } }],
    ['action move starts nowhere', { ...sound, actions: { move: { ...move, from: [] } } }],
    ['action move starts from A twice', { ...sound, actions: { move: { ...move, from: ['A', 'A'] } } }],
    ['action move names the unknown state C', { ...sound, actions: { move: { ...move, to: 'C' } } }],
    [
      'action move has a malformed permission “move”',
      { ...sound, actions: { move: { ...move, permission: 'move' } } },
    ],
    [
      'action move emits a malformed event “Moved”',
      { ...sound, actions: { move: { ...move, emits: 'Moved' } } },
    ],
    ['action move has no label', { ...sound, actions: { move: { ...move, label: ' ' } } }],
  ])('is refused when the module loads: %s', (fault, definition) => {
    expect(() => defineProcess<string, Record<string, typeof move>>(definition)).toThrow(`Process x: `);
    expect(() => defineProcess<string, Record<string, typeof move>>(definition)).toThrow(fault);
  });
});
