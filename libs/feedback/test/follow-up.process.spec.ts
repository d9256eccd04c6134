import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS, ROLE_PERMISSIONS, stateLabel } from '@zhaoguan/contracts';
import { DomainError } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  FOLLOW_UP_STATUS_LABELS,
  followUpProcess,
  HANDLING,
  type FollowUpAction,
  type FollowUpStatus,
} from '../src/domain/follow-up.process';

/** Written down a second time: state × action → state afterwards. */
const EXPECTED: Readonly<Record<FollowUpStatus, Partial<Record<FollowUpAction, FollowUpStatus>>>> = {
  OPEN: { contact: 'CONTACTED' },
  CONTACTED: { contact: 'CONTACTED', resolve: 'RESOLVED', dismiss: 'UNFOUNDED' },
  RESOLVED: { reopen: 'OPEN' },
  UNFOUNDED: { reopen: 'OPEN' },
};
const REASON = { reason: '示例·理由' };
const everyone = new Set(followUpProcess.permissions);

describe('the follow-up of a bad rating', () => {
  const pairs = followUpProcess.states.flatMap((state) =>
    followUpProcess.actionNames.map((action) => [state, action] as const),
  );

  it.each(pairs)('%s, %s', (state, action) => {
    const to = EXPECTED[state][action];
    const act = () => followUpProcess.apply(state, action, undefined, REASON);
    if (to !== undefined) expect(act()).toMatchObject({ from: state, to });
    else expect(act).toThrow(DomainError);
  });

  it.each(followUpProcess.actionNames)('%s says why, for the applicant reads it', (action) => {
    const [state] = followUpProcess.actions[action].from;
    expect(() => followUpProcess.apply(state, action, undefined, { reason: ' ' })).toThrow('REASON_REQUIRED');
  });

  it('folds every walk to the state where it stands, and concludes nothing without asking the applicant', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 14 }), (choices) => {
        let state: FollowUpStatus = followUpProcess.initial;
        const walk: { action: FollowUpAction; from: FollowUpStatus; to: FollowUpStatus }[] = [];
        for (const choice of choices) {
          const open = followUpProcess.availableActions(state, everyone);
          const action = open[choice % open.length] ?? 'contact';
          const { from, to } = followUpProcess.apply(state, action, undefined, REASON);
          if (to === 'RESOLVED' || to === 'UNFOUNDED') expect(walk.at(-1)?.action).toBe('contact');
          walk.push({ action, from, to });
          state = to;
        }
        expect(followUpProcess.fold(walk)).toBe(state);
      }),
    );
  });

  it('asks for permissions that exist, of who handles it and of the applicant, which nobody holds together', () => {
    for (const permission of followUpProcess.permissions)
      expect(Object.keys(PERMISSIONS)).toContain(permission);
    for (const action of HANDLING)
      expect(followUpProcess.actions[action].permission).toBe('rating.follow-up');
    const both = Object.values(ROLE_PERMISSIONS).filter(
      (held) => held.includes('rating.follow-up') && held.includes('rating.give'),
    );
    expect(both).toEqual([]);
  });

  it('is handled by no role that decides filings', () => {
    const both = Object.values(ROLE_PERMISSIONS).filter(
      (held) => held.includes('rating.follow-up') && held.includes('filing.accept'),
    );
    expect(both).toEqual([]);
  });

  it('names every state in Chinese', () => {
    expect(Object.keys(FOLLOW_UP_STATUS_LABELS).sort()).toEqual([...followUpProcess.states].sort());
    expect(stateLabel('rating-follow-up', 'OPEN')).toBe('待回访');
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(followUpProcess.toMermaid().trim());
  });
});
