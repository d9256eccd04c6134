import type { RightHolder } from '@zhaoguan/contracts';
import fc from 'fast-check';
import { keptInWords, standingOf, type Standing } from '../src/domain/overdue-standing';

const [COUNTY, CITY, PROVINCE] = ['610116', '610100', '610000'];
const places = {
  jurisdictions: [],
  districts: new Map([
    [COUNTY, { parent: CITY }],
    [CITY, { parent: PROVINCE }],
    [PROVINCE, { parent: null }],
  ]),
};
const at = (...districts: string[]): RightHolder[] =>
  districts.map((district) => ({ id: district, districts: [district] }));
const raised = (place = COUNTY, level: Standing['level'] = 'FIRST') => ({
  district: COUNTY,
  township: null,
  place,
  level,
});
const look = (now: ReturnType<typeof raised>, isSecondDue: boolean, able: RightHolder[], first = COUNTY) =>
  standingOf(now, { first, isSecondDue }, able, places);

describe('with whom it lies', () => {
  it.each<[string, Standing, Standing]>([
    [
      'stays with its own level where nobody is above',
      look(raised(), true, at(COUNTY)),
      { level: 'FIRST', place: COUNTY, lacking: 'ABOVE' },
    ],
    [
      'goes up once somebody is there',
      look(raised(), true, at(COUNTY, CITY)),
      { level: 'SECOND', place: CITY, lacking: null },
    ],
    [
      'goes to the nearest above that has somebody',
      look(raised(), true, at(COUNTY, PROVINCE)),
      { level: 'SECOND', place: PROVINCE, lacking: null },
    ],
    [
      'lacks nobody before that is due',
      look(raised(), false, at(COUNTY)),
      { level: 'FIRST', place: COUNTY, lacking: null },
    ],
    [
      'goes up at once where the office has nobody',
      look(raised(), false, at(CITY)),
      { level: 'SECOND', place: CITY, lacking: null },
    ],
    [
      'is with nobody where nobody is',
      look(raised(), false, []),
      { level: 'FIRST', place: COUNTY, lacking: 'ALL' },
    ],
    [
      'comes back where the one above has left',
      look(raised(CITY, 'SECOND'), true, at(COUNTY)),
      { level: 'FIRST', place: COUNTY, lacking: 'ABOVE' },
    ],
    [
      'comes back to the one between where that further up has left and the office has nobody',
      look(raised(PROVINCE, 'SECOND'), false, at(CITY)),
      { level: 'SECOND', place: CITY, lacking: null },
    ],
    [
      'goes on upwards where the one above has left and another is further up',
      look(raised(CITY, 'SECOND'), true, at(COUNTY, PROVINCE)),
      { level: 'SECOND', place: PROVINCE, lacking: null },
    ],
    [
      'of the heads themselves goes up at once when somebody comes',
      look(raised(), false, at(COUNTY, CITY), CITY),
      { level: 'FIRST', place: CITY, lacking: null },
    ],
    [
      'stays above while somebody is there',
      look(raised(CITY, 'SECOND'), true, at(COUNTY, CITY, PROVINCE)),
      { level: 'SECOND', place: CITY, lacking: null },
    ],
    [
      'of the heads themselves begins above',
      look(raised(CITY), false, at(COUNTY, CITY), CITY),
      { level: 'FIRST', place: CITY, lacking: null },
    ],
    [
      'of the heads themselves stays with them where nobody is above',
      look(raised(CITY), false, at(COUNTY), CITY),
      { level: 'FIRST', place: COUNTY, lacking: 'ABOVE' },
    ],
  ])('%s', (_, standing, expected) => expect(standing).toEqual(expected));

  it('lacks nobody above at the top, where there is no level above', () => {
    const top = { district: PROVINCE, township: null, place: PROVINCE, level: 'FIRST' } as const;
    expect(standingOf(top, { first: PROVINCE, isSecondDue: true }, at(PROVINCE), places)).toEqual({
      level: 'FIRST',
      place: PROVINCE,
      lacking: null,
    });
  });

  it('is never where nobody could urge it, while somebody could anywhere, and does not move when nothing has changed', () => {
    const staff = fc.subarray([COUNTY, CITY, PROVINCE]).map((codes) => at(...codes));
    const where = fc.constantFrom(raised(), raised(CITY), raised(CITY, 'SECOND'), raised(PROVINCE, 'SECOND'));
    const firsts = fc.constantFrom(COUNTY, CITY);
    fc.assert(
      fc.property(where, fc.boolean(), staff, firsts, (now, isSecondDue, able, first) => {
        const standing = look(now, isSecondDue, able, first);
        const isThere = able.some(({ districts }) => districts.includes(standing.place));
        expect(isThere).toBe(standing.lacking !== 'ALL');
        const again = look({ ...now, ...standing }, isSecondDue, able, first);
        // Due for the second time it may have come back to the first place in this run, and goes up from there in the next.
        if (!isSecondDue) expect(again).toEqual(standing);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is written down where it does not go up', () => {
    const words = (standing: Partial<Standing>) =>
      keptInWords({ level: 'FIRST', place: COUNTY, lacking: null, ...standing }, COUNTY);
    expect(words({ lacking: 'ABOVE' })).toContain('由本级负责人督办；需要上级知道的，请以其他方式报告');
    expect(words({ lacking: 'ALL' })).toContain('请以其他方式报告上级');
    expect(words({})).toBe('本级有可以督办的负责人，由其督办。');
    expect(words({ place: CITY, level: 'SECOND' })).toContain('改由在本平台有');
  });
});
