import type { Form, FormField, FormStep } from './reference/forms';

/**
 * What a 家庭托育点 would write where the example of the form is that of a 托育机构: its name, at most five children in somebody's
 * dwelling, 个体工商户 by its code, one who looks after three.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）
 */
const OF_A_HOME: Readonly<Record<string, string>> = {
  '/institution/name': '示例·小梨子家庭托育点',
  '/institution/particulars/alias': '示例·小梨子',
  '/institution/uscc': '9261011600000006X8',
  '/institution/legalForm': '个体工商户',
  '/institution/address': '陕西省西安市长安区郭杜街道示例路2号示例小区1号楼1单元101室',
  '/institution/floorAreaM2': '90',
  '/institution/particulars/indoorAreaM2': '72',
  '/institution/capacity': '5',
  '/institution/mealsProvided': '否',
  '/institution/particulars/staff': '保育人员 2 人、2 人持证、2 人专职',
  '/institution/particulars/fees': '全日托 1,500.00 元至 2,000.00 元、每月',
  '/institution/notice/residents': '5',
  '/institution/notice/placements': '转入其他机构 3 人（示例·蒲公英托育中心）；回家照护 2 人',
  '/institution/notice/refundFen': '1500.00',
};

/** What introduces a step speaks of the head's qualification, of branches and of a proof of fire protection, which nobody asks of a dwelling. */
const STEPS_OF_A_HOME: Readonly<Record<string, Partial<Pick<FormStep, 'title' | 'intro'>>>> = {
  premises: { intro: '提供托育服务的住宅。' },
  service: { intro: '收托的规模和形式。' },
  staff: { title: '人员', intro: '各岗位的人数；只填人数，不填姓名。' },
  safety: {
    title: '食品安全与监控',
    intro: '提供餐饮服务的，按食品经营许可证填写；监控录像填写保存的天数。',
  },
};

/** The form of a 托育机构 as who runs a 家庭托育点 reads it: with examples and introductions of their own; it asks and judges the same. */
export function formOfHome<F extends Form>(form: F): F {
  const own = (field: FormField): FormField => {
    const example = OF_A_HOME[field.pointer] ?? field.example;
    return example === undefined ? field : { ...field, example };
  };
  const steps = form.steps.map((step) => ({
    ...step,
    ...STEPS_OF_A_HOME[step.key],
    fields: step.fields.map(own),
  }));
  return { ...form, steps };
}
