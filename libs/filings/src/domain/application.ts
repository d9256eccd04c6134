import { refuse, type Kind, type LegalForm } from '@zhaoguan/contracts';
import {
  checkPhone,
  checkResidentId,
  checkUscc,
  normalizeText,
  plainDate,
  type PlainDate,
} from '@zhaoguan/kernel';

/** 首次备案, 变更, 暂停, 终止. Filed online so far: {@link FilingType} `INITIAL`. */
export const FILING_TYPES = ['INITIAL', 'CHANGE', 'SUSPENSION', 'CLOSURE'] as const;
export type FilingType = (typeof FILING_TYPES)[number];

/** 举办性质, as the registry of institutions keeps it. */
export const OWNERSHIP_CODES = [
  'PUBLIC',
  'PUBLIC_BUILT_PRIVATE_RUN',
  'PRIVATE_SUBSIDISED',
  'PRIVATE',
] as const;

export const OWNERSHIP_NAMES: Readonly<Record<(typeof OWNERSHIP_CODES)[number], string>> = {
  PUBLIC: '公办',
  PUBLIC_BUILT_PRIVATE_RUN: '公建民营',
  PRIVATE_SUBSIDISED: '民办公助',
  PRIVATE: '民办',
};

/** 场所权属: 自有, 租赁. */
export const PREMISES_TENURES = ['OWNED', 'LEASED'] as const;
export const PREMISES_TENURE_LABELS: Readonly<Record<(typeof PREMISES_TENURES)[number], string>> = {
  OWNED: '自有',
  LEASED: '租赁',
};

/** 服务形式 of a 托育机构. */
export const SERVICE_FORMS = ['FULL_DAY', 'HALF_DAY', 'HOURLY', 'TEMPORARY'] as const;
export type ServiceForm = (typeof SERVICE_FORMS)[number];
export const SERVICE_FORM_LABELS: Readonly<Record<ServiceForm, string>> = {
  FULL_DAY: '全日托',
  HALF_DAY: '半日托',
  HOURLY: '计时托',
  TEMPORARY: '临时托',
};

/** 班型 with the most children a class may have. @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号） */
export const CLASS_TYPES = ['INFANT', 'YOUNGER_TODDLER', 'OLDER_TODDLER', 'MIXED'] as const;
export type ClassType = (typeof CLASS_TYPES)[number];
export const CLASS_LIMITS: Readonly<Record<ClassType, number>> = {
  INFANT: 10,
  YOUNGER_TODDLER: 15,
  OLDER_TODDLER: 20,
  MIXED: 18,
};
export const CLASS_LABELS: Readonly<Record<ClassType, string>> = {
  INFANT: '乳儿班',
  YOUNGER_TODDLER: '托小班',
  OLDER_TODDLER: '托大班',
  MIXED: '混合编班',
};

/** How many classes of a type, with how many places (托位) in all. */
export interface ClassPlan {
  readonly type: ClassType;
  readonly classes: number;
  readonly places: number;
}

/** The application (备案申请书, 托育机构备案书). `null` is “not filled in yet”: a draft may be incomplete. */
export interface Application {
  readonly name: string;
  readonly uscc: string;
  readonly district: string;
  readonly legalForm: LegalForm | null;
  readonly legalRepresentative: {
    readonly name: string | null;
    readonly residentId: string | null;
    readonly phone: string | null;
  };
  readonly address: string | null;
  /** Beds (床位) or childcare places (托位). */
  readonly capacity: number | null;
  readonly township: string | null;
  readonly nursingBeds: number | null;
  readonly ownership: (typeof OWNERSHIP_CODES)[number] | null;
  readonly floorAreaM2: number | null;
  /** The phone that the institution publishes. */
  readonly servicePhone: string | null;
  readonly contact: { readonly name: string | null; readonly phone: string | null };
  readonly premisesTenure: (typeof PREMISES_TENURES)[number] | null;
  readonly leaseStartsOn: PlainDate | null;
  readonly leaseEndsOn: PlainDate | null;
  /** `HOME`: 家庭托育点; null: every other site. */
  readonly siteType: 'HOME' | null;
  readonly mealsProvided: boolean | null;
  readonly serviceForms: readonly ServiceForm[];
  readonly classes: readonly ClassPlan[];
}

type Partly<T> = { readonly [K in keyof T]?: T[K] | null };

