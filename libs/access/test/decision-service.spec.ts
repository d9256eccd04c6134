import { REMOVAL_SERVICES } from '@zhaoguan/contracts';
import { addDays, DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { assertCorrects } from '../src/domain/decision-service';
import { assertService } from '../src/domain/notice-service';

const codeOf = (act: () => void): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

/** Why it was wrong; one letter says nothing. */
const REASON = '示例·登记错了日期';

describe('the records of the service of a decision', () => {
  it('are one, and each after it names the one that holds and says why it was wrong', () => {
    const entry = fc.record({
      corrects: fc.option(fc.integer({ min: 1, max: 6 })),
      reason: fc.constantFrom(null, 'x', REASON),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        let latest: number | undefined;
        for (const each of entries) {
          const refused = codeOf(() => assertCorrects(latest, each));
          if (latest === undefined) {
            expect(refused).toBe(each.corrects === null ? null : 'DECISION_SERVICE_CHANGED');
          } else if (each.corrects === null) expect(refused).toBe('DECISION_SERVED');
          else if (each.corrects !== latest) expect(refused).toBe('DECISION_SERVICE_CHANGED');
          else expect(refused).toBe(each.reason === REASON ? null : 'SERVICE_REASON_REQUIRED');
          if (refused === null) latest = (latest ?? 0) + 1;
        }
      }),
    );
  });

  it('lie between the day of the decision and today, whatever the way of service', () => {
    const decidedOn = plainDate('2026-11-20');
    fc.assert(
      fc.property(
        fc.constantFrom(...REMOVAL_SERVICES.filter((service) => service !== 'ONLINE')),
        fc.integer({ min: -20, max: 40 }),
        fc.integer({ min: 0, max: 20 }),
        (service, served, today) => {
          const refused = codeOf(() =>
            assertService(
              { service, serviceNote: '由机构负责人当面签收', servedOn: addDays(decidedOn, served) },
              { isReadOnline: false, paper: '决定书', paperOn: decidedOn, on: addDays(decidedOn, today) },
            ),
          );
          expect(refused).toBe(served >= 0 && served <= today ? null : 'SERVICE_DAY_WRONG');
        },
      ),
    );
  });
});
