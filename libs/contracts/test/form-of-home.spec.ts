import { formOfHome, type Form } from '../src';

const FORM: Form = {
  title: '托育机构备案书',
  steps: [
    {
      key: 'premises',
      title: '托育场地',
      intro: '提供托育服务的场地，分店、连锁点分别备案。',
      fields: [
        { pointer: '/institution/floorAreaM2', label: '建筑面积', type: 'decimal', example: '480' },
        { pointer: '/institution/particulars/builtIn', label: '建成年份', type: 'integer', example: '2012' },
      ],
    },
    { key: 'staff', title: '负责人资格与人员', intro: '负责人的资格，以及各岗位的人数。', fields: [] },
    { key: 'safety', title: '消防与食品安全', intro: '按取得的文书和许可证填写。', fields: [] },
  ],
  rules: [],
};

it('the form of a 家庭托育点 has examples and introductions of its own, and asks the same', () => {
  const home = formOfHome(FORM);
  expect(home.steps.map(({ title, intro }) => `${title}：${intro}`)).toEqual([
    '托育场地：提供托育服务的住宅。',
    '人员：各岗位的人数；只填人数，不填姓名。',
    '食品安全与监控：提供餐饮服务的，按食品经营许可证填写；监控录像填写保存的天数。',
  ]);
  expect(home.steps[0]?.fields.map(({ pointer, example }) => [pointer, example])).toEqual([
    ['/institution/floorAreaM2', '90'],
    ['/institution/particulars/builtIn', '2012'],
  ]);
});
