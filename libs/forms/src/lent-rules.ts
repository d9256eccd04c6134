import type { Form, FormDefinition, FormRule } from '@zhaoguan/contracts';

/** A form with the name by which the list of forms knows it; what is put together otherwise is lent nothing by name. */
export type NamedForm = Form & Partial<Pick<FormDefinition, 'code' | 'version'>>;

/**
 * Not more residents than beds, which the forms of a stop of 养老机构 name from 2 December 2026 on. More is a finding, no obstacle: the
 * institution may take in more than it has told of.
 * @law 养老机构管理办法（民政部令第66号）: 变更备案的规定
 */
const WITHIN_BEDS: FormRule = {
  rule: 'withinBeds',
  code: 'RESIDENTS_EXCEED_BEDS',
  fields: ['/institution/notice/residents'],
  severity: 'WARNING',
  message: '在住老年人数超过床位数（{beds} 张），请核对；床位有变化的，应当办理变更',
  basis: { law: '《养老机构管理办法》（民政部令第66号）', article: '变更备案的规定' },
};
/** The forms in which those who live there are counted, before the version that names the rule itself. */
const STOPS_OF_HOMES: ReadonlySet<string> = new Set(['ELDERLY_CARE_SUSPENSION', 'ELDERLY_CARE_CLOSURE']);
const NAMED_FROM_VERSION = 5;

const withinBeds = ({ code = '', version = NAMED_FROM_VERSION }: NamedForm): FormRule[] =>
  STOPS_OF_HOMES.has(code) && version < NAMED_FROM_VERSION ? [WITHIN_BEDS] : [];

/** A suspension that ends on its first day stops nothing: a day was mistyped, or nothing is to be told. By the provision of the same days. */
const stopsForADay = (form: Form): FormRule[] =>
  form.rules
    .filter(({ code }) => code === 'ENDS_BEFORE_START')
    .map(({ fields, basis }) => ({
      rule: 'notSameDay',
      code: 'ENDS_ON_START',
      fields,
      severity: 'WARNING',
      message: '恢复服务的日期与暂停的日期是同一天，请核对',
      basis,
    }));

/**
 * The rules of a form, with warnings that hold for every version: one that is in force, or drafted with, is not amended, and who fills it
 * in makes the same mistakes.
 */
export function rulesOf(form: NamedForm): readonly FormRule[] {
  const lent = [...withinBeds(form), ...stopsForADay(form)];
  return [...form.rules, ...lent.filter((rule) => !form.rules.some(({ code }) => code === rule.code))];
}
