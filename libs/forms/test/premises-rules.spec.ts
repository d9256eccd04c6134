import { addDays, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { findField, validateForm } from '../src';
import {
  CHILDCARE,
  CHILDCARE_FORM,
  childcareFaults,
  childcareFound as childcare,
  childcareParticulars,
  CONTEXT,
  ELDERLY_FORM,
  elderlyFaults,
  elderlyFound as elderly,
  only,
} from './forms.builder';

const TODAY = plainDate(CONTEXT.today);
const area = fc.integer({ min: 1, max: 2_000_00 }).map((hundredths) => hundredths / 100);

describe('areas', () => {
  it('of the rooms of the old are to be looked at below six square metres a bed, from twenty beds on', () => {
    fc.assert(
      fc.property(area, fc.integer({ min: 10, max: 200 }), (roomsAreaM2, capacity) => {
        const faults = elderlyFaults({ capacity, nursingBeds: null, particulars: { roomsAreaM2 } });
        const small = capacity >= 20 && roomsAreaM2 < 6 * capacity;
        expect(only(faults, 'ROOM_AREA_TOO_SMALL')).toMatchObject(small ? [{ severity: 'WARNING' }] : []);
      }),
    );
    expect(elderly({ roomsAreaM2: null }, 'ROOM_AREA_TOO_SMALL')).toEqual([]);
  });

  it('of the rooms of the old are part of the building', () => {
    fc.assert(
      fc.property(area, area, (roomsAreaM2, floorAreaM2) => {
        const faults = elderlyFaults({ floorAreaM2, particulars: { roomsAreaM2 } });
        const wrong = roomsAreaM2 > floorAreaM2;
        expect(only(faults, 'ROOMS_AREA_EXCEEDS')).toMatchObject(wrong ? [{ severity: 'ERROR' }] : []);
      }),
    );
  });

  it('outdoors are to be looked at below three square metres a child', () => {
    fc.assert(
      fc.property(area, fc.integer({ min: 1, max: 200 }), (outdoorAreaM2, capacity) => {
        const faults = childcareFaults({ capacity, classes: null, particulars: { outdoorAreaM2 } });
        const small = outdoorAreaM2 < 3 * capacity;
        expect(only(faults, 'OUTDOOR_AREA_TOO_SMALL')).toMatchObject(small ? [{ severity: 'WARNING' }] : []);
      }),
    );
    expect(childcare({ outdoorAreaM2: null }, 'OUTDOOR_AREA_TOO_SMALL')).toEqual([]);
  });

  it('indoors are part of the building', () => {
    expect(childcare({ indoorAreaM2: 480 }, 'INDOOR_AREA_EXCEEDS')).toEqual([]);
    expect(childcare({ indoorAreaM2: 480.01 }, 'INDOOR_AREA_EXCEEDS')).toMatchObject([{ severity: 'ERROR' }]);
  });

  it('per child are asked for only where the place has a number', () => {
    expect(only(childcareFaults({ floorAreaM2: 361, capacity: 100 }), 'FLOOR_AREA_TOO_SMALL')).toEqual([]);
  });
});

describe('papers that end', () => {
  it.each([
    ['foodLicenceUntil', 'FOOD_LICENCE'],
    ['fireProofUntil', 'FIRE_PROOF'],
    ['healthCertificatesUntil', 'HEALTH_CERTIFICATE'],
    ['insuranceEndsOn', 'INSURANCE'],
  ])('are wrong when %s has passed, and to be looked at ninety days before', (name, code) => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const until = { insuranceStartsOn: '2020-01-01', [name]: addDays(TODAY, days) };
        const found = elderly(until, `${code}_EXPIRED`, `${code}_ENDS_SOON`);
        const expected =
          days < 0
            ? [{ code: `${code}_EXPIRED`, severity: 'ERROR' }]
            : days <= 90
              ? [{ code: `${code}_ENDS_SOON`, severity: 'WARNING' }]
              : [];
        expect(found).toMatchObject(expected);
      }),
    );
    expect(elderly({ [name]: null }, `${code}_EXPIRED`, `${code}_ENDS_SOON`)).toEqual([]);
  });

  it('must be handed in: who has none yet is told where it is said, and may go on', () => {
    const codes = ['FIRE_PROOF_MISSING', 'FOOD_LICENCE_MISSING'];
    const hints = (changes: object, particulars: object) =>
      only(childcareFaults({ ...changes, ...childcareParticulars(particulars) }), ...codes);
    expect(hints({}, { fireProof: 'NONE', fireProofReason: '正在办理' })).toMatchObject([
      {
        pointer: '/institution/particulars/fireProof',
        severity: 'WARNING',
        message: expect.stringContaining('必须提交'),
      },
    ]);
    expect(hints({}, { fireProof: 'RECORD' })).toEqual([]);
    expect(hints({ mealsProvided: true }, {})).toMatchObject([
      { pointer: '/institution/particulars/foodLicenceNumber', severity: 'WARNING' },
    ]);
    expect(hints({ mealsProvided: true }, { foodLicenceNumber: 'JY36101160000001' })).toEqual([]);
    // What is wrong is not missing, and a 家庭托育点 hands in neither.
    expect(hints({ mealsProvided: true }, { foodLicenceNumber: 'YB1' })).toEqual([]);
    expect(hints({ mealsProvided: true, siteType: 'HOME' }, { fireProof: 'NONE' })).toEqual([]);
  });

  it('is told no more once the food licence has been uploaded', () => {
    const institution = { ...CHILDCARE, mealsProvided: true, particulars: {} };
    const hints = (uploaded: readonly string[]) =>
      only(validateForm(CHILDCARE_FORM, { institution }, { ...CONTEXT, uploaded }), 'FOOD_LICENCE_MISSING');
    expect(hints(['PREMISES_PROOF'])).toHaveLength(1);
    expect(hints(['FOOD_LICENCE'])).toEqual([]);
  });

  it('of a 养老机构 that has none yet: what the law forbids meanwhile is told with its clause', () => {
    const found = elderly({ fireProof: 'NONE', fireProofReason: '正在办理' }, 'FIRE_PROOF_MISSING');
    expect(found).toMatchObject([
      {
        severity: 'WARNING',
        message: expect.stringContaining('禁止投入使用'),
        basis: { law: '《中华人民共和国消防法》', article: '第十三条' },
      },
    ]);
    expect(elderly({ fireProof: 'RECORD' }, 'FIRE_PROOF_MISSING')).toEqual([]);
  });

  it('end after they begin, and were not written tomorrow', () => {
    const insurance = { insuranceStartsOn: '2027-05-02', insuranceEndsOn: '2027-05-01' };
    expect(elderly(insurance, 'INSURANCE_ENDS_EARLY')).toMatchObject([{ severity: 'ERROR' }]);
    expect(elderly({ fireProofOn: addDays(TODAY, 1) }, 'DAY_TO_COME')).toHaveLength(1);
    expect(elderly({ fireProofOn: TODAY }, 'DAY_TO_COME')).toEqual([]);
  });
});

