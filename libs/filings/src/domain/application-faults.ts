import { LEGAL_FORM_LABELS, type Kind } from '@zhaoguan/contracts';
import { addDays, addMonths, checkUscc, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import { CAPACITY_NAMES, CLASS_LABELS, CLASS_LIMITS, type Application } from './application';

/** The limits in force for the kind and the district on that day (reference list `terms`). */
export interface FilingLimits {
  readonly today: PlainDate;
  /** 养老机构床位数不少于; only for 养老. */
  readonly minimumBeds: number;
  /** 家庭托育点收托人数上限; only for 托育. */
  readonly homeMaximum: number;
  /** 租赁场地租期不少于, years; only for 托育. */
  readonly leaseYears: number;
}

type Rule = (application: Application, kind: Kind, limits: FilingLimits) => FieldError | null;

const fault = (field: string, code: string, message: string): FieldError => ({
  pointer: `/institution/${field}`,
  code,
  message,
});

/**
 * What contradicts the law or itself in what has been filled in so far; what is not filled in is no fault yet. All
 * faults at once (一次性告知).
 */
export function faultsOf(application: Application, kind: Kind, limits: FilingLimits): FieldError[] {
  return RULES.map((rule) => rule(application, kind, limits)).filter((found) => found !== null);
}

/** @law GB 32100-2015: the first two characters tell who registered the body and as what */
const legalFormFitsCode: Rule = ({ legalForm, uscc }) => {
  const check = checkUscc(uscc);
  if (legalForm === null || !check.ok || check.entity === legalForm) return null;
  const actual = check.entity === 'OTHER' ? '其他类型的机构' : LEGAL_FORM_LABELS[check.entity];
  return fault('legalForm', 'LEGAL_FORM_MISMATCH', `与信用代码不一致：该代码属于${actual}`);
};

/** @law 养老机构管理办法（民政部令第66号）: 养老机构床位数在10张以上 */
const enoughBeds: Rule = ({ capacity }, kind, { minimumBeds }) =>
  kind === 'ELDERLY_CARE' && capacity !== null && capacity < minimumBeds
    ? fault('capacity', 'CAPACITY_TOO_SMALL', `养老机构床位数不少于 ${minimumBeds} 张`)
    : null;

const nursingBedsWithinBeds: Rule = ({ capacity, nursingBeds }, kind) =>
  nursingBeds !== null && capacity !== null && nursingBeds > capacity
    ? fault('nursingBeds', 'NURSING_BEDS_EXCEED_CAPACITY', `护理型床位数不能超过${CAPACITY_NAMES[kind]}`)
    : null;

const homeIsChildcare: Rule = ({ siteType }, kind) =>
  siteType === 'HOME' && kind !== 'CHILDCARE'
    ? fault('siteType', 'SITE_TYPE_MISMATCH', '家庭托育点应按托育机构备案')
    : null;

/** @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: above five children it files as a 托育机构 */
const homeIsSmall: Rule = ({ siteType, capacity }, kind, { homeMaximum }) =>
  kind === 'CHILDCARE' && siteType === 'HOME' && capacity !== null && capacity > homeMaximum
    ? fault(
        'capacity',
        'CAPACITY_TOO_LARGE',
        `家庭托育点收托人数不超过 ${homeMaximum} 人，超过的应按托育机构备案`,
      )
    : null;

/** @law 家庭托育点管理办法（试行）: the name contains 托育 */
const homeIsNamed: Rule = ({ siteType, name }) =>
  siteType === 'HOME' && name !== '' && !name.includes('托育')
    ? fault('name', 'NAME_WITHOUT_CHILDCARE', '家庭托育点名称中应当注明“托育”')
    : null;

const leaseRunsForwards: Rule = ({ leaseStartsOn, leaseEndsOn }) =>
  leaseStartsOn !== null && leaseEndsOn !== null && leaseEndsOn < leaseStartsOn
    ? fault('leaseEndsOn', 'LEASE_ENDS_EARLY', '租期届满日不能早于起始日')
    : null;

/**
 * Counted from the first day of the lease, or from today while that is not given.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）第十一条: 租赁场地租期不得少于3年
 */
const leaseIsLong: Rule = ({ premisesTenure, leaseStartsOn, leaseEndsOn }, kind, { leaseYears, today }) =>
  kind === 'CHILDCARE' &&
  premisesTenure === 'LEASED' &&
  leaseEndsOn !== null &&
  addDays(leaseEndsOn, 1) < addMonths(leaseStartsOn ?? today, leaseYears * 12)
    ? fault('leaseEndsOn', 'LEASE_TOO_SHORT', `租赁场地的租期不少于 ${leaseYears} 年`)
    : null;

const classesAreSmall: Rule = ({ classes }) => {
  const index = classes.findIndex((plan) => plan.places > plan.classes * CLASS_LIMITS[plan.type]);
  const plan = classes[index];
  if (!plan) return null;
  const message = `${CLASS_LABELS[plan.type]}每班不超过 ${CLASS_LIMITS[plan.type]} 人`;
  return fault(`classes/${index}/places`, 'CLASS_TOO_LARGE', message);
};

const classesWithinCapacity: Rule = ({ classes, capacity }) =>
  capacity !== null && classes.reduce((sum, plan) => sum + plan.places, 0) > capacity
    ? fault('classes', 'PLACES_EXCEED_CAPACITY', '各班托位之和不能超过托位数')
    : null;

const childcareOnly: Rule = ({ classes, serviceForms }, kind) =>
  kind !== 'CHILDCARE' && classes.length + serviceForms.length > 0
    ? fault(classes.length > 0 ? 'classes' : 'serviceForms', 'NOT_APPLICABLE', '只有托育机构填写此项')
    : null;

const RULES: readonly Rule[] = [
  legalFormFitsCode,
  enoughBeds,
  nursingBedsWithinBeds,
  homeIsChildcare,
  homeIsSmall,
  homeIsNamed,
  leaseRunsForwards,
  leaseIsLong,
  classesAreSmall,
  classesWithinCapacity,
  childcareOnly,
];

/** Each item of the 备案申请书 that must be filled in before it is handed in and is not. */
export function missingFields(application: Application): FieldError[] {
  const { legalRepresentative: head } = application;
  const needed: Readonly<Record<string, unknown>> = {
    name: application.name || null,
    uscc: application.uscc || null,
    legalForm: application.legalForm,
    'legalRepresentative/name': head.name,
    'legalRepresentative/residentId': head.residentId,
    'legalRepresentative/phone': head.phone,
    address: application.address,
    district: application.district || null,
    capacity: application.capacity,
  };
  return Object.keys(needed)
    .filter((field) => needed[field] === null)
    .map((field) => fault(field, 'REQUIRED', '请填写'));
}
