import type { Form, FormRule } from '@zhaoguan/contracts';
import { fieldsOf } from './answers';

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
const LABEL = '在住老年人数';

function withinBeds(form: Form): FormRule[] {
  const [place] = WITHIN_BEDS.fields;
  return fieldsOf(form).some(({ pointer, label }) => pointer === place && label === LABEL)
    ? [WITHIN_BEDS]
    : [];
}

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
export function rulesOf(form: Form): readonly FormRule[] {
  const lent = [...withinBeds(form), ...stopsForADay(form)];
  return [...form.rules, ...lent.filter((rule) => !form.rules.some(({ code }) => code === rule.code))];
}
