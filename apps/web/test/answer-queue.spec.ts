import fc from 'fast-check';
import { AnswerQueue } from '../src/features/inspections/tasks/answer-queue';
import { answersOf, shown, sorted, type Answer } from '../src/features/inspections/tasks/answers';
import { KeptChanges } from '../src/features/inspections/tasks/kept-changes';
import { ITEMS, Network, OneTask, PhoneStorage, photoOf, refusal } from './one-task';

const LONG_MS = 300_000;
const [FIRST, SECOND] = ITEMS;
const answer = (outcome: Answer['outcome'], note = '', evidenceIds: string[] = []): Answer => ({
  outcome,
  note,
  evidenceIds,
});
const PASS = answer('PASS');
const FAIL = answer('FAIL', '通道堆放杂物');

/** A phone in an inspector's hand, with its page open. */
class Phone {
  readonly network = new Network();
  readonly storage = new PhoneStorage();
  queue: AnswerQueue;

  constructor(
    readonly task: OneTask,
    private readonly person: string,
  ) {
    this.queue = this.open();
  }

  /** As after a reload: only what the phone keeps is left. */
  reload(): void {
    this.queue.stop();
    this.queue = this.open();
  }

  private open(): AnswerQueue {
    const kept = new KeptChanges(this.person, 'task', this.storage);
    const queue = new AnswerQueue(this.task.task(), this.task.reachedBy(this.network), kept, () => undefined);
    queue.start();
    return queue;
  }

  get division() {
    const { changes, task } = this.queue.current();
    return sorted(changes, answersOf(task.findings));
  }

  get unsent(): number {
    return Object.keys(this.queue.current().changes).length;
  }

  shows(itemId: string): Answer {
    const { changes, task } = this.queue.current();
    return shown(changes, answersOf(task.findings), itemId);
  }
}

