import { DomainError } from '@zhaoguan/kernel';
import { taskProcess, type TaskSubject } from '../src/domain/task.process';
import { overruledBy } from '../src/domain/withdrawn-report';

const CONTEXT = { actorId: 'reviewer', reason: '示例·理由' };
/** One of two has reported that nobody is there. */
const TASK: TaskSubject = {
  assignees: ['one', 'other'],
  items: [],
  findings: [],
  resultCode: 'CLOSED',
  submittedBy: 'one',
  coSignedBy: null,
};

function refusalOf(act: () => unknown): DomainError {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a report that nobody is there', () => {
  it.each([
    [{ resultCode: 'NO_PROBLEM' }, { actorId: 'other' }, 'NOT_REPORTED_GONE'],
    [{ coSignedBy: 'other' }, { actorId: 'third' }, 'ALREADY_CO_SIGNED'],
    [{}, { actorId: 'other', isPublished: true }, 'RESULT_PUBLISHED'],
    [{}, { actorId: 'one' }, 'SAME_OFFICIAL'],
  ] as const)('lets %j not be co-signed by %j: %s', (facts, context, code) => {
    const act = () => taskProcess.apply('SUBMITTED', 'coSign', { ...TASK, ...facts }, context);
    expect(refusalOf(act).code).toBe(code);
  });

  it.each(['record', 'submit', 'coSign', 'withdrawReport'] as const)(
    'lets nobody %s who cannot go any more',
    (action) => {
      const [from] = taskProcess.actions[action].from;
      const act = () =>
        taskProcess.apply(from, action, TASK, { ...CONTEXT, actorId: 'other', absent: ['other'] });
      expect(refusalOf(act).code).toBe('INSPECTOR_ABSENT');
    },
  );

  it('lets who was contradicted report something else, but not the same again', () => {
    const submit = (code: string) => () =>
      taskProcess.apply('IN_PROGRESS', 'submit', TASK, {
        actorId: 'one',
        overruled: ['one'],
        result: { code, excludesOthers: false, requiresFollowUp: false },
      });
    expect(refusalOf(submit('CLOSED')).code).toBe('REPORT_OVERRULED');
    expect(submit('NO_PROBLEM')().to).toBe('SUBMITTED');
    const history = [
      { action: 'start', actorId: 'one' },
      { action: 'submit', actorId: 'one' },
      { action: 'withdrawReport', actorId: 'one' },
      { action: 'submit', actorId: 'one' },
    ];
    const team = ['one', 'other'];
    expect(overruledBy(history, team)).toEqual([]);
    const contradicted = [...history, { action: 'withdrawReport', actorId: 'other' }];
    expect(overruledBy(contradicted, team)).toEqual(['one']);
    // Who contradicted and cannot go any more binds nobody: else the last of a team could report nothing.
    expect(overruledBy(contradicted, ['one'])).toEqual([]);
    expect(overruledBy(contradicted, ['one', 'heir'])).toEqual([]);
    const mutual = [
      ...contradicted,
      { action: 'submit', actorId: 'other' },
      { action: 'withdrawReport', actorId: 'one' },
    ];
    expect(overruledBy(mutual, team)).toEqual([]);
    expect(overruledBy(mutual, [...team, 'third']).sort()).toEqual(['one', 'other']);
  });

  it('ends an unsigned report for which nobody is left to sign, and no other', () => {
    const emptyPlace = { somebodyCanGo: false, longEnoughFrom: '2026-11-20', today: '2026-11-27' };
    const end = (facts: object, context: object) => () =>
      taskProcess.apply('SUBMITTED', 'callOffUnsigned', { ...TASK, ...facts }, { ...CONTEXT, ...context });
    expect(end({}, { absent: ['other'], emptyPlace })().to).toBe('CANCELLED');
    expect(refusalOf(end({}, { absent: ['one'], emptyPlace })).code).toBe('INSPECTOR_PRESENT');
    const three = { assignees: ['one', 'other', 'third'] };
    expect(refusalOf(end(three, { absent: ['other'], emptyPlace })).code).toBe('INSPECTOR_PRESENT');
    expect(end(three, { absent: ['other', 'third'], emptyPlace })().to).toBe('CANCELLED');
    expect(refusalOf(end({ coSignedBy: 'other' }, { absent: ['other'], emptyPlace })).code).toBe(
      'ALREADY_CO_SIGNED',
    );
    expect(
      refusalOf(end({}, { absent: ['other'], emptyPlace: { ...emptyPlace, somebodyCanGo: true } })).code,
    ).toBe('SOMEBODY_CAN_GO');
  });

  it.each([
    [{ resultCode: 'NO_PROBLEM' }, {}, 'NOT_REPORTED_GONE'],
    [{ coSignedBy: 'other' }, {}, 'ALREADY_CO_SIGNED'],
    [{}, { isPublished: true }, 'RESULT_PUBLISHED'],
    [{}, { reason: ' ' }, 'REASON_REQUIRED'],
  ] as const)('lets no report %j with %j be taken back: %s', (facts, context, code) => {
    const act = () =>
      taskProcess.apply('SUBMITTED', 'withdrawReport', { ...TASK, ...facts }, { ...CONTEXT, ...context });
    expect(refusalOf(act).code).toBe(code);
  });
});
