import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTITUTION_STATUSES, stateLabel } from '@zhaoguan/contracts';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  INSTITUTION_STATE_LABELS,
  institutionProcess,
  openFilings,
  type InstitutionAction,
} from '../src/domain/institution.process';

const FILED = { status: 'OPERATING', filingEndedAs: null, regime: 'FILING', validUntil: null } as const;

describe('the life of an institution', () => {
  it('has the states that the registry keeps, in words', () => {
    expect(institutionProcess.states).toEqual([...INSTITUTION_STATUSES]);
    for (const state of institutionProcess.states)
      expect(stateLabel('institution', state)).toBe(INSTITUTION_STATE_LABELS[state]);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(institutionProcess.toMermaid().trim());
  });

  it.each([
    ['OPERATING', false, ['CHANGE', 'SUSPENSION', 'CLOSURE']],
    ['SUSPENDED', false, ['CHANGE', 'SUSPENSION', 'RESUMPTION', 'CLOSURE']],
    ['SUSPENDED', true, ['CHANGE']],
    ['OPERATING', true, ['CHANGE']],
    ['CLOSED', false, []],
  ] as const)(
    'leaves open to its operator, when %s and a step waits: %s, %j',
    (status, isStepPending, types) => {
      expect(openFilings({ ...FILED, status }, isStepPending, false, false)).toEqual(types);
    },
  );

  it('leaves open to ask for the licence that the law wants, and for the next one where it ends', () => {
    const asked = (more: object, mayApply: boolean) =>
      openFilings({ ...FILED, ...more }, true, mayApply, false).includes('INITIAL');
    const ending = { regime: 'LICENCE', validUntil: plainDate('2031-11-22') };
    expect(asked({}, true)).toBe(true);
    expect(asked({}, false)).toBe(false);
    expect(asked(ending, true)).toBe(true);
    expect(asked({ ...ending, validUntil: null }, true)).toBe(false);
  });

  it('leaves open to apply, to stop and to end alone where its licence has expired', () => {
    const expired = { ...FILED, regime: 'LICENCE', validUntil: plainDate('2029-10-13') } as const;
    expect(openFilings(expired, false, true, true)).toEqual(['INITIAL', 'SUSPENSION', 'CLOSURE']);
    const suspended = { ...expired, status: 'SUSPENDED' } as const;
    expect(openFilings(suspended, false, true, true)).toEqual(['INITIAL', 'SUSPENSION', 'CLOSURE']);
  });

  it.each(['CANCELLED', 'REVOKED'] as const)(
    'leaves nothing open when its filing was %s',
    (filingEndedAs) => {
      expect(openFilings({ ...FILED, filingEndedAs }, false, true, false)).toEqual([]);
    },
  );

  it('ends once, whatever is asked of it, and takes people in only when nothing has stopped it since', () => {
    const steps = fc.array(fc.constantFrom<InstitutionAction>('suspend', 'prolong', 'resume', 'close'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (actions) => {
        let state: (typeof INSTITUTION_STATUSES)[number] = institutionProcess.initial;
        let closed = false;
        for (const action of actions) {
          const before = state;
          try {
            state = institutionProcess.apply(state, action).to;
            expect(closed).toBe(false);
            // What is prolonged was suspended, and stays so; every other step changes the state.
            if (action === 'prolong') expect([before, state]).toEqual(['SUSPENDED', 'SUSPENDED']);
            else expect(state).not.toBe(before);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
            expect(error.code).toBe('INVALID_TRANSITION');
          }
          closed ||= state === 'CLOSED';
        }
        expect(closed).toBe(state === 'CLOSED');
      }),
    );
  });
});
