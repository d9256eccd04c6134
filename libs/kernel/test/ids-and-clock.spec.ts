import {
  type Clock,
  DomainError,
  firstIdAt,
  FixedClock,
  isUuid,
  newId,
  type Rng,
  SystemClock,
  SystemRng,
} from '@zhaoguan/kernel';

const constantRng = (byte: number): Rng => ({ bytes: (n) => new Uint8Array(n).fill(byte) });
const rng = new SystemRng();

/** A clock that reads out a list. */
function script(...millis: number[]): Clock {
  return { now: () => new Date(millis.shift() ?? Number.NaN) };
}

describe('ids', () => {
  it('are UUIDs of version 7 that begin with the millisecond', () => {
    // The instant of the example in RFC 9562, appendix A.6.
    const id = newId(new FixedClock('2022-02-22T19:22:22Z'), rng);
    expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isUuid(id)).toBe(true);
  });

  it('rise within one millisecond and stay distinct', () => {
    const clock = new FixedClock('2026-11-21T08:00:00Z');
    const ids = Array.from({ length: 20_000 }, () => newId(clock, rng));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are cut by time at the first id of an instant', () => {
    const instant = new Date('2026-11-21T08:00:00.500Z');
    const clock = new FixedClock(new Date(instant.getTime() - 1));
    const before = newId(clock, constantRng(0xff));
    clock.set(instant);
    const from = newId(clock, constantRng(0x00));
    expect([before < firstIdAt(instant), firstIdAt(instant) <= from]).toEqual([true, true]);
    expect(isUuid(firstIdAt(instant))).toBe(true);
  });

  it('rise while the clock falls back a little, and follow it when it falls far', () => {
    const clock = script(1_000_000, 999_000, 1_000_001, 5_000);
    const [first, back, on, far] = Array.from({ length: 4 }, () => newId(clock, rng)) as [
      string,
      string,
      string,
      string,
    ];
    expect([first, back, on]).toEqual([first, back, on].sort());
    expect(far < first).toBe(true);
  });

  it('rise even when the generator gives the highest or the lowest bytes only', () => {
    for (const byte of [0x00, 0xff]) {
      const clock = new FixedClock('2026-11-21T08:00:00Z');
      const ids = Array.from({ length: 1000 }, () => newId(clock, constantRng(byte)));
      expect([...new Set(ids)].sort()).toEqual(ids);
      expect(ids.every(isUuid)).toBe(true);
    }
  });

  it.each([
    '',
    'x',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '017f22e279b07cc398c4dc0c0c07398f',
    '017f22e2-79b0-7cc3-18c4-dc0c0c07398f',
  ])('are told from “%s”', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('clocks', () => {
  it('stand still until told to move', () => {
    const clock = new FixedClock('2026-11-21T16:00:00+08:00');
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-11-21T08:00:00.000Z');
    clock.advance(1500);
    expect(clock.now().toISOString()).toBe('2026-11-21T08:00:01.500Z');
    clock.set('2026-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('refuse an instant without a zone or none at all', () => {
    for (const text of ['2026-11-21', '2026-11-21T08:00:00', 'nowZ'])
      expect(() => new FixedClock(text)).toThrow(RangeError);
    expect(() => new FixedClock('2026-11-21T08:00:00Z').advance(0.5)).toThrow(RangeError);
  });

  it('of the machine go on', () => {
    const clock = new SystemClock();
    const before = clock.now().getTime();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
  });
});

describe('a refusal of the domain', () => {
  it('is an error that carries code, facts and fields', () => {
    const fields = [{ pointer: '/institution/uscc', code: 'USCC_CHECK_DIGIT' }];
    const error = new DomainError('INVALID_INPUT', { limit: 3 }, fields);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'DomainError',
      message: 'INVALID_INPUT',
      code: 'INVALID_INPUT',
      details: { limit: 3 },
      fields,
    });
    expect(new DomainError('X')).toMatchObject({ details: {}, fields: [] });
  });
});
