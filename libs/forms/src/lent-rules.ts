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

/**
 * The rules of a form, with the warning that a later version brought: a version that is in force or drafted with is not amended, and who
 * fills it in has the same mistake before them.
 */
export function rulesOf(form: Form): readonly FormRule[] {
  const [place] = WITHIN_BEDS.fields;
  const isAsked = fieldsOf(form).some(({ pointer, label }) => pointer === place && label === LABEL);
  return isAsked && !form.rules.some(({ code }) => code === WITHIN_BEDS.code)
    ? [...form.rules, WITHIN_BEDS]
    : form.rules;
}
