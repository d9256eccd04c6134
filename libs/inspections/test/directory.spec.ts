import fc from 'fast-check';
import { plainDate } from '@zhaoguan/kernel';
import { changesBetween } from '../src/domain/directory';

const entry = fc.record({
  department: fc.constantFrom('civil-affairs', 'market-regulation'),
  districts: fc.uniqueArray(fc.constantFrom('610116', '610113', '500152'), { minLength: 1 }),
  validUntil: fc.constantFrom(plainDate('2029-12-31'), plainDate('2030-12-31')),
  active: fc.boolean(),
});

describe('what was done to an entry of the directory', () => {
  it('is nothing exactly when it says what it said before, in whatever order', () => {
    fc.assert(
      fc.property(entry, entry, (before, after) => {
        const isSame =
          before.department === after.department &&
          before.active === after.active &&
          before.validUntil === after.validUntil &&
          [...before.districts].sort().join() === [...after.districts].sort().join();
        expect(changesBetween(before, after, null).length === 0).toBe(isSame);
      }),
    );
    const one = { department: 'civil-affairs', validUntil: plainDate('2029-12-31'), active: true };
    const [here, there] = [
      { ...one, districts: ['610116', '610113'] },
      { ...one, districts: ['610113', '610116'] },
    ];
    expect(changesBetween(here, there, null)).toEqual([]);
  });

  it('names every place and department concerned, so that moving somebody away is counted where they were', () => {
    fc.assert(
      fc.property(entry, entry, (before, after) => {
        for (const { departments, districts } of changesBetween(before, after, '示例')) {
          expect([...departments].sort()).toEqual([...new Set([before.department, after.department])].sort());
          expect([...districts].sort()).toEqual(
            [...new Set([...before.districts, ...after.districts])].sort(),
          );
        }
      }),
    );
  });
});
