import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_PERMISSIONS, SYSTEM_ONLY, type Role } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { committedCodes, daysLeftAtLapse, type Commitment } from '../src/domain/commitment';
import {
  commitmentProcess,
  type CommitmentAction,
  type CommitmentStatus,
} from '../src/domain/commitment.process';

const DUE = plainDate('2026-12-28');
const AFTER = plainDate('2026-12-29');

/** Written down a second time: state × action → state afterwards, once the last day has passed. */
const EXPECTED: Readonly<Record<CommitmentStatus, Partial<Record<CommitmentAction, CommitmentStatus>>>> = {
  GIVEN: { withdraw: 'WITHDRAWN', bind: 'OPEN' },
  OPEN: { handIn: 'HANDED_IN', breach: 'BREACHED', lapse: 'LAPSED' },
  HANDED_IN: { handIn: 'HANDED_IN', confirm: 'KEPT', return: 'OPEN', breach: 'BREACHED', lapse: 'LAPSED' },
  KEPT: {},
  BREACHED: {},
  WITHDRAWN: {},
  LAPSED: { restore: 'OPEN', restoreHandedIn: 'HANDED_IN' },
};

describe('the life of a commitment', () => {
  const pairs = commitmentProcess.states.flatMap((state) =>
    commitmentProcess.actionNames.map((action) => [state, action] as const),
  );
  const act = (status: CommitmentStatus, action: CommitmentAction, today = AFTER, reason = '理由') => {
    const lapsedFrom = action === 'restoreHandedIn' ? 'HANDED_IN' : 'OPEN';
    return commitmentProcess.apply(status, action, { status, dueOn: DUE, lapsedFrom }, { today, reason });
  };

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    if (to !== undefined) {
      expect(act(state, action)).toMatchObject({ from: state, to });
      return;
    }
    expect(() => act(state, action)).toThrow(DomainError);
  });

  it('is not breached by silence before its last day has passed, by what is untrue at any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
        const today = addDays(DUE, days);
        if (days > 0) expect(act('OPEN', 'breach', today).to).toBe('BREACHED');
        else expect(() => act('OPEN', 'breach', today)).toThrow('COMMITMENT_NOT_DUE');
        expect(act('HANDED_IN', 'breach', today).to).toBe('BREACHED');
      }),
    );
  });

  it.each(['restore', 'restoreHandedIn'] as const)(
    '%s brings back what it was, and nothing else',
    (action) => {
      const lapsedFrom = action === 'restore' ? 'HANDED_IN' : 'OPEN';
      const lapsed = { status: 'LAPSED', dueOn: DUE, lapsedFrom };
      expect(() =>
        commitmentProcess.apply('LAPSED', action, lapsed, { today: AFTER, reason: '理由' }),
      ).toThrow('INVALID_TRANSITION');
    },
  );

  it('has the days that were left when it lapsed, and keeps a day that had passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), (days) => {
        const left = daysLeftAtLapse({ dueOn: DUE, lapsedOn: addDays(DUE, -days) });
        expect(left).toBe(days < 0 ? null : days);
      }),
    );
  });

  it.each(['return', 'breach'] as const)('%s needs a reason', (action) => {
    expect(() => act('HANDED_IN', action, AFTER, ' ')).toThrow('REASON_REQUIRED');
  });

  it('asks only for permissions that some role has', () => {
    const granted = new Set<string>(
      (Object.keys(ROLE_PERMISSIONS) as Role[]).flatMap((role) => ROLE_PERMISSIONS[role]),
    );
    const asked = [...commitmentProcess.permissions].filter((permission) => permission !== SYSTEM_ONLY);
    for (const permission of asked) expect([...granted]).toContain(permission);
  });

  it('ends in the state that its history folds to, and is never kept without having been handed in', () => {
    const actions = fc.array(fc.constantFrom(...commitmentProcess.actionNames), { maxLength: 30 });
    fc.assert(
      fc.property(actions, (wanted) => {
        let state: CommitmentStatus = commitmentProcess.initial;
        const history: ReturnType<typeof act>[] = [];
        for (const action of wanted) {
          if (!commitmentProcess.actions[action].from.some((from) => from === state)) continue;
          const lapsedFrom = history.at(-1)?.from;
          if (state === 'LAPSED' && commitmentProcess.actions[action].to !== lapsedFrom) continue;
          const applied = act(state, action);
          history.push(applied);
          state = applied.to;
        }
        expect(commitmentProcess.fold(history)).toBe(state);
        const done = history.map(({ action }) => action);
        if (state === 'KEPT') expect(done.slice(0, -1)).toContain('handIn');
        if (state === 'BREACHED') expect(done[0]).toBe('bind');
      }),
    );
  });

  it('stands for its material unless it was taken back', () => {
    const each = (code: string, status: CommitmentStatus) => ({ code, status }) as Commitment;
    expect(committedCodes([each('A', 'GIVEN'), each('B', 'WITHDRAWN'), each('C', 'OPEN')])).toEqual([
      'A',
      'C',
    ]);
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${commitmentProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(commitmentProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
