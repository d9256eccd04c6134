import {
  type ActionOf,
  defineProcess,
  DomainError,
  type GuardRefusal,
  type StateOf,
  workingDays,
} from '@zhaoguan/kernel';

interface Filing {
  readonly missing: readonly string[];
}
const materialsComplete = (filing: Filing): GuardRefusal | null =>
  filing.missing.length === 0 ? null : { code: 'MATERIALS_INCOMPLETE', details: { missing: filing.missing } };
const calledAfterThreeRounds = (
  _filing: Filing,
  context: { readonly called: boolean },
): GuardRefusal | null => (context.called ? null : { code: 'CALL_FIRST' });

const filingProcess = defineProcess({
  name: 'filing',
  states: ['DRAFT', 'SUBMITTED', 'ACCEPTED'],
  initial: 'DRAFT',
  actions: {
    submit: {
      from: ['DRAFT'],
      to: 'SUBMITTED',
      permission: 'filing.submit',
      label: '提交',
      guards: [materialsComplete],
    },
    accept: {
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      permission: 'filing.accept',
      label: '出具备案回执',
      guards: [materialsComplete, calledAfterThreeRounds],
      deadline: workingDays(20),
      emits: 'filing.accepted',
    },
  },
});

describe('what the compiler knows about a process', () => {
  it('reads states, actions, events and the demands of the guards from the table', () => {
    const state: StateOf<typeof filingProcess> = 'DRAFT';
    const action: ActionOf<typeof filingProcess> = 'accept';
    const subject = { missing: [] };
    const accepted = filingProcess.apply('SUBMITTED', action, subject, { called: true });
    const event: 'filing.accepted' = accepted.emits;
    const to: 'ACCEPTED' = accepted.to;
    const amount: number = accepted.deadline.amount;
    expect([state, event, to, amount]).toEqual(['DRAFT', 'filing.accepted', 'ACCEPTED', 20]);
  });

  it('refuses at compile time a state, an action, a subject or a context that the table does not know', () => {
    const attempts = [
      // @ts-expect-error no such state
      () => filingProcess.apply('LOST', 'accept', { missing: [] }, { called: true }),
      // @ts-expect-error no such action
      () => filingProcess.apply('SUBMITTED', 'burn', { missing: [] }, { called: true }),
      // @ts-expect-error the guards need to see the materials
      () => filingProcess.apply('SUBMITTED', 'submit', {}, { called: true }),
      // @ts-expect-error the guards need the context
      () => filingProcess.apply('ACCEPTED', 'accept', { missing: [] }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(DomainError);
    const actions = { move: { from: ['A'], to: 'B', permission: 'x.move', label: '移' } } as const;
    // @ts-expect-error an unknown target state
    const broken = () => defineProcess({ name: 'x', states: ['A'], initial: 'A', actions });
    expect(broken).toThrow('unknown state B');
  });
});
