import { usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { LEGAL_FORMS, legalFormAfter, legalFormOfCode, type LegalForm } from '../src';

const codeOf = (letters: string): string => {
  const first = `${letters}610116MA6XXXXX`.slice(0, 16).padEnd(17, '1');
  return `${first}${usccCheckDigit(first)}`;
};
const SAID = [
  ['91', 'ENTERPRISE'],
  ['92', 'SOLE_PROPRIETOR'],
  ['52', 'PRIVATE_NON_ENTERPRISE'],
  ['12', 'PUBLIC_INSTITUTION'],
] as const;

describe('the legal person type that a code says', () => {
  it.each([...SAID, ['11', null], ['51', null], ['53', null]] as const)('of %s is %s', (letters, form) => {
    expect(legalFormOfCode(codeOf(letters))).toBe(form);
    expect(legalFormOfCode(codeOf(letters).slice(0, 17))).toBeNull();
  });

  it('follows the code as long as nobody has chosen otherwise', () => {
    const said = fc.constantFrom(...SAID);
    const chosen = fc.constantFrom<LegalForm | null>(null, ...LEGAL_FORMS);
    fc.assert(
      fc.property(said, said, chosen, ([before, own], [after, next], legalForm) => {
        const follows = legalForm === null || legalForm === own;
        expect(legalFormAfter({ uscc: codeOf(before), legalForm }, codeOf(after))).toBe(
          follows ? next : legalForm,
        );
        expect(legalFormAfter({ uscc: codeOf(before), legalForm }, '')).toBe(legalForm);
      }),
    );
  });
});
