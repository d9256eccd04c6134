import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRADES, parseCreditRules } from '@zhaoguan/contracts';
import { addDays, addMonths, plainDate, type PlainDate } from '@zhaoguan/kernel';
import { projectRoot } from '@zhaoguan/platform';
import fc from 'fast-check';
import { gradeOf, pointsOn, standing, type CreditEvent } from '../src/domain/grade';
import { adjustments } from '../src/domain/adjustments';
import { outlook } from '../src/domain/outlook';

const rules = parseCreditRules(
  JSON.parse(readFileSync(join(projectRoot(), 'seeds/reference/credit-rules.json'), 'utf8')),
);
const start = plainDate('2026-01-01');
const event = (over: Partial<CreditEvent> = {}): CreditEvent => ({
  id: 'e',
  ruleCode: 'PENALTY_GENERAL',
  direction: 'DEDUCT',
  points: 10,
  halfLifeMonths: 6,
  effectiveOn: start,
  expiresOn: addMonths(start, 12),
  forcesGrade: null,
  liftedOn: null,
  capGroup: null,
  ...over,
});

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(start, days));
const anyEvent = fc
  .record({
    direction: fc.constantFrom('DEDUCT' as const, 'BONUS' as const),
    points: fc.integer({ min: 1, max: 40 }),
    halfLifeMonths: fc.integer({ min: 1, max: 24 }),
    more: fc.integer({ min: 0, max: 24 }),
    effectiveOn: day,
    forcesGrade: fc.constantFrom(null, null, null, 'D' as const),
    liftedAfter: fc.option(fc.integer({ min: 0, max: 500 })),
    capGroup: fc.constantFrom(null, 'one', 'two'),
  })
  .map(({ more, liftedAfter, ...rest }) =>
    event({
      ...rest,
      expiresOn: addMonths(rest.effectiveOn, rest.halfLifeMonths + more),
      liftedOn: liftedAfter === null ? null : addDays(rest.effectiveOn, liftedAfter),
    }),
  );
const ledger = fc
  .array(anyEvent, { maxLength: 12 })
  .map((events) => events.map((one, index) => ({ ...one, id: `e${index}` })));
const rank = (grade: string): number => GRADES.findIndex((one) => one === grade);

