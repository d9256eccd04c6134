import { addDays } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { validateForm } from '../src';
import { CONTEXT } from './forms.builder';
import { faultsOf, NOTICE, noticeFormOf, TERMS } from './notice.builder';

describe('where everybody and every fee goes when a service stops', () => {
  it('name no receiver that is the very institution that ends', () => {
    const own = '示例·本院';
    const codes = (notice: object) =>
      validateForm(
        noticeFormOf('ELDERLY_CARE', 'CLOSURE'),
        { institution: { name: own, notice: { ...NOTICE, endsOn: null, ...notice } } },
        { ...CONTEXT, terms: TERMS },
      ).map(({ pointer, code }) => `${pointer.replace('/institution/notice/', '')} ${code}`);
    expect(codes({ successor: ` ${own} ` })).toEqual(['successor SUCCESSOR_ITSELF']);
    expect(codes({ successor: '示例·另一院' })).toEqual([]);
    const going = (destination: string) => ({ placements: [{ destination, people: 3, name: own }] });
    expect(codes(going('OTHER_INSTITUTION'))).toEqual(['placements/0/name RECEIVER_ITSELF']);
    expect(codes(going('OTHER'))).toEqual([]);
  });

  it.each(['ELDERLY_CARE', 'CHILDCARE'] as const)('of %s send nobody to the home that stops', (kind) => {
    const own = '示例·本院';
    const placements = [{ destination: 'OTHER_INSTITUTION', people: 3, name: ` ${own}` }];
    const faults = validateForm(
      noticeFormOf(kind, 'SUSPENSION'),
      { institution: { name: own, notice: { ...NOTICE, placements } } },
      { ...CONTEXT, terms: TERMS },
    );
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toContain(
      '/institution/notice/placements/0/name RECEIVER_ITSELF',
    );
  });

  it.each(['1', '。', '……', '甲'])('name nobody who takes people in by %s', (name) => {
    for (const destination of ['OTHER_INSTITUTION', 'OTHER'])
      for (const type of ['CLOSURE', 'SUSPENSION'] as const)
        expect(faultsOf(type, { ...NOTICE, placements: [{ destination, people: 3, name }] })).toContain(
          'placements/0/name NOT_IN_WORDS',
        );
    // Nobody is asked where people who go home go, and what is sent of it is dropped.
    const home = { ...NOTICE, placements: [{ destination: 'HOME', people: 3, name }] };
    expect(faultsOf('CLOSURE', home)).not.toContain('placements/0/name NOT_IN_WORDS');
  });

  it('give the fees back within so many days of the end, as the place sets them', () => {
    const days = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(days, days, (most, late) => {
        const faults = faultsOf(
          'CLOSURE',
          { ...NOTICE, endsOn: null, refundBy: addDays(NOTICE.startsOn, late) },
          { ...TERMS, REFUND_AFTER_CLOSURE: most },
        );
        expect(faults.includes('refundBy REFUND_TOO_LATE')).toBe(late > most);
      }),
    );
  });

  it('want everybody placed, neither more nor fewer', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 1000 }), (placed, residents) => {
        const placements = placed.map((people) => ({ destination: 'HOME', people }));
        const sum = placed.reduce((total, people) => total + people, 0);
        const faults = faultsOf('SUSPENSION', { ...NOTICE, residents, placements });
        // Where nobody lives nothing is asked, and what a program sends of it nevertheless is dropped; an empty table is missing.
        const isWrong = residents > 0 && sum > 0 && sum !== residents;
        expect(faults.includes('placements NOT_EVERYBODY_PLACED')).toBe(isWrong);
      }),
    );
  });
});
