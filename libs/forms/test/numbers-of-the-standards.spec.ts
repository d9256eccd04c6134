import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REGISTRY_LEVELS } from '@zhaoguan/contracts';
import { addDays, checkUscc, plainDate, usccCheckDigit, type PlainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  CHILDCARE,
  childcareFaults,
  childcareParticulars,
  CONTEXT,
  elderlyFaults,
  elderlyParticulars,
  FORMS,
  formOf,
} from './forms.builder';

const codesOf = (faults: readonly { readonly code: string }[]): string[] => faults.map(({ code }) => code);
const childcare = (changes: object) => codesOf(childcareFaults({ ...CHILDCARE, ...changes }));
const area = fc.integer({ min: 1, max: 500_00 }).map((hundredths) => hundredths / 100);
const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(plainDate('2022-01-01'), days));

/** The same month and day, so many years later; in a year without 29 February its 28th. Not counted with the kernel. */
function yearsLater(first: PlainDate, years: number): string {
  const [year = '', month = '', date = ''] = first.split('-');
  const later = Number(year) + years;
  const leap = new Date(Date.UTC(later, 1, 29)).getUTCMonth() === 1;
  return `${later}-${month}-${month === '02' && date === '29' && !leap ? '28' : date}`;
}

/** A code of a 社会服务机构 that such a division has registered. */
function codeFrom(division: string): string {
  const found = [...'0123456789X']
    .map((digit) => `52${division}MJY00001${digit}`)
    .map((body) => body + usccCheckDigit(body))
    .find((code) => checkUscc(code).ok);
  if (found === undefined) throw new Error(`no code from ${division}`);
  return found;
}

describe('the numbers of the standards, for any answers', () => {
  it('a lease of a 托育机构 runs for three years, from its first day or from today', () => {
    fc.assert(
      fc.property(fc.option(day), fc.integer({ min: -40, max: 40 }), (first, more) => {
        const from = first ?? plainDate(CONTEXT.today);
        const dayAfterThreeYears = plainDate(yearsLater(from, 3));
        const leaseEndsOn = addDays(dayAfterThreeYears, more - 1);
        const found = childcare({ leaseStartsOn: first, leaseEndsOn });
        expect(found.includes('LEASE_TOO_SHORT')).toBe(more < 0);
      }),
    );
    expect(childcare({ premisesTenure: 'OWNED', leaseStartsOn: null, leaseEndsOn: null })).toEqual([]);
  });

  it('a 家庭托育点 has five children at most and nine square metres for each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), area, (capacity, floorAreaM2) => {
        const found = childcare({ siteType: 'HOME', legalForm: 'INDIVIDUAL', capacity, floorAreaM2 });
        expect(found.includes('CAPACITY_TOO_LARGE')).toBe(capacity > 5);
        expect(found.includes('AREA_TOO_SMALL')).toBe(floorAreaM2 < 9 * capacity);
        expect(found).not.toContain('FLOOR_AREA_TOO_SMALL');
      }),
    );
  });

  it('the level of the registry is that of the division in the code', () => {
    const registries = { COUNTY: '610116', CITY: '610100', PROVINCE: '610000' } as const;
    const level = fc.constantFrom(...REGISTRY_LEVELS);
    fc.assert(
      fc.property(level, level, (said, registryLevel) => {
        const code = { legalForm: 'PRIVATE_NON_ENTERPRISE', uscc: codeFrom(registries[said]) };
        const found = codesOf(elderlyFaults({ ...code, ...elderlyParticulars({ registryLevel }) }));
        expect(found.includes('REGISTRY_LEVEL_MISMATCH')).toBe(said !== registryLevel);
      }),
    );
  });

  it('nursing beds are beds for living', () => {
    const beds = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(beds, beds, (nursingBeds, residentialBeds) => {
        const found = codesOf(elderlyFaults({ nursingBeds, ...elderlyParticulars({ residentialBeds }) }));
        expect(found.includes('NURSING_BEDS_EXCEED_RESIDENTIAL')).toBe(nursingBeds > residentialBeds);
      }),
    );
  });

  it('what is indoors is no larger than the building', () => {
    fc.assert(
      fc.property(area, area, (floorAreaM2, indoorAreaM2) => {
        const found = childcare({ floorAreaM2, ...childcareParticulars({ indoorAreaM2 }) });
        expect(found.includes('INDOOR_AREA_EXCEEDS')).toBe(indoorAreaM2 > floorAreaM2);
      }),
    );
  });

  it('children live neither below the ground nor on the fourth floor and above', () => {
    fc.assert(
      fc.property(fc.subarray(['BASEMENT', 'FIRST', 'SECOND', 'THIRD', 'HIGHER']), (livingFloors) => {
        const wrong = livingFloors.filter((floor) => floor === 'BASEMENT' || floor === 'HIGHER').length;
        const found = childcare(childcareParticulars({ livingFloors }));
        expect(found.filter((code) => code === 'FLOOR_NOT_ALLOWED')).toHaveLength(wrong);
      }),
    );
  });

  it('a building of more than twenty years is to be looked at, and none is of a year to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1950, max: 2040 }), (builtIn) => {
        const found = childcare(childcareParticulars({ builtIn }));
        expect(found.includes('BUILDING_OLD')).toBe(builtIn < 2006);
        expect(found.includes('YEAR_TO_COME')).toBe(builtIn > 2026);
      }),
    );
  });

  it('recordings are kept for ninety days, the head has worked for three years', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 10 }), (cctvDays, headExperienceYears) => {
        const found = childcare(childcareParticulars({ cctvDays, headExperienceYears }));
        expect(found.includes('CCTV_TOO_SHORT')).toBe(cctvDays < 90);
        expect(found.includes('HEAD_EXPERIENCE_SHORT')).toBe(headExperienceYears < 3);
      }),
    );
  });

  it('fees are taken for twelve months in advance at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (prepaidMonths) => {
        const found = codesOf(elderlyFaults(elderlyParticulars({ prepaid: true, prepaidMonths })));
        expect(found.includes('PREPAID_TOO_LONG')).toBe(prepaidMonths > 12);
      }),
    );
  });
});

describe('every rule of the forms', () => {
  const specs = readdirSync(__dirname)
    .filter((name) => name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'))
    .join('\n');
  const codes = new Set(
    [...new Set(FORMS.map(({ code }) => code))].flatMap((code) =>
      (formOf(code).rules ?? []).map((rule) => rule.code),
    ),
  );

  it.each([...codes])('%s is looked at by a test of these', (code) => {
    // What runs out is tested by one table for all papers, under the name of the paper.
    const paper = code.replace(/_(EXPIRED|ENDS_SOON)$/, '');
    expect(new RegExp(`\\b${paper}'`).test(specs)).toBe(true);
  });
});
