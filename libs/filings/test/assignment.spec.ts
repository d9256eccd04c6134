import fc from 'fast-check';
import { assign, assignmentActions, release, take, type Assignment } from '../src/domain/assignment';

const deciding = (id: string) => ({ id, permissions: new Set(['filing.accept' as const]) });

describe('who conducts a case', () => {
  it('is whoever took it, took it over, or was given it last', () => {
    const people = fc.constantFrom('a', 'b', 'c');
    const step = fc.record({ by: people, to: people, what: fc.constantFrom('take', 'assign', 'release') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let holder: string | null = null;
        for (const { by, to, what } of steps) {
          const before: string | null = holder;
          if (
            !assignmentActions(
              {
                status: 'SUBMITTED',
                applicantId: 'applicant',
                enteredBy: null,
                accountGivenBy: null,
                advisedBy: [],
              },
              before,
              deciding(by),
            ).some((action) => action === what)
          )
            continue;
          if (what === 'assign' && to === before) continue;
          const next: Assignment | null =
            what === 'take'
              ? take(before, by, null)
              : what === 'assign'
                ? assign(before, to, '已核对')
                : release(before, '出差');
          holder = next === null ? before : next.personId;
          expect(holder).toBe(what === 'take' ? by : what === 'assign' ? to : null);
        }
      }),
    );
  });

  it('is told apart by what was before', () => {
    expect(take(null, 'a', null)?.act).toBe('TAKEN');
    expect(take('b', 'a', null)?.act).toBe('TAKEN_OVER');
    expect(take('a', 'a', null)).toBeNull();
    expect(assign(null, 'a', null).act).toBe('ASSIGNED');
    expect(assign('b', 'a', '等补正').act).toBe('HANDED_OVER');
  });

  it('changes by hand only with words about how far it is, and never to whom it is', () => {
    expect(() => assign('b', 'a', null)).toThrow('REASON_REQUIRED');
    expect(() => assign('a', 'a', '等补正')).toThrow('ASSIGNEE_UNCHANGED');
    expect(() => release('a', null)).toThrow('REASON_REQUIRED');
    expect(() => release(null, '出差')).toThrow('CASE_UNASSIGNED');
  });

  it.each(['DRAFT', 'REFUSED', 'ACCEPTED', 'LAPSED', 'ABANDONED'] as const)(
    'does not matter in %s',
    (status) => {
      expect(
        assignmentActions(
          { status, applicantId: 'applicant', enteredBy: null, accountGivenBy: null, advisedBy: [] },
          'a',
          deciding('b'),
        ),
      ).toEqual([]);
    },
  );
});
