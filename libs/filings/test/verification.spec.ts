import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { changesPremises, checkFacts, earliestVisit, visitFaults } from '../src/domain/verification';

const FACTS = [
  { pointer: '/institution/address', label: '住所', filed: '示例路1号', requires: null, unit: null },
  { pointer: '/institution/capacity', label: '床位数', filed: '120 张', requires: null, unit: '张' },
];
const TO_VISIT = FACTS.map((fact, index) => ({ ...fact, decimals: [null, 0][index] ?? null }));
const address = { pointer: '/institution/address', matches: true };

describe('what is found on the spot', () => {
  it('answers every item, with what was found where it does not match', () => {
    const facts = checkFacts(TO_VISIT, [
      address,
      { pointer: '/institution/capacity', matches: false, found: ' 96 张 ' },
    ]);
    expect(facts).toEqual([
      { ...FACTS[0], matches: true, found: null, foundNumber: null },
      { ...FACTS[1], matches: false, found: '96 张', foundNumber: null },
    ]);
  });

  it.each([
    [undefined, '96 张'],
    ['96 张', '96 张'],
    ['另有 3 个房间', '96 张（另有 3 个房间）'],
  ])('keeps what was counted as a number, and reads it before %j', (found, words) => {
    const counted = { pointer: '/institution/capacity', matches: false, found, foundNumber: 96 };
    expect(checkFacts(TO_VISIT, [address, counted])[1]).toMatchObject({ found: words, foundNumber: 96 });
  });

  it.each([
    [[address], '/facts'],
    [[address, { pointer: '/institution/capacity', matches: false }], '/facts/1/found'],
    [[address, { pointer: '/institution/capacity', matches: false, found: ' ' }], '/facts/1/found'],
    [[address, { pointer: '/institution/capacity', matches: false, found: '实有120张' }], '/facts/1/found'],
    [
      [address, { pointer: '/institution/capacity', matches: false, foundNumber: 120 }],
      '/facts/1/foundNumber',
    ],
    [
      [address, { pointer: '/institution/capacity', matches: false, foundNumber: 96.5 }],
      '/facts/1/foundNumber',
    ],
    [[{ ...address, matches: false, found: '示例路2号', foundNumber: 2 }], '/facts/0/foundNumber'],
    [[address, { pointer: '/institution/uscc', matches: true }], '/facts/1/pointer'],
    [[address, address, { pointer: '/institution/capacity', matches: true }], '/facts'],
  ])('refuses %j', (findings, pointer) => {
    try {
      checkFacts(TO_VISIT, findings);
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
      earliest: { day: plainDate('2026-11-20'), label: '准予的日期' },
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

  it('is looked at again only after what it answers: acceptance, last visit, report and accepted change', () => {
    const day = fc.integer({ min: 0, max: 60 });
    const kinds = fc.constantFrom(
      'correct' as const,
      'amend' as const,
      'refile' as const,
      'mismatch' as const,
    );
    const step = fc.record({ action: kinds, on: day });
    fc.assert(
      fc.property(day, fc.array(day), fc.array(step), day, (opened, visits, steps, visited) => {
        const on = (days: number) => addDays(plainDate('2026-11-01'), days);
        const noon = (days: number) => new Date(`${on(days)}T12:00:00+08:00`);
        const earliest = earliestVisit(
          { openedAt: noon(opened), origin: 'ACCEPTANCE' },
          visits.map((each) => ({ visitedOn: on(each) })),
          steps.map((each) => ({ action: each.action, at: noon(each.on) })),
        );
        const visit = { officerIds: ['a', 'b'], visitedOn: on(visited) };
        const faults = visitFaults(visit, { earliest, today: on(60), able: new Set(['a', 'b']) });
        // What a visit found is no report: it counts by the day on which one went, not on which it was typed.
        const answered = steps.filter(({ action }) => action !== 'mismatch');
        const tooEarly = [opened, ...visits, ...answered.map((each) => each.on)].some(
          (each) => visited < each,
        );
        expect(faults.map(({ code }) => code)).toEqual(tooEarly ? ['TOO_EARLY'] : []);
      }),
    );
  });

  it('is looked for anew at another site, and not for another number of beds', () => {
    expect(changesPremises(['/institution/address'])).toBe(true);
    expect(changesPremises(['/institution/capacity', '/institution/name'])).toBe(false);
  });
});
