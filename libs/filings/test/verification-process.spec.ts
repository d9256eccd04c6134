import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  verificationProcess,
  type VerificationAction,
  type VerificationStatus,
} from '../src/domain/verification.process';

/** What the law and the README say, written down a second time: state × action → state afterwards. */
const LOOKED_AT = { confirm: 'VERIFIED', mismatch: 'MISMATCH_FOUND', cancel: 'CANCELLED' } as const;
const EXPECTED: Readonly<
  Record<VerificationStatus, Partial<Record<VerificationAction, VerificationStatus>>>
> = {
  OPEN: { ...LOOKED_AT, withdraw: 'CANCELLED' },
  MISMATCH_FOUND: { ...LOOKED_AT, correct: 'RECHECK', amend: 'RECHECK', refile: 'RECHECK' },
  RECHECK: { ...LOOKED_AT, settle: 'VERIFIED' },
  VERIFIED: {},
  CANCELLED: {},
};

describe('the life of a verification on the spot', () => {
  const pairs = verificationProcess.states.flatMap((state) =>
    verificationProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => verificationProcess.apply(state, action, undefined, { reason: '理由' });
    if (to === undefined) expect(act).toThrow(DomainError);
    else expect(act()).toMatchObject({ from: state, to });
  });

  it('needs words where something was put right, or is not looked at any more', () => {
    expect(() => verificationProcess.apply('MISMATCH_FOUND', 'correct')).toThrow('REASON_REQUIRED');
    expect(() => verificationProcess.apply('OPEN', 'cancel')).toThrow('REASON_REQUIRED');
    expect(() => verificationProcess.apply('OPEN', 'withdraw')).toThrow('REASON_REQUIRED');
    expect(() => verificationProcess.apply('RECHECK', 'settle')).toThrow('REASON_REQUIRED');
  });

  it('ends in the state that its history folds to, and is verified only after a visit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...verificationProcess.actionNames), { maxLength: 30 }),
        (actions) => {
          let state: VerificationStatus = verificationProcess.initial;
          const history = [];
          for (const action of actions) {
            if (!verificationProcess.actions[action].from.some((from) => from === state)) continue;
            const applied = verificationProcess.apply(state, action, undefined, { reason: '理由' });
            history.push(applied);
            state = applied.to;
          }
          expect(verificationProcess.fold(history)).toBe(state);
          const acts = history.map(({ action }) => action);
          if (state === 'VERIFIED') expect(['confirm', 'settle']).toContain(acts.at(-1));
          if (acts.includes('settle')) expect(acts).toContain('mismatch');
        },
      ),
    );
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${verificationProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(verificationProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
