import type { Form, FormField } from './reference/forms';

/** What rules, conditions and forms say of filing (备案), and what is said of a licence (许可) instead; the longer first. */
const SAID_OF_FILINGS: readonly (readonly [of: string, instead: string])[] = [
  ['对备案材料的真实性', '对申请材料的真实性'],
  ['向原备案机关办理变更备案', '向作出许可决定的机关申请变更'],
  ['按托育机构备案', '按托育机构申请许可'],
  ['迁移住所的，另行备案', '迁移住所的，另行申请许可'],
  ['办理首次备案', '申请许可'],
  ['首次备案逐项', '逐项'],
  ['恢复服务备案。', '恢复服务。'],
  ['服务备案书', '服务报告书'],
  ['机构备案书', '机构许可申请书'],
  ['提交备案', '提交'],
  ['分别备案', '分别申请许可'],
  ['受理备案', '受理申请'],
  ['备案类别', '申请类别'],
  ['备案承诺', '申请承诺'],
  ['备案机关', '许可机关'],
];

/** Basic conditions, rules and forms bind whoever is licensed as well; what they say of filing is said of the licence. */
export function saidOfLicence(text: string): string {
  return SAID_OF_FILINGS.reduce((said, [of, instead]) => said.replaceAll(of, instead), text);
}

/** A form in the words of a licence; what it asks, and by which law, is the same. */
export function formOfLicence<F extends Form>(form: F): F {
  return {
    ...form,
    title: saidOfLicence(form.title),
    steps: form.steps.map((step) => ({
      ...step,
      title: saidOfLicence(step.title),
      intro: saidOfLicence(step.intro),
      fields: step.fields.map(fieldOfLicence),
    })),
    rules: form.rules.map((rule) => ({ ...rule, message: saidOfLicence(rule.message) })),
  };
}

function fieldOfLicence({ label, help, ...field }: FormField): FormField {
  return {
    ...field,
    label: saidOfLicence(label),
    ...(help === undefined ? {} : { help: saidOfLicence(help) }),
  };
}