describe('beds and those who live there', () => {
  const count = fc.integer({ min: 0, max: 100 });

  it('are together no more than all the beds', () => {
    fc.assert(
      fc.property(count, count, count, count, (able, partly, fully, day) => {
        const particulars = {
          residentsAble: able,
          residentsPartly: partly,
          residentsFully: fully,
          residentialBeds: 60,
          dayBeds: day,
        };
        const faults = elderlyFaults({ capacity: 120, particulars });
        const residents = able + partly + fully;
        expect(only(faults, 'RESIDENTS_EXCEED_BEDS')).toMatchObject(
          residents > 120
            ? [{ severity: 'ERROR', message: `收住老年人共 ${residents} 人，不能超过床位数` }]
            : [],
        );
        expect(only(faults, 'BEDS_EXCEED_CAPACITY')).toHaveLength(day > 60 ? 1 : 0);
      }),
    );
    const none = elderlyFaults({ particulars: {} });
    expect(only(none, 'RESIDENTS_EXCEED_BEDS', 'BEDS_EXCEED_CAPACITY')).toEqual([]);
  });

  it('have nursing beds among those for living', () => {
    expect(elderly({ residentialBeds: 60 }, 'NURSING_BEDS_EXCEED_RESIDENTIAL')).toEqual([]);
    const found = elderly({ residentialBeds: 59 }, 'NURSING_BEDS_EXCEED_RESIDENTIAL');
    expect(found).toMatchObject([{ severity: 'WARNING' }]);
  });
});

describe('the pledges', () => {
  it('are all made, or none of them', () => {
    const field = findField(ELDERLY_FORM, '/institution/particulars/pledges');
    const all = (field?.options ?? []).map(({ code }) => code);
    expect(all.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(fc.subarray(all), (pledges) => {
        const whole = pledges.length === 0 || pledges.length === all.length;
        expect(elderly({ pledges }, 'PLEDGE_INCOMPLETE')).toMatchObject(whole ? [] : [{ severity: 'ERROR' }]);
      }),
    );
  });
});

describe('the head and the recordings of a 托育机构', () => {
  it.each([
    [{ headEducation: 'BELOW' }, 'HEAD_EDUCATION_LOW', 'WARNING'],
    [{ headExperienceYears: 2 }, 'HEAD_EXPERIENCE_SHORT', 'WARNING'],
    [{ headTrained: false }, 'HEAD_UNTRAINED', 'WARNING'],
    [{ cctvDays: 89 }, 'CCTV_TOO_SHORT', 'ERROR'],
  ])('%j is %s', (changes, code, severity) => {
    expect(childcare(changes, code)).toMatchObject([{ severity }]);
    const [name = ''] = Object.keys(changes);
    expect(childcare({ [name]: null }, code)).toEqual([]);
  });

  it('are as they should be in the example', () => {
    expect(childcareFaults({})).toEqual([]);
  });
});