describe('bringing the answers of an inspection to the server', () => {
  let task: OneTask;
  let mine: Phone;
  let colleague: Phone;
  beforeEach(() => {
    jest.useFakeTimers();
    task = new OneTask();
    mine = new Phone(task, 'one');
    colleague = new Phone(task, 'two');
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const later = (ms = LONG_MS) => jest.advanceTimersByTimeAsync(ms);

  it('gathers what is typed and sends it once', async () => {
    for (const note of ['通', '通道', '通道堆放杂物']) mine.queue.change(FIRST, answer('FAIL', note));
    await later();
    expect(task.attempts).toBe(1);
    expect(task.noteOf(FIRST)).toBe('通道堆放杂物');
    expect(mine.unsent).toBe(0);
    expect(mine.queue.current().phase).toBe('resting');
  });

  it('keeps answers on the phone while the network is away, over a reload, and sends them when it is back', async () => {
    mine.network.state = 'down';
    mine.queue.change(FIRST, FAIL);
    mine.queue.change(SECOND, PASS);
    await later();
    expect(mine.queue.current().phase).toBe('waiting');
    mine.reload();
    expect(mine.shows(FIRST)).toEqual(FAIL);
    expect(mine.unsent).toBe(2);
    mine.network.state = 'up';
    await later();
    expect([task.outcomeOf(FIRST), task.outcomeOf(SECOND)]).toEqual(['FAIL', 'PASS']);
    expect(mine.storage.size).toBe(0);
  });

  it('sends at once when told that the network is back', async () => {
    mine.network.state = 'down';
    mine.queue.change(FIRST, PASS);
    await later();
    mine.network.state = 'up';
    mine.queue.retry();
    await later(1);
    expect(task.outcomeOf(FIRST)).toBe('PASS');
  });

  it('lets an answer that arrived without an acknowledgement be changed without a conflict with itself', async () => {
    mine.network.state = 'deaf';
    mine.queue.change(FIRST, PASS);
    await later(1_000);
    expect(task.outcomeOf(FIRST)).toBe('PASS');
    mine.reload();
    mine.queue.change(FIRST, FAIL);
    mine.network.state = 'up';
    await later();
    expect(mine.division.conflicts).toEqual([]);
    expect(task.outcomeOf(FIRST)).toBe('FAIL');
  });

  it("keeps a colleague's answers to other items", async () => {
    colleague.queue.change(SECOND, FAIL);
    await later();
    mine.queue.change(FIRST, PASS);
    await later();
    expect([task.outcomeOf(FIRST), task.outcomeOf(SECOND)]).toEqual(['PASS', 'FAIL']);
    expect(mine.shows(SECOND).outcome).toBe('FAIL');
  });

  it.each([
    ['mine', 'FAIL'],
    ['theirs', 'PASS'],
  ] as const)(
    'asks when a colleague answered the same item otherwise, and takes %s as chosen',
    async (choice, outcome) => {
      colleague.queue.change(FIRST, PASS);
      await later();
      mine.queue.change(FIRST, FAIL);
      await later();
      const [conflict] = mine.division.conflicts;
      expect(conflict).toMatchObject({
        itemId: FIRST,
        mine: { outcome: 'FAIL' },
        theirs: { outcome: 'PASS' },
      });
      expect(task.outcomeOf(FIRST)).toBe('PASS');
      mine.queue.resolve(conflict!, choice);
      await later();
      expect(task.outcomeOf(FIRST)).toBe(outcome);
      expect(mine.unsent).toBe(0);
    },
  );

  it('keeps what the server refuses at its item, and sends the others', async () => {
    mine.queue.change(FIRST, answer('FAIL'));
    mine.queue.change(SECOND, PASS);
    await later();
    expect(mine.queue.current().refused).toEqual({ [FIRST]: '须写明不符合的情况' });
    expect(task.outcomeOf(SECOND)).toBe('PASS');
    mine.queue.change(FIRST, FAIL);
    await later();
    expect(mine.queue.current().refused).toEqual({});
    expect(task.outcomeOf(FIRST)).toBe('FAIL');
  });

  it('does not send a note without an outcome', async () => {
    mine.queue.change(FIRST, answer(null, '还在看'));
    await later();
    expect(task.attempts).toBe(0);
    expect(mine.division.unfinished).toEqual([FIRST]);
  });

  it('adds a photo to the answer of its item', async () => {
    mine.queue.change(FIRST, FAIL);
    mine.queue.attach(FIRST, photoOf('photo-1'));
    await later();
    expect(task.evidenceOf(FIRST)).toEqual(['photo-1']);
  });

  it('stops when the inspection was handed in meanwhile, and keeps what it could not send', async () => {
    task.close();
    mine.queue.change(FIRST, PASS);
    await later();
    const { phase, task: seen, failure } = mine.queue.current();
    expect({ phase, status: seen.status, failure }).toEqual({
      phase: 'stopped',
      status: 'SUBMITTED',
      failure: refusal(409, 'INVALID_TRANSITION'),
    });
    expect(mine.storage.size).toBe(1);
  });

  it('ignores an older state of the task that arrives late', async () => {
    const before = task.task();
    mine.queue.change(FIRST, PASS);
    await later();
    mine.queue.observe(before);
    expect(mine.shows(FIRST).outcome).toBe('PASS');
    expect(mine.unsent).toBe(0);
  });

  it('sends what waited for a choice when the colleague has come to what was sent before', async () => {
    mine.network.state = 'down';
    mine.queue.change(FIRST, FAIL);
    await later(1_000);
    colleague.queue.change(FIRST, answer('NOT_APPLICABLE'));
    await later();
    mine.queue.change(FIRST, PASS);
    mine.network.state = 'up';
    await later();
    expect(mine.division.conflicts).toHaveLength(1);
    colleague.queue.change(FIRST, FAIL);
    await later();
    mine.queue.observe(task.task());
    expect(mine.division.conflicts).toEqual([]);
    await later();
    expect(task.outcomeOf(FIRST)).toBe('PASS');
    expect(mine.unsent).toBe(0);
  });

  it('loses no answer of two inspectors, whatever the network does', async () => {
    const phones = fc.nat({ max: 1 });
    const acts = fc.array(
      fc.oneof(
        fc.record({
          act: fc.constant('answer' as const),
          phone: phones,
          item: fc.constantFrom(...ITEMS),
          value: fc.constantFrom(PASS, FAIL, answer('NOT_APPLICABLE'), answer('FAIL', '无值班记录')),
        }),
        fc.record({
          act: fc.constant('network' as const),
          phone: phones,
          state: fc.constantFrom('up', 'down', 'deaf'),
        }),
        fc.record({ act: fc.constant('reload' as const), phone: phones }),
        fc.record({ act: fc.constant('wait' as const), ms: fc.constantFrom(1, 800, 5_000, 70_000) }),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(acts, fc.constantFrom('mine', 'theirs'), async (steps, choice) => {
        const shared = new OneTask();
        const pair = [new Phone(shared, 'one'), new Phone(shared, 'two')] as const;
        const answered = new Set<(typeof ITEMS)[number]>();
        for (const step of steps) {
          if (step.act === 'wait') await later(step.ms);
          else if (step.act === 'reload') pair[step.phone]!.reload();
          else if (step.act === 'network') pair[step.phone]!.network.state = step.state;
          else {
            pair[step.phone]!.queue.change(step.item, step.value);
            answered.add(step.item);
          }
        }
        const wanted = new Map(ITEMS.map((item) => [item, pair.map((phone) => phone.shows(item).outcome)]));
        for (const phone of pair) phone.network.state = 'up';
        for (let round = 0; round < 3; round += 1) {
          await later();
          for (const phone of pair) {
            phone.queue.observe(shared.task());
            for (const conflict of phone.division.conflicts) phone.queue.resolve(conflict, choice);
          }
        }
        for (const phone of pair) phone.queue.stop();
        expect(pair.map(({ unsent, storage }) => [unsent, storage.size])).toEqual([
          [0, 0],
          [0, 0],
        ]);
        for (const item of answered) expect(wanted.get(item)).toContain(shared.outcomeOf(item));
      }),
      { numRuns: 60 },
    );
  });
});