describe('the grade', () => {
  it('starts at 80 points, B', () => {
    expect(standing([], rules, start)).toMatchObject({
      score: 80,
      grade: 'B',
      nextChangeOn: null,
      forcedBy: [],
    });
  });

  it.each([
    [100, 'A'],
    [90, 'A'],
    [89, 'B'],
    [75, 'B'],
    [74, 'C'],
    [60, 'C'],
    [59, 'D'],
    [0, 'D'],
  ])('of %i points is %s', (score, grade) => {
    expect(gradeOf(score, rules)).toBe(grade);
  });

  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 10],
    ['2026-06-30', 10],
    ['2026-07-01', 5],
    ['2026-12-31', 5],
    ['2027-01-01', 0],
  ])('on %s takes %i of ten points with a half-life of six months', (on, points) => {
    expect(pointsOn(event(), plainDate(on))).toBe(points);
  });

  it('caps the findings of one inspection, but not those of two', () => {
    const finding = (id: string, capGroup: string): CreditEvent => event({ id, capGroup });
    expect(standing([finding('a', 'one'), finding('b', 'one')], rules, start).score).toBe(70);
    expect(standing([finding('a', 'one'), finding('b', 'two')], rules, start).score).toBe(60);
  });

  it('caps bonuses at twenty points', () => {
    const bonuses = ['a', 'b', 'c'].map((id) => event({ id, direction: 'BONUS' }));
    expect(standing(bonuses, rules, start)).toMatchObject({ score: 100, grade: 'A' });
  });

  it('rounds before it looks for the band', () => {
    const half = event({ points: 11, effectiveOn: addMonths(start, -6), expiresOn: addMonths(start, 6) });
    expect(standing([half], rules, start)).toMatchObject({ score: 75, grade: 'B' });
  });

  it('is D while a veto item stands, also after its points ran out, until it is put right', () => {
    const veto = event({ id: 'v', forcesGrade: 'D' });
    const late = addMonths(start, 30);
    expect(standing([veto], rules, late)).toMatchObject({ score: 80, grade: 'D', forcedBy: ['v'] });
    const lifted = { ...veto, liftedOn: addDays(start, 10) };
    expect(standing([lifted], rules, addDays(start, 9)).grade).toBe('D');
    expect(standing([lifted], rules, addDays(start, 10))).toMatchObject({
      score: 70,
      grade: 'C',
      forcedBy: [],
    });
  });

  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), day, (events, stream, on) => {
        const shuffled = events
          .map((one) => ({ one, key: stream.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const [a, b] = [standing(events, rules, on), standing(shuffled, rules, on)];
        expect({ ...b, counting: [...b.counting].sort() }).toEqual({
          ...a,
          counting: [...a.counting].sort(),
        });
      }),
    );
  });

  it('is never better for one deduction more', () => {
    fc.assert(
      fc.property(ledger, anyEvent, day, (events, extra, on) => {
        const before = standing(events, rules, on);
        const after = standing([...events, { ...extra, id: 'x', direction: 'DEDUCT' }], rules, on);
        expect(after.score).toBeLessThanOrEqual(before.score);
        expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade));
      }),
    );
  });

  it('only improves by the passing of time when nothing but deductions is in the ledger', () => {
    fc.assert(
      fc.property(
        ledger,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        (events, a, b) => {
          const last = events.reduce<PlainDate>(
            (latest, one) => (one.effectiveOn > latest ? one.effectiveOn : latest),
            start,
          );
          const deductions = events.map((one) => ({ ...one, direction: 'DEDUCT' as const }));
          const [early, late] = [addDays(last, Math.min(a, b)), addDays(last, Math.max(a, b))];
          const [before, after] = [standing(deductions, rules, early), standing(deductions, rules, late)];
          expect(after.score).toBeGreaterThanOrEqual(before.score);
          expect(rank(after.grade)).toBeLessThanOrEqual(rank(before.grade));
        },
      ),
    );
  });

  it('does not move between two days that it announces as changes', () => {
    fc.assert(
      fc.property(ledger, day, fc.integer({ min: 1, max: 400 }), (events, on, later) => {
        const now = standing(events, rules, on);
        const then = addDays(on, later);
        if (now.nextChangeOn !== null && then >= now.nextChangeOn) return;
        expect(standing(events, rules, then)).toMatchObject({ score: now.score, grade: now.grade });
      }),
    );
  });

  it('tells what time alone will change', () => {
    const steps = outlook([event()], rules, start, 12);
    expect(steps).toEqual([
      { on: '2026-07-01', score: 75, grade: 'B' },
      { on: '2027-01-01', score: 80, grade: 'B' },
    ]);
  });
});

describe('the sum', () => {
  it('adds up from start, events and what caps and rounding change, whatever the ledger', () => {
    fc.assert(
      fc.property(ledger, day, (events, on) => {
        const now = standing(events, rules, on);
        const counted = events.reduce(
          (sum, { id, direction }) => sum + (direction === 'BONUS' ? 1 : -1) * (now.counting.get(id) ?? 0),
          rules.engine.start,
        );
        const changed = adjustments(events, now, rules.engine).reduce((sum, { points }) => sum + points, 0);
        expect(counted + changed).toBeCloseTo(now.score);
      }),
    );
  });

  it('names the cap of an inspection, the cap of bonuses and the rounding, and nothing that changes nothing', () => {
    const deduct = (id: string, points: number) => event({ id, points, capGroup: 'one' });
    const bonus = event({ id: 'b', direction: 'BONUS', points: 25 });
    const events = [deduct('x', 8), deduct('y', 5), bonus];
    expect(adjustments(events, standing(events, rules, start), rules.engine)).toEqual([
      { text: '同一次检查的扣分合计以 10 分为限', points: 3 },
      { text: '加分合计以 20 分为限', points: -5 },
    ]);
    const half = addMonths(start, 6);
    const odd = [event({ points: 5 })];
    expect(adjustments(odd, standing(odd, rules, half), rules.engine)).toEqual([
      { text: '得分取整数，不低于 0 分、不高于 100 分', points: 0.5 },
    ]);
    expect(adjustments([], standing([], rules, start), rules.engine)).toEqual([]);
  });
});
