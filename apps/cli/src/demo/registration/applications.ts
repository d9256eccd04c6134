import type { PlainDate } from '@zhaoguan/kernel';
import { DEMO_DISTRICT } from '../accounts';
import { numberedResidentId, numberedUscc } from '../demo-codes';
import { LICENCE_DISTRICT } from '../licence-district';

/** What tells one institution of the demo from another. */
export interface Site {
  /** Number of its codes, and of its house. */
  readonly number: number;
  readonly name: string;
  /** 法定代表人（主要负责人）. */
  readonly head: string;
  readonly capacity: number;
  /** House number of another, where it took over its rooms. */
  readonly house?: number;
  /** Where it stands; in the demo county unless it says otherwise. */
  readonly area?: keyof typeof AREAS;
}

const AREAS = {
  DEMO_DISTRICT: {
    district: DEMO_DISTRICT,
    township: `${DEMO_DISTRICT}001`,
    path: '陕西省西安市长安区韦曲街道',
  },
  LICENCE_DISTRICT: {
    district: LICENCE_DISTRICT,
    township: `${LICENCE_DISTRICT}001`,
    path: '陕西省西安市未央区张家堡街道',
  },
} as const;

/** Its dated items: a day for each. */
export interface Until {
  readonly lease: PlainDate;
  readonly fireProof: PlainDate;
  readonly foodLicence: PlainDate;
  readonly insurance: PlainDate;
}

const phoneOf = (number: number): string => `1380000${String(number).padStart(4, '0')}`;

function common(
  { number, name, head, house, area = 'DEMO_DISTRICT' }: Site,
  street: string,
  leaseEndsOn: PlainDate | null,
) {
  const { district, township, path } = AREAS[area];
  return {
    name,
    ownership: 'PRIVATE',
    district,
    township,
    address: `${path}${street}${house ?? number}号`,
    premisesTenure: leaseEndsOn === null ? 'OWNED' : 'LEASED',
    ...(leaseEndsOn === null ? {} : { leaseStartsOn: '2020-01-01', leaseEndsOn }),
    legalRepresentative: {
      name: head,
      residentId: numberedResidentId(number),
      phone: phoneOf(number),
    },
    contact: { name: '示例·联络员', phone: '029-85000000' },
    servicePhone: `029-8500${String(1000 + number)}`,
  };
}

/** What it holds that ends on a day: 消防文书, 食品经营许可证, 责任险. */
export const dated = ({ fireProof, foodLicence, insurance }: Until, number: number) => ({
  fireProof: 'INSPECTION',
  fireProofNumber: `示例消检〔2024〕第${number}号`,
  fireProofOn: '2024-03-01',
  fireProofUntil: fireProof,
  mealsMode: 'OWN',
  foodLicenceNumber: `JY361011600${String(number).padStart(5, '0')}`,
  foodLicenceUntil: foodLicence,
  liabilityInsured: true,
  insurer: '示例·财产保险股份有限公司',
  insuranceStartsOn: '2025-12-01',
  insuranceEndsOn: insurance,
});

/** A 养老机构 that leaves nothing open. */
export function elderly(site: Site, until: Until) {
  const { capacity, number } = site;
  return {
    ...common(site, '示例康养路', until.lease),
    uscc: numberedUscc('52', number),
    legalForm: 'PRIVATE_NON_ENTERPRISE',
    floorAreaM2: capacity * 35,
    capacity,
    nursingBeds: Math.floor(capacity * 0.6),
    mealsProvided: true,
    particulars: {
      ...dated(until, number),
      establishedOn: '2020-05-20',
      inclusive: true,
      roomsAreaM2: capacity * 8,
      livingFloors: ['FIRST', 'SECOND'],
      fireResistance: 'SECOND',
      lift: true,
      residentialBeds: capacity,
      dayBeds: 0,
      residentsAble: 5,
      residentsPartly: 6,
      residentsFully: 4,
      staff: [
        { post: 'HEAD', people: 1, certified: 1, fullTime: 1 },
        { post: 'CARE_WORKER', people: 8, certified: 7, fullTime: 8 },
        { post: 'COOK', people: 2, certified: 2, fullTime: 2 },
      ],
      fees: [{ item: 'BED', amount: { from: 120_000, to: 260_000 }, per: 'MONTH', note: null }],
      membership: false,
      prepaid: false,
    },
  };
}

/** A 托育机构 that leaves nothing open; its places are a multiple of 20. */
export function childcare(site: Site, until: Until) {
  const { capacity, number } = site;
  const classes = capacity / 20;
  return {
    ...common(site, '示例幼苗路', until.lease),
    uscc: numberedUscc('91', number),
    legalForm: 'ENTERPRISE',
    floorAreaM2: capacity * 10,
    capacity,
    serviceForms: ['FULL_DAY', 'HALF_DAY'],
    classes: [{ type: 'OLDER_TODDLER', classes, places: capacity }],
    mealsProvided: true,
    particulars: {
      ...dated(until, number),
      indoorAreaM2: capacity * 8,
      outdoorAreaM2: capacity * 4,
      livingFloors: ['FIRST', 'SECOND'],
      builtIn: 2015,
      headEducation: 'BACHELOR',
      headExperienceYears: 6,
      headTrained: true,
      staff: [
        { post: 'HEAD', people: 1, certified: 1, fullTime: 1 },
        { post: 'CARER', people: classes * 3, certified: classes * 3, fullTime: classes * 3 },
        { post: 'HEALTH', people: 1, certified: 1, fullTime: 1 },
        { post: 'GUARD', people: 1, certified: 1, fullTime: 1 },
        { post: 'COOK', people: 1, certified: 1, fullTime: 1 },
      ],
      cctvDays: 90,
      fees: [{ item: 'FULL_DAY', amount: { from: 180_000, to: 260_000 }, per: 'MONTH', note: null }],
    },
  };
}

/** A 家庭托育点 that leaves nothing open. */
export function home(site: Site, leaseEndsOn: PlainDate) {
  const { number, capacity } = site;
  return {
    ...common(site, '示例安居路', leaseEndsOn),
    siteType: 'HOME',
    uscc: numberedUscc('92', number),
    legalForm: 'SOLE_PROPRIETOR',
    floorAreaM2: capacity * 15,
    capacity,
    serviceForms: ['FULL_DAY'],
    classes: [{ type: 'MIXED', classes: 1, places: capacity }],
    mealsProvided: false,
    particulars: {
      indoorAreaM2: capacity * 12,
      outdoorAreaM2: 20,
      livingFloors: ['FIRST'],
      headEducation: 'COLLEGE',
      headExperienceYears: 4,
      headTrained: true,
      staff: [{ post: 'CARER', people: 2, certified: 2, fullTime: 2 }],
      cctvDays: 90,
      fees: [{ item: 'FULL_DAY', amount: { from: 150_000, to: 200_000 }, per: 'MONTH', note: null }],
    },
  };
}
