import fc from 'fast-check';
import {
  acknowledged,
  answersOf,
  changed,
  resolved,
  shown,
  sorted,
  type Answer,
  type Answers,
} from '../src/features/inspections/tasks/answers';
import { KeptChanges } from '../src/features/inspections/tasks/kept-changes';
import { PhoneStorage } from './one-task';

const PASS: Answer = { outcome: 'PASS', note: '', evidenceIds: [] };
const FAIL: Answer = { outcome: 'FAIL', note: '无值班记录', evidenceIds: ['a'] };

const answer: fc.Arbitrary<Answer> = fc.record({
  outcome: fc.constantFrom('PASS', 'FAIL', 'NOT_APPLICABLE', null),
  note: fc.constantFrom('', '无值班记录', '通道堆放杂物'),
  evidenceIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
});
const recorded = answer.map((one): Answer => ({ ...one, outcome: one.outcome ?? 'PASS' }));
const items = fc.constantFrom('1', '2', '3');
const server: fc.Arbitrary<Answers> = fc.dictionary(items, recorded, { maxKeys: 3 });

describe('answers of an inspection on their way', () => {
  it('has nothing to send when it is typed back to what the server holds', () => {
    fc.assert(
      fc.property(server, items, answer, (held, item, typed) => {
        const begun = changed({}, held, item, typed);
        expect(
          changed(begun, held, item, held[item] ?? { outcome: null, note: '', evidenceIds: [] }),
        ).toEqual({});
      }),
    );
  });

  it('shows what was typed last, and has each change in one place only', () => {
    fc.assert(
      fc.property(server, fc.array(fc.tuple(items, answer)), (held, typed) => {
        let changes = {};
        for (const [item, one] of typed) changes = changed(changes, held, item, one);
        for (const [item, one] of new Map(typed)) {
          expect(shown(changes, held, item)).toMatchObject({ outcome: one.outcome, note: one.note });
        }
        const { ready, unfinished, conflicts } = sorted(changes, held);
        const places = [...ready.map(({ itemId }) => itemId), ...unfinished];
        expect(places.toSorted()).toEqual(Object.keys(changes).toSorted());
        expect(conflicts).toEqual([]);
      }),
    );
  });

  it('keeps as a change what was typed while the answer before it was on its way', () => {
    const sent = { '1': PASS };
    const typed = changed(changed({}, {}, '1', PASS), {}, '1', FAIL);
    expect(acknowledged(typed, sent, sent)).toEqual({ '1': { mine: FAIL, base: PASS, tried: [] } });
  });

  it('takes the same answer of both inspectors for no conflict', () => {
    expect(acknowledged(changed({}, {}, '1', PASS), {}, { '1': PASS })).toEqual({});
  });

  it('keeps the photos of both with the item, whichever answer is chosen', () => {
    const conflict = { itemId: '1', mine: FAIL, theirs: { ...PASS, evidenceIds: ['b'] } };
    for (const choice of ['mine', 'theirs'] as const) {
      expect(resolved({}, conflict, choice)['1']?.mine.evidenceIds).toEqual(['b', 'a']);
    }
    const without = { ...conflict, mine: { ...FAIL, evidenceIds: [] } };
    expect(resolved({}, without, 'theirs')).toEqual({});
  });

  it('reads the findings of the server as answers', () => {
    expect(answersOf([{ itemId: '1', outcome: 'PASS', note: null }])).toEqual({ '1': PASS });
  });
});

describe('what a phone keeps of an inspection', () => {
  const changes = { '1': { mine: FAIL, base: null, tried: [PASS] } };

  it('is read as it was written, by the same person and for the same task only', () => {
    const storage = new PhoneStorage();
    new KeptChanges('one', 'task', storage).write(changes);
    expect(new KeptChanges('one', 'task', storage).read()).toEqual(changes);
    expect(new KeptChanges('two', 'task', storage).read()).toEqual({});
    expect(new KeptChanges('one', 'other', storage).read()).toEqual({});
  });

  it('is gone when everything has arrived', () => {
    const storage = new PhoneStorage();
    const kept = new KeptChanges('one', 'task', storage);
    kept.write(changes);
    kept.write({});
    expect(storage.size).toBe(0);
  });

  it.each([
    '',
    'no json',
    'null',
    '[]',
    '{"1":{}}',
    '{"1":{"mine":{"outcome":"NO"},"base":null,"tried":[]}}',
  ])('is nothing when it cannot be read: %s', (text) => {
    const storage = new PhoneStorage();
    storage.setItem('zhaoguan-answers:one:task', text);
    expect(new KeptChanges('one', 'task', storage).read()).toEqual({});
  });

  it('does without a phone that keeps nothing', () => {
    const full = new PhoneStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const kept = new KeptChanges('one', 'task', full);
    expect(() => kept.write(changes)).not.toThrow();
  });
});
