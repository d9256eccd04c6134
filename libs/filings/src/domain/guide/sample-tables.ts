import type { FormDefinition, FormField } from '@zhaoguan/contracts';

/**
 * Tables as a 托育机构 of sixty places hands them in, where the example of the form is a single line: all its places stand in classes, with
 * as many carers as these need and the posts that are asked after. The example of a version that is in force is not changed.
 * @law 托育机构设置标准（试行）（国卫人口发〔2019〕58号）第十九条、第二十条、第二十一条
 */
const WHOLE_TABLES: Readonly<Record<string, string>> = {
  '/institution/classes': '托小班 2 个班、30 个托位；托大班 2 个班、30 个托位',
  '/institution/particulars/staff': [
    '保育人员 12 人、10 人持证、12 人专职',
    '卫生保健人员 1 人、1 人持证、1 人专职',
    '炊事人员 2 人、0 人持证、2 人专职',
    '保安人员 2 人、2 人持证、2 人专职',
  ].join('；'),
};

/** The form of a 托育机构 with whole tables for examples; any other as it is. */
export function withWholeTables(form: FormDefinition): FormDefinition {
  if (form.kind !== 'CHILDCARE') return form;
  const whole = (field: FormField): FormField => {
    const example = WHOLE_TABLES[field.pointer];
    return example === undefined ? field : { ...field, example };
  };
  return { ...form, steps: form.steps.map((step) => ({ ...step, fields: step.fields.map(whole) })) };
}
