import { addDays, addMonths, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { contactFaults } from '../src/domain/suspension-contact';

const expectedOn = plainDate('2027-01-15');
const days = fc.integer({ min: -400, max: 400 });

describe('what was learnt of a suspension past its day', () => {
  it('is of a day after the expected one and until today, and names a day to come within six months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), days, days, (late, asked, again) => {
        const today = addDays(expectedOn, late);
        const [contactedOn, lookAgainOn] = [addDays(today, asked), addDays(today, again)];
        const wrong = contactFaults({ contactedOn, lookAgainOn }, { expectedOn, today }).map(
          ({ pointer }) => pointer,
        );
        expect(wrong.includes('/contactedOn')).toBe(!(contactedOn > expectedOn && contactedOn <= today));
        expect(wrong.includes('/lookAgainOn')).toBe(
          !(lookAgainOn > today && lookAgainOn <= addMonths(today, 6)),
        );
      }),
    );
  });
});
