import { plainDate } from '@zhaoguan/kernel';
import { changesPremises, checkFacts, visitFaults } from '../src/domain/verification';

const FACTS = [
  { pointer: '/institution/address', label: '住所', filed: '示例路1号' },
  { pointer: '/institution/capacity', label: '床位数', filed: '120 张' },
];
const address = { pointer: '/institution/address', matches: true };

describe('what is found on the spot', () => {
  it('answers every item, with what was found where it does not match', () => {
    const facts = checkFacts(FACTS, [
      address,
      { pointer: '/institution/capacity', matches: false, found: ' 96 张 ' },
    ]);
    expect(facts).toEqual([
      { ...FACTS[0], matches: true, found: null },
      { ...FACTS[1], matches: false, found: '96 张' },
    ]);
  });

  it.each([
    [[address], '/facts'],
    [[address, { pointer: '/institution/capacity', matches: false }], '/facts/1/found'],
    [[address, { pointer: '/institution/capacity', matches: false, found: ' ' }], '/facts/1/found'],
    [[address, { pointer: '/institution/uscc', matches: true }], '/facts/1/pointer'],
    [[address, address, { pointer: '/institution/capacity', matches: true }], '/facts'],
  ])('refuses %j', (findings, pointer) => {
    try {
      checkFacts(FACTS, findings);
      throw new Error('was not refused');
    } catch (error) {
      expect(error).toMatchObject({ code: 'VALIDATION_FAILED' });
      expect((error as { fields: { pointer: string }[] }).fields).toContainEqual(
        expect.objectContaining({ pointer }),
      );
    }
  });

  it('is found by two who went after the filing and not tomorrow', () => {
    const days = {
      openedOn: plainDate('2026-11-20'),
      today: plainDate('2026-11-27'),
      able: new Set(['a', 'b']),
    };
    const visit = (officerIds: string[], day: string) =>
      visitFaults({ officerIds, visitedOn: plainDate(day) }, days).map(({ code }) => code);
    expect(visit(['a', 'b'], '2026-11-27')).toEqual([]);
    expect(visit(['a', 'a'], '2026-11-27')).toEqual(['TOO_FEW']);
    expect(visit(['a', 'x'], '2026-11-20')).toEqual(['UNKNOWN_OFFICER']);
    expect(visit(['a', 'b'], '2026-11-28')).toEqual(['IN_FUTURE']);
    expect(visit(['a', 'b'], '2026-11-19')).toEqual(['TOO_EARLY']);
  });

  it('is looked for anew at another site, and not for another number of beds', () => {
    expect(changesPremises(['/institution/address'])).toBe(true);
    expect(changesPremises(['/institution/capacity', '/institution/name'])).toBe(false);
  });
});
