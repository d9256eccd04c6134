import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLE_PERMISSIONS, SYSTEM_ONLY, type Role } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { filingProcess, type FilingAction, type FilingStatus } from '../src/domain/filing.process';

/** What the law and api.md say, written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<FilingStatus, Partial<Record<FilingAction, FilingStatus>>>> = {
  DRAFT: { submit: 'SUBMITTED', abandon: 'ABANDONED' },
  SUBMITTED: {
    return: 'RETURNED',
    refuse: 'REFUSED',
    accept: 'ACCEPTED',
    withdraw: 'WITHDRAWN',
    extend: 'SUBMITTED',
    admit: 'SUBMITTED',
    presume: 'SUBMITTED',
    dismiss: 'DISMISSED',
    renew: 'SUBMITTED',
  },
  RETURNED: { submit: 'SUBMITTED', refuse: 'REFUSED', lapse: 'LAPSED', withdraw: 'WITHDRAWN' },
  DISMISSED: {},
  REFUSED: {},
  ACCEPTED: {},
  LAPSED: {},
  WITHDRAWN: {},
  ABANDONED: {},
};

describe('the life of a filing', () => {
  const pairs = filingProcess.states.flatMap((state) =>
    filingProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => filingProcess.apply(state, action, undefined, { reason: '理由' });
    if (to !== undefined) {
      expect(act()).toMatchObject({ from: state, to });
      return;
    }
    expect(act).toThrow(DomainError);
    try {
      act();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'INVALID_TRANSITION',
        details: { from: state, allowed: Object.keys(EXPECTED[state]) },
      });
    }
  });

  it.each(['return', 'refuse', 'extend', 'dismiss'] as const)('%s needs a reason', (action) => {
    expect(() => filingProcess.apply('SUBMITTED', action)).toThrow('REASON_REQUIRED');
    expect(() => filingProcess.apply('SUBMITTED', action, undefined, { reason: ' ' })).toThrow(
      'REASON_REQUIRED',
    );
  });

  it('asks only for permissions that some role has; lapsing is the clock’s alone', () => {
    const granted = new Set(
      (Object.keys(ROLE_PERMISSIONS) as Role[]).flatMap((role) => ROLE_PERMISSIONS[role]),
    );
    const asked = filingProcess.permissions.filter((permission) => permission !== SYSTEM_ONLY);
    for (const permission of asked) expect([...granted]).toContain(permission);
    expect(filingProcess.actions.lapse.permission).toBe(SYSTEM_ONLY);
    expect(filingProcess.actions.presume.permission).toBe(SYSTEM_ONLY);
    expect([...granted]).not.toContain(SYSTEM_ONLY);
  });

  it('ends in the state that its history folds to, whatever people do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...filingProcess.actionNames), { maxLength: 30 }), (actions) => {
        let state: FilingStatus = filingProcess.initial;
        const history = [];
        for (const action of actions) {
          if (!filingProcess.actions[action].from.some((from) => from === state)) continue;
          const applied = filingProcess.apply(state, action, undefined, { reason: '理由' });
          history.push(applied);
          state = applied.to;
        }
        expect(filingProcess.fold(history)).toBe(state);
      }),
    );
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${filingProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(filingProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
