import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { hindranceToExtend } from '../src/domain/extension';
import { extensionProcess, type ExtensionStatus } from '../src/domain/extension.process';

const ASKED = { askedBy: 'one', dueBefore: plainDate('2026-10-09') };
const BY_ANOTHER = { actorId: 'two', today: plainDate('2026-10-09'), reason: '理由' };
const AFTER = { approve: 'APPROVED', decline: 'DECLINED', lapse: 'LAPSED' } as const;

describe('the life of an extension of a term', () => {
  const pairs = extensionProcess.states.flatMap((state) =>
    extensionProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const act = () => extensionProcess.apply(state, action, ASKED, BY_ANOTHER);
    if (state === 'ASKED') expect(act()).toMatchObject({ to: AFTER[action] });
    else expect(act).toThrow('INVALID_TRANSITION');
  });

  it('ends once, whatever people do, and is never approved by whoever asked or after the last day', () => {
    const acts = fc.record({
      action: fc.constantFrom(...extensionProcess.actionNames),
      actorId: fc.constantFrom('one', 'two'),
      today: fc.constantFrom(...['2026-10-08', '2026-10-09', '2026-10-10'].map(plainDate)),
    });
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 10 }), (tried) => {
        let state: ExtensionStatus = extensionProcess.initial;
        for (const { action, actorId, today } of tried) {
          const allowed = extensionProcess.availableActions(
            state,
            new Set(extensionProcess.permissions),
            ASKED,
            { actorId, today },
          );
          expect(state === 'ASKED' || allowed.length === 0).toBe(true);
          if (actorId === 'one') expect(allowed.filter((each) => each !== 'lapse')).toEqual([]);
          if (today > ASKED.dueBefore) expect(allowed).not.toContain('approve');
          if (!allowed.includes(action)) continue;
          state = extensionProcess.apply(state, action, ASKED, { actorId, today, reason: '理由' }).to;
        }
      }),
    );
    const { reason: _reason, ...silent } = BY_ANOTHER;
    expect(() => extensionProcess.apply('ASKED', 'decline', ASKED, silent)).toThrow('REASON_REQUIRED');
  });

  it('is asked for once at a time, given once a case, and only while the term of a licence runs', () => {
    const dueOn = plainDate('2026-10-09');
    const licence = { regime: 'LICENCE', type: 'INITIAL', status: 'SUBMITTED', dueOn } as const;
    const hindrance = (more: object = {}, before: ExtensionStatus[] = [], today = dueOn) =>
      hindranceToExtend(
        { ...licence, ...more },
        before.map((status) => ({ status })),
        today,
      );
    expect(hindrance()).toBeNull();
    expect(hindrance({ type: 'CHANGE' }, ['DECLINED', 'LAPSED'])).toBeNull();
    expect(hindrance({ regime: 'FILING' })).toBe('NOT_EXTENDABLE');
    expect(hindrance({ type: 'SUSPENSION' })).toBe('NOT_EXTENDABLE');
    expect(hindrance({ status: 'RETURNED', dueOn: null })).toBe('CASE_NOT_OPEN');
    expect(hindrance({}, [], plainDate('2026-10-10'))).toBe('EXTENSION_TOO_LATE');
    expect(hindrance({}, ['DECLINED', 'ASKED'])).toBe('EXTENSION_ASKED_ALREADY');
    expect(hindrance({}, ['APPROVED'])).toBe('EXTENDED_ALREADY');
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${extensionProcess.toMermaid()}\`\`\``);
    for (const [name, spec] of Object.entries(extensionProcess.actions)) {
      expect(readme).toContain(
        `| \`${name}\` ${spec.label} | ${spec.from.join(', ')} | ${spec.to} | \`${spec.permission}\` |`,
      );
    }
  });
});
