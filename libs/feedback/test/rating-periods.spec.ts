import { addDays, plainDate, startOfQuarter } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { wholeQuarters } from '../src/domain/rating-periods';

const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(plainDate('2022-01-01'), days));

describe('the days of which ratings are counted', () => {
  it('are whole quarters that have ended, whatever days are asked for', () => {
    fc.assert(
      fc.property(
        fc.option(day, { nil: undefined }),
        fc.option(day, { nil: undefined }),
        day,
        (from, to, today) => {
          const counted = wholeQuarters({ from, to }, today);
          const end = addDays(counted.to, 1);
          return (
            startOfQuarter(counted.from) === counted.from &&
            startOfQuarter(end) === end &&
            counted.from < end &&
            end <= startOfQuarter(today)
          );
        },
      ),
    );
  });

  it('are the same for every two days of one quarter', () => {
    fc.assert(
      fc.property(day, day, day, (from, to, today) => {
        const asked = wholeQuarters({ from, to }, today);
        return (
          JSON.stringify(asked) ===
          JSON.stringify(wholeQuarters({ from: startOfQuarter(from), to: startOfQuarter(to) }, today))
        );
      }),
    );
  });

  it('are by themselves the last four quarters, and not the running one', () => {
    expect(wholeQuarters({}, plainDate('2026-11-20'))).toEqual({ from: '2025-10-01', to: '2026-09-30' });
    const running = { from: plainDate('2026-11-01'), to: plainDate('2026-11-19') };
    expect(wholeQuarters(running, plainDate('2026-11-20'))).toEqual({ from: '2026-07-01', to: '2026-09-30' });
  });
});
