import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  disclosureProcess,
  disclosureStatus,
  type DisclosureAction,
  type DisclosureStatus,
} from '../src/domain/disclosure.process';

/** Written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<DisclosureStatus, Partial<Record<DisclosureAction, DisclosureStatus>>>> = {
  UNPUBLISHED: { publish: 'PUBLISHED' },
  PUBLISHED: { correct: 'PUBLISHED', withdraw: 'WITHDRAWN' },
  WITHDRAWN: { publish: 'PUBLISHED' },
};

describe('what the public is told of a filing that does not meet the standards', () => {
  const pairs = disclosureProcess.states.flatMap((state) =>
    disclosureProcess.actionNames.map((action) => [state, action] as const),
  );
  it.each(pairs)('%s, %s', (state, action) => {
    const act = () => disclosureProcess.apply(state, action, undefined, { reason: '理由' });
    const to = EXPECTED[state][action];
    if (to === undefined) expect(act).toThrow('INVALID_TRANSITION');
    else expect(act()).toMatchObject({ from: state, to });
  });

  it.each(['correct', 'withdraw'] as const)('%s needs a reason', (action) => {
    expect(() => disclosureProcess.apply('PUBLISHED', action)).toThrow('REASON_REQUIRED');
  });

  it('stands where its last line leaves it, which is where the acts fold to, whatever people try', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...disclosureProcess.actionNames), { maxLength: 30 }), (tried) => {
        const lines = [];
        for (const action of tried) {
          const state = disclosureStatus(lines);
          if (EXPECTED[state][action] === undefined) continue;
          lines.push(disclosureProcess.apply(state, action, undefined, { reason: '理由' }));
        }
        expect(disclosureStatus(lines)).toBe(disclosureProcess.fold(lines));
      }),
    );
  });

  it('is drawn in the README as the table says', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${disclosureProcess.toMermaid()}\`\`\``);
  });
});
