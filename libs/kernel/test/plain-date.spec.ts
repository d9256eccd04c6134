import {
  addDays,
  addMonths,
  chineseDate,
  compareDates,
  dateInShanghai,
  daysBetween,
  DomainError,
  isMeantDay,
  isPlainDate,
  plainDate,
  startOfDayInShanghai,
  weekday,
  yearOf,
} from '@zhaoguan/kernel';
import fc from 'fast-check';

const anyDate = fc
  .date({ min: new Date('0100-01-01T00:00:00Z'), max: new Date('9900-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => plainDate(day.toISOString().slice(0, 10)));

describe('a calendar day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('exists: %s', (text) => {
    expect(plainDate(text)).toBe(text);
  });

  it.each([
    ['0202-05-06', false],
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2026-02-30', false],
    ['2999-12-31', true],
  ])('may be meant by who writes %s: %s', (text, meant) => expect(isMeantDay(text)).toBe(meant));

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '２０２６-01-01',
    '',
  ])('does not exist: “%s”', (text) => {
    expect(isPlainDate(text)).toBe(false);
    expect(() => plainDate(text)).toThrow(new DomainError('INVALID_DATE'));
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['1969-12-31', 1, '1970-01-01'],
    ['0099-12-31', 1, '0100-01-01'],
  ])('%s plus %i days is %s', (date, days, expected) => {
    expect(addDays(plainDate(date), days)).toBe(expected);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ])('%s plus %i months is %s (民法典第二百零二条)', (date, months, expected) => {
    expect(addMonths(plainDate(date), months)).toBe(expected);
  });

  it('leaves the calendar loudly', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(DomainError);
    expect(() => addMonths(plainDate('0001-01-31'), -1)).toThrow(DomainError);
    expect(() => addDays(plainDate('2026-01-01'), 0.5)).toThrow(RangeError);
  });

  it('knows its year and its weekday, Monday 1 to Sunday 7', () => {
    expect(yearOf(plainDate('2026-11-21'))).toBe(2026);
    expect(
      ['2026-11-16', '2026-11-21', '2026-11-22', '1970-01-01', '1949-10-01'].map((d) =>
        weekday(plainDate(d)),
      ),
    ).toEqual([1, 6, 7, 4, 6]);
  });

  it('is written without zeros in a document', () => {
    expect(chineseDate(plainDate('2026-01-05'))).toBe('2026年1月5日');
  });

  it('counts days there and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
        expect(compareDates(date, other)).toBe(0 - Math.sign(days));
      }),
    );
  });

  it('adds months into the month meant, never past its end', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1000, max: 1000 }), (date, months) => {
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        const result = addMonths(date, months);
        expect(index(result) - index(date)).toBe(months);
        expect(result.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('the day in China', () => {
  it.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
  ])('at %s it is %s', (instant, date) => {
    expect(dateInShanghai(new Date(instant))).toBe(date);
  });

  it('begins at 16:00 UTC of the day before', () => {
    expect(startOfDayInShanghai(plainDate('2027-01-01')).toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it('holds from its first to its last millisecond', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const start = startOfDayInShanghai(date).getTime();
        expect(dateInShanghai(new Date(start))).toBe(date);
        expect(dateInShanghai(new Date(start + 86_399_999))).toBe(date);
        expect(dateInShanghai(new Date(start - 1))).toBe(addDays(date, -1));
      }),
    );
  });

  it('agrees with the zone data for every day since daylight saving ended in 1991', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    for (let at = Date.UTC(1991, 8, 16, 15, 59); at < Date.UTC(2040, 0, 1); at += 86_400_000 * 3) {
      expect(dateInShanghai(new Date(at))).toBe(zone.format(at));
    }
  });

  it('refuses an instant that is none', () => {
    expect(() => dateInShanghai(new Date(Number.NaN))).toThrow(DomainError);
  });
});
