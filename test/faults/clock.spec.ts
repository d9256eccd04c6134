import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from '../../libs/filings/test/filing.builder';

/** The term of five working days (养老机构管理办法: 回执), submitted around midnights of Shanghai. Counted by hand. */
describe('a clock at midnight and at the end of the year', () => {
  let app: TestApp;
  let operator: TestPerson;
  let registrar: TestPerson;
  let filings: FilingBuilder;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2025-12-29T02:00:00Z' });
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    filings = new FilingBuilder(app);
  });
  afterAll(() => app.stop());

  const submittedAt = async (instant: string): Promise<FilingAnswer> => {
    app.clock.set(instant);
    return filings.submitted(operator);
  };

  it.each([
    // 2026-01-01 to 03 are days off, Sunday 2026-01-04 is worked (国务院办公厅 2026 年节假日安排).
    ['Tuesday, a second before midnight', '2025-12-30T15:59:59Z', '2026-01-07'],
    ['Wednesday, at midnight', '2025-12-30T16:00:00Z', '2026-01-08'],
    ['the last second of the year', '2025-12-31T15:59:59Z', '2026-01-08'],
    ['the first instant of the year', '2025-12-31T16:00:00Z', '2026-01-08'],
    ['the last second of the holiday', '2026-01-03T15:59:59Z', '2026-01-08'],
    ['the first instant of the worked Sunday', '2026-01-03T16:00:00Z', '2026-01-09'],
    ['Friday, a second before midnight', '2026-01-09T15:59:59Z', '2026-01-16'],
    ['Saturday', '2026-01-09T16:00:00Z', '2026-01-16'],
    ['Monday', '2026-01-11T16:00:00Z', '2026-01-19'],
  ])('counts from the day of Shanghai: %s', async (_when, instant, due) => {
    expect((await submittedAt(instant)).dueOn).toBe(due);
  });

  it('numbers filings by the year of Shanghai, from one', async () => {
    app.clock.set('2025-12-31T15:59:59.999Z');
    const old = await filings.accepted(operator, registrar);
    app.clock.advance(1);
    const fresh = await filings.accepted(operator, registrar);
    expect([old.filingNumber, fresh.filingNumber]).toEqual(['610116-YL-2025-0001', '610116-YL-2026-0001']);
    await app.idle();
  });

  it('keeps its order while the clock is set back by half a minute', async () => {
    const before = await filings.draft(operator);
    app.clock.advance(-30_000);
    const after = await filings.draft(operator);
    expect(after.id > before.id).toBe(true);
    await app.idle();
  });
});
