import type { FieldType } from '@zhaoguan/contracts';
import { addDays, addMonths, isPlainDate, type PlainDate, yearOf } from '@zhaoguan/kernel';
import { isRecord, valueAt } from '../answers';
import { BROKEN, KEPT, NUMBERS, type RuleKind } from './rule';

const DATES: readonly FieldType[] = ['date'];
const dateOf = (value: unknown): PlainDate | null =>
  typeof value === 'string' && isPlainDate(value) ? value : null;

/**
 * So many days lie between the notice and the day on which the service stops: those who live there must find another place.
 * @law 浙江省社会养老服务促进条例第二十五条: 暂停或者终止服务的60日前; elsewhere 合理期限, without a number of days
 */
export const noticePeriod: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: ['days'],
  idle: ({ days = 0 }) => days <= 0,
  judge: ({ values, parameters: { days } }) => {
    const [stops, told] = values.map(dateOf);
    // Where the place sets no number of days, that it stops after the notice is all that is asked.
    if (!stops || !told || days === undefined || days <= 0) return KEPT;
    return stops < addDays(told, days) ? BROKEN : KEPT;
  },
};

/**
 * Where money that was taken in advance has to be given back, so many days lie between the notice and the stop. As long as nobody has said
 * how much that is, it may be some: the day is typed before the money, and who reads of it at the end types it twice.
 * @law 关于加强养老机构预收费监管的指导意见（民发〔2024〕19号）: 暂停或者终止服务的，提前30日公告并退还预收费余额
 */
export const refundNotice: RuleKind = {
  looksAt: [DATES, DATES, ['money']],
  parameters: ['days'],
  idle: noticePeriod.idle,
  judge: (input) => {
    const [, , refund] = input.values;
    const isNone = typeof refund === 'number' && refund <= 0;
    return isNone ? KEPT : noticePeriod.judge(input);
  },
};

/** A day has come: what is said to have been done was not done in the future. */
export const notFuture: RuleKind = {
  looksAt: [DATES],
  parameters: [],
  judge: ({ values, today }) => {
    const [day] = values.map(dateOf);
    return day && day > today ? BROKEN : KEPT;
  },
};

/**
 * What stops on the very day on which that is told, or handed in, leaves nobody the time to look for another place.
 * @law 托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条: the guardians are told beforehand, and the children are placed
 */
export const notAtOnce: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: [],
  judge: ({ values, today }) => {
    const [stops, told] = values.map(dateOf);
    return stops && (stops === told || stops === today) ? BROKEN : KEPT;
  },
};

/** A day is no more than so many days ahead: how well an institution is prepared to go on is looked at when it goes on, not years before. */
export const withinDays: RuleKind = {
  looksAt: [DATES],
  parameters: ['days'],
  judge: ({ values, parameters: { days }, today }) => {
    const [day] = values.map(dateOf);
    return day && days !== undefined && day > addDays(today, days) ? BROKEN : KEPT;
  },
};

/** A day is no more than so many months ahead: a year is easily mistyped, and what is said of people today will not hold then. */
export const withinMonths: RuleKind = {
  looksAt: [DATES],
  parameters: ['months'],
  judge: ({ values, parameters: { months }, today }) => {
    const [day] = values.map(dateOf);
    return day && months !== undefined && day > addMonths(today, months) ? BROKEN : KEPT;
  },
};

/**
 * A suspension (歇业) lasts for so many years at most.
 * @law 市场主体登记管理条例第三十条: 歇业的期限最长不得超过3年
 */
export const withinYears: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: ['years'],
  judge: ({ values, parameters: { years } }) => {
    const [end, beginning] = values.map(dateOf);
    // No suspension is that long in a calendar that ends with the year 9999.
    if (!end || !beginning || years === undefined || yearOf(beginning) + years > 9999) return KEPT;
    return end > addMonths(beginning, years * 12) ? BROKEN : KEPT;
  },
};

/**
 * For everybody who lives there is said where they go (安置去向): the column `/people` of the rows adds up to the number.
 * @law 老年人权益保障法第四十六条: 养老机构变更或者终止的，应当妥善安置收住的老年人；
 *   托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条: 终止服务的妥善安置婴幼儿
 */
export const everybodyPlaced: RuleKind = {
  looksAt: [['rows'], NUMBERS],
  parameters: [],
  words: ['placed', 'people'],
  told: '安置去向的人数合计应当与填报的人数一致',
  judge: ({ values: [rows, people], field }) => {
    if (typeof people !== 'number') return KEPT;
    // An empty table that has to be filled in is missing, not wrong: a draft is kept while it is being filled in.
    if (rows === null && field?.required === true) return KEPT;
    const placed = (Array.isArray(rows) ? rows.filter(isRecord) : [])
      .map((row) => valueAt(row, '/people'))
      .reduce<number>((sum, each) => sum + (typeof each === 'number' ? each : 0), 0);
    return placed === people ? KEPT : [{ words: { placed, people } }];
  },
};