/** What somebody types: absent keeps what is there, `null` clears it. */
export type ApplicationInput = Omit<
  Partly<Application>,
  'legalRepresentative' | 'contact' | 'leaseStartsOn' | 'leaseEndsOn'
> & {
  readonly legalRepresentative?: Partly<Application['legalRepresentative']> | null;
  readonly contact?: Partly<Application['contact']> | null;
  readonly leaseStartsOn?: string | null;
  readonly leaseEndsOn?: string | null;
};

const EMPTY: Application = {
  name: '',
  uscc: '',
  district: '',
  legalForm: null,
  legalRepresentative: { name: null, residentId: null, phone: null },
  address: null,
  capacity: null,
  township: null,
  nursingBeds: null,
  ownership: null,
  floorAreaM2: null,
  servicePhone: null,
  contact: { name: null, phone: null },
  premisesTenure: null,
  leaseStartsOn: null,
  leaseEndsOn: null,
  siteType: null,
  mealsProvided: null,
  serviceForms: [],
  classes: [],
};

/**
 * Lays the input over what is there, each text in the one spelling in which it is stored.
 * @throws INVALID_USCC, INVALID_RESIDENT_ID, INVALID_PHONE, INVALID_DATE for a code that is none
 */
export function fillIn(input: ApplicationInput, current: Application = EMPTY): Application {
  const head = current.legalRepresentative;
  const to = <T, R>(value: T | null | undefined, kept: R, spell: (value: T) => R, none: R): R =>
    value === undefined
      ? kept
      : value === null || (typeof value === 'string' && normalizeText(value) === '')
        ? none
        : spell(value);
  const same = <T>(value: T | null | undefined, kept: T | null): T | null => to(value, kept, (v) => v, null);
  const text = (value: string | null | undefined, kept: string | null) =>
    to(value, kept, normalizeText, null);
  const inHead = input.legalRepresentative === null ? CLEARED_HEAD : (input.legalRepresentative ?? {});
  const inContact = input.contact === null ? CLEARED_CONTACT : (input.contact ?? {});
  return {
    name: text(input.name, current.name) ?? '',
    uscc: to(input.uscc, current.uscc, usccOf, ''),
    district: same(input.district, current.district) ?? '',
    legalForm: same(input.legalForm, current.legalForm),
    legalRepresentative: {
      name: text(inHead.name, head.name),
      residentId: to(inHead.residentId, head.residentId, residentIdOf, null),
      phone: to(inHead.phone, head.phone, phoneOf, null),
    },
    address: text(input.address, current.address),
    capacity: same(input.capacity, current.capacity),
    township: same(input.township, current.township),
    nursingBeds: same(input.nursingBeds, current.nursingBeds),
    ownership: same(input.ownership, current.ownership),
    floorAreaM2: same(input.floorAreaM2, current.floorAreaM2),
    servicePhone: to(input.servicePhone, current.servicePhone, phoneOf, null),
    contact: {
      name: text(inContact.name, current.contact.name),
      phone: to(inContact.phone, current.contact.phone, phoneOf, null),
    },
    premisesTenure: same(input.premisesTenure, current.premisesTenure),
    leaseStartsOn: to(input.leaseStartsOn, current.leaseStartsOn, plainDate, null),
    leaseEndsOn: to(input.leaseEndsOn, current.leaseEndsOn, plainDate, null),
    siteType: same(input.siteType, current.siteType),
    mealsProvided: same(input.mealsProvided, current.mealsProvided),
    serviceForms: [
      ...new Set(input.serviceForms === undefined ? current.serviceForms : (input.serviceForms ?? [])),
    ],
    classes: input.classes === undefined ? current.classes : (input.classes ?? []),
  };
}

const CLEARED_HEAD = { name: null, residentId: null, phone: null };
const CLEARED_CONTACT = { name: null, phone: null };

function usccOf(value: string): string {
  const check = checkUscc(value);
  if (!check.ok) throw refuse('INVALID_USCC');
  return check.value;
}

function residentIdOf(value: string): string {
  const check = checkResidentId(value);
  if (!check.ok) throw refuse('INVALID_RESIDENT_ID');
  return check.value;
}

function phoneOf(value: string): string {
  const check = checkPhone(value);
  if (!check.ok) throw refuse('INVALID_PHONE');
  return check.value;
}

/** 养老 counts beds, 托育 places. */
export const CAPACITY_NAMES: Readonly<Record<Kind, string>> = { ELDERLY_CARE: '床位数', CHILDCARE: '托位数' };
