import type { FieldType } from '@zhaoguan/contracts';
import { addDays, isPlainDate, normalizeText, type PlainDate } from '@zhaoguan/kernel';
import { isRecord } from '../answers';
import { BROKEN, KEPT, type RuleKind } from './rule';

const DATES: readonly FieldType[] = ['date'];
const dateOf = (value: unknown): PlainDate | null =>
  typeof value === 'string' && isPlainDate(value) ? value : null;

/**
 * Who takes people in is not the institution that ends (承接机构、接收机构): in a text, or in the column `name` of those rows that go to another
 * institution.
 * @law 老年人权益保障法第四十六条: 养老机构变更或者终止的，应当妥善安置收住的老年人
 */
export const notItself: RuleKind = {
  looksAt: [['text', 'rows']],
  parameters: [],
  besides: ['/institution/name'],
  judge: ({ values: [value], besides: [own] = [] }) => {
    if (typeof own !== 'string' || own.trim() === '') return KEPT;
    const isItself = (name: unknown): boolean =>
      typeof name === 'string' && normalizeText(name) === normalizeText(own);
    if (!Array.isArray(value)) return isItself(value) ? BROKEN : KEPT;
    return value.flatMap((row: unknown, index) =>
      isRecord(row) && row['destination'] === 'OTHER_INSTITUTION' && isItself(row['name'])
        ? [{ at: `/${index}/name` }]
        : [],
    );
  },
};

/** A day is no more than so many days after another one. */
export const withinDaysOf: RuleKind = {
  looksAt: [DATES, DATES],
  parameters: ['days'],
  judge: ({ values, parameters: { days } }) => {
    const [day, from] = values.map(dateOf);
    if (!day || !from || days === undefined) return KEPT;
    return day > addDays(from, days) ? BROKEN : KEPT;
  },
};
