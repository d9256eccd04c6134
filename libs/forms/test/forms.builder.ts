import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseForms,
  parseTerms,
  type Form,
  type FormDefinition,
  type FormField,
  type FormRule,
} from '@zhaoguan/contracts';
import { validateForm, type FormContext, type FormFault } from '../src';

function reference(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference', name), 'utf8'));
}

/** The forms as they are loaded into the database. */
export const FORMS: readonly FormDefinition[] = parseForms(reference('forms.json')).items;

/** The newest version, or the one that is named. */
export function formOf(code: string, version?: number): FormDefinition {
  const form = FORMS.findLast(
    (each) => each.code === code && (version === undefined || each.version === version),
  );
  if (!form) throw new Error(`no form ${code}`);
  return form;
}
export const ELDERLY_FORM = formOf('ELDERLY_CARE_INITIAL');
export const CHILDCARE_FORM = formOf('CHILDCARE_INITIAL');

export const TERM_ROWS = parseTerms(reference('terms.json')).items;

/** The nationwide numbers that the rules of these forms need. */
const TERMS = Object.fromEntries(
  TERM_ROWS.filter(({ jurisdiction }) => jurisdiction === '000000').map(({ code, value }) => [code, value]),
);
export const CONTEXT: FormContext = { today: '2026-11-20', terms: TERMS };

/** A 养老机构 and a 托育机构 that leave nothing open. */
export const ELDERLY = {
  name: '示例·长安颐养院',
  uscc: '91110000101623741K',
  legalForm: 'ENTERPRISE',
  ownership: 'PRIVATE',
  district: '610116',
  township: '610116001',
  address: '陕西省西安市长安区韦曲街道示例路1号',
  premisesTenure: 'LEASED',
  leaseStartsOn: '2026-01-01',
  leaseEndsOn: '2031-12-31',
  floorAreaM2: 3600.5,
  capacity: 120,
  nursingBeds: 60,
  mealsProvided: true,
  legalRepresentative: { name: '示例·王建国', residentId: '610116189001010019', phone: '13800000001' },
  contact: { name: '示例·李联络', phone: '029-85290000' },
  servicePhone: '029-85290001',
  particulars: {
    establishedOn: '2020-05-20',
    inclusive: false,
    roomsAreaM2: 960,
    livingFloors: ['FIRST', 'SECOND'],
    fireResistance: 'SECOND',
    lift: true,
    residentialBeds: 110,
    dayBeds: 10,
    fireProof: 'RECORD',
    fireProofNumber: '示例消验备〔2026〕第1号',
    fireProofOn: '2026-03-01',
    mealsMode: 'OWN',
    foodLicenceNumber: 'JY36101160000001',
    foodLicenceUntil: '2030-06-30',
    residentsAble: 20,
    residentsPartly: 12,
    residentsFully: 5,
    staff: [
      { post: 'HEAD', people: 1, certified: 1, fullTime: 1 },
      { post: 'CARE_WORKER', people: 12, certified: 10, fullTime: 12 },
    ],
    fees: [
      { item: 'BED', amount: { from: 120_000, to: 300_000 }, per: 'MONTH', note: null },
      { item: 'DEPOSIT', amount: { from: 500_000, to: 500_000 }, per: 'ONCE', note: null },
    ],
    membership: false,
    prepaid: true,
    prepaidMonths: 3,
    liabilityInsured: true,
    insurer: '示例·财产保险股份有限公司',
    insuranceStartsOn: '2026-07-01',
    insuranceEndsOn: '2027-06-30',
  },
};
export const CHILDCARE = {
  name: '示例·小树苗托育中心',
  uscc: '91110000101623741K',
  legalForm: 'ENTERPRISE',
  ownership: 'PRIVATE',
  district: '610116',
  address: '陕西省西安市长安区郭杜街道示例路2号',
  premisesTenure: 'LEASED',
  leaseStartsOn: '2026-01-01',
  leaseEndsOn: '2031-12-31',
  floorAreaM2: 480,
  capacity: 50,
  serviceForms: ['FULL_DAY'],
  classes: [
    { type: 'YOUNGER_TODDLER', classes: 2, places: 30 },
    { type: 'OLDER_TODDLER', classes: 1, places: 20 },
  ],
  mealsProvided: false,
  legalRepresentative: { name: '示例·李秀英', residentId: '610116189001010019', phone: '13900000002' },
  contact: { name: '示例·张联络', phone: '029-85290002' },
  particulars: {
    indoorAreaM2: 360,
    outdoorAreaM2: 240,
    livingFloors: ['FIRST', 'SECOND'],
    builtIn: 2012,
    headEducation: 'COLLEGE',
    headExperienceYears: 5,
    headTrained: true,
    staff: [
      { post: 'HEAD', people: 1, certified: 1, fullTime: 1 },
      { post: 'CARER', people: 10, certified: 8, fullTime: 10 },
      { post: 'HEALTH', people: 1, certified: 1, fullTime: 1 },
      { post: 'GUARD', people: 1, certified: 1, fullTime: 1 },
      { post: 'COOK', people: 1, certified: 1, fullTime: 1 },
    ],
    cctvDays: 90,
    fees: [{ item: 'FULL_DAY', amount: { from: 180_000, to: 260_000 }, per: 'MONTH' }],
  },
};

/** Further answers with these instead. */
export const elderlyParticulars = (changes: object): object => ({
  particulars: { ...ELDERLY.particulars, ...changes },
});
export const childcareParticulars = (changes: object): object => ({
  particulars: { ...CHILDCARE.particulars, ...changes },
});

/** Faults of the complete application with these answers instead. */
export function elderlyFaults(changes: object): FormFault[] {
  return validateForm(ELDERLY_FORM, { institution: { ...ELDERLY, ...changes } }, CONTEXT);
}
/** The same of a 托育机构; its places are those of its classes unless they are given. */
export function childcareFaults(changes: object): FormFault[] {
  const institution = { ...CHILDCARE, capacity: placesIn(changes) ?? CHILDCARE.capacity, ...changes };
  return validateForm(CHILDCARE_FORM, { institution }, CONTEXT);
}

function placesIn({ classes }: { readonly classes?: unknown }): number | undefined {
  if (!Array.isArray(classes) || classes.length === 0) return undefined;
  const places = classes.map((row: { readonly places?: unknown } | null) => row?.places);
  return places.every((each) => typeof each === 'number')
    ? places.reduce((sum, each) => sum + each, 0)
    : undefined;
}

/** Pointer and code of each fault. */
export function placesOf(faults: readonly FormFault[]): string[] {
  return faults.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** A form of one step. */
export function formWith(fields: readonly FormField[], rules: readonly FormRule[] = []): Form {
  return { title: '示例表', steps: [{ key: 'only', title: '示例', intro: '示例', fields }], rules };
}

export function text(pointer: string, more: Partial<FormField> = {}): FormField {
  return { pointer, label: '文字', type: 'text', maxLength: 10, ...more };
}

/** Of the faults that a form finds, those of these codes. */
export const only = <F extends { readonly code: string }>(
  faults: readonly F[],
  ...codes: readonly string[]
): F[] => faults.filter(({ code }) => codes.includes(code));
/** What the form of a 养老机构 finds of these codes where these particulars are given. */
export const elderlyFound = (changes: object, ...codes: readonly string[]) =>
  only(elderlyFaults(elderlyParticulars(changes)), ...codes);
/** The same of a 托育机构. */
export const childcareFound = (changes: object, ...codes: readonly string[]) =>
  only(childcareFaults(childcareParticulars(changes)), ...codes);
