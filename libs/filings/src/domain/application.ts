import { refuse, type LegalForm } from '@zhaoguan/contracts';
import { fillInParticulars, type Particulars } from './particulars';
import { noticeFrom, type NoticeInput, type ServiceNotice } from './service-notice';
import {
  checkPhone,
  checkResidentId,
  checkUscc,
  normalizeText,
  plainDate,
  type PlainDate,
} from '@zhaoguan/kernel';

/** 举办性质, as the registry of institutions keeps it. */
export const OWNERSHIP_CODES = [
  'PUBLIC',
  'PUBLIC_BUILT_PRIVATE_RUN',
  'PRIVATE_SUBSIDISED',
  'PRIVATE',
] as const;

/** 场所权属: 自有, 租赁. */
export const PREMISES_TENURES = ['OWNED', 'LEASED'] as const;

/** 服务形式 of a 托育机构. */
export const SERVICE_FORMS = ['FULL_DAY', 'HALF_DAY', 'HOURLY', 'TEMPORARY'] as const;
export type ServiceForm = (typeof SERVICE_FORMS)[number];

/** 班型. @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号） */
export const CLASS_TYPES = ['INFANT', 'YOUNGER_TODDLER', 'OLDER_TODDLER', 'MIXED'] as const;
export type ClassType = (typeof CLASS_TYPES)[number];

/** How many classes of a type, with how many places (托位) in all. */
export interface ClassPlan {
  readonly type: ClassType;
  readonly classes: number;
  readonly places: number;
}

/** The answers to the form (备案申请书, 托育机构备案书). `null` is “not filled in yet”: a draft may be incomplete. */
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
  /** What the form asks for besides. */
  readonly particulars: Particulars;
  /** What a suspension, resumption or closure says; null in every other filing. */
  readonly notice: ServiceNotice | null;
}

type Partly<T> = { readonly [K in keyof T]?: T[K] | null };

/** What somebody types: absent keeps what is there, `null` clears it. */
export type ApplicationInput = Omit<
  Partly<Application>,
  'legalRepresentative' | 'contact' | 'leaseStartsOn' | 'leaseEndsOn' | 'notice'
> & {
  readonly notice?: NoticeInput | null;
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
  particulars: {},
  notice: null,
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
    particulars: fillInParticulars(input.particulars, current.particulars),
    notice: noticeFrom(input.notice, current.notice),
  };
}

const CLEARED_HEAD = { name: null, residentId: null, phone: null };
const CLEARED_CONTACT = { name: null, phone: null };

export function usccOf(value: string): string {
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
