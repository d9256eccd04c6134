import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, rolesWith, stateLabel, type Permission } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  UNFILED_STATUS_LABELS,
  unfiledSiteProcess,
  type UnfiledAction,
  type UnfiledStatus,
} from '../src/domain/unfiled-site.process';

/** Written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<UnfiledStatus, Partial<Record<UnfiledAction, UnfiledStatus>>>> = {
  FOUND: { urge: 'URGED', settle: 'FILED', dismiss: 'NOT_OBLIGED' },
  URGED: { urge: 'URGED', settle: 'FILED', dismiss: 'NOT_OBLIGED' },
  FILED: {},
  NOT_OBLIGED: {},
};
const REASON = { reason: '示例·理由' };
const everyone = new Set(unfiledSiteProcess.permissions);

describe('a place that has not filed', () => {
  const pairs = unfiledSiteProcess.states.flatMap((state) =>
    unfiledSiteProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => unfiledSiteProcess.apply(state, action, undefined, REASON);
    if (to !== undefined) expect(act()).toMatchObject({ from: state, to });
    else expect(act).toThrow(DomainError);
  });

  it.each(['urge', 'dismiss'] as const)('%s says what was found', (action) => {
    expect(() => unfiledSiteProcess.apply('FOUND', action, undefined, { reason: ' ' })).toThrow(
      'REASON_REQUIRED',
    );
  });

  it('ends once, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...unfiledSiteProcess.actionNames), { maxLength: 12 }), (acts) => {
        let state: UnfiledStatus = unfiledSiteProcess.initial;
        let ended = 0;
        for (const action of acts) {
          const allowed = unfiledSiteProcess.availableActions(state, everyone).includes(action);
          if (!allowed) {
            expect(() => unfiledSiteProcess.apply(state, action, undefined, REASON)).toThrow(DomainError);
            continue;
          }
          state = unfiledSiteProcess.apply(state, action, undefined, REASON).to;
          if (state === 'FILED' || state === 'NOT_OBLIGED') ended += 1;
        }
        expect(ended).toBeLessThanOrEqual(1);
        const open = state === 'FOUND' || state === 'URGED';
        expect(unfiledSiteProcess.availableActions(state, everyone).length > 0).toBe(open);
      }),
    );
  });

  it('is the matter of who receives filings and of who inspects', () => {
    for (const permission of unfiledSiteProcess.permissions) {
      expect(Object.keys(PERMISSIONS)).toContain(permission);
      expect(rolesWith(permission as Permission)).toEqual(['REGISTRAR', 'INSPECTOR']);
    }
  });

  it('has its words and its diagram', () => {
    for (const state of unfiledSiteProcess.states) {
      expect(stateLabel('unfiled-site', state)).toBe(UNFILED_STATUS_LABELS[state]);
    }
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(unfiledSiteProcess.toMermaid().trim());
  });
});
