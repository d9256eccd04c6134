import { plainDate } from '@zhaoguan/kernel';
import { formOnDay, type Form, type FormField } from '../src';

const asked = (name: string, example?: string): FormField => ({
  pointer: `/institution/${name}`,
  label: name,
  type: 'date',
  ...(example === undefined ? {} : { example }),
});

const FORM: Form = {
  title: '养老机构备案申请书',
  steps: [
    {
      key: 'premises',
      title: '服务场所',
      intro: '提供服务的场所。',
      fields: [
        asked('particulars/insuranceEndsOn', '2026-12-31'),
        asked('particulars/fireProofNumber', '示例消验备〔2026〕第1号'),
        asked('notice/notifiedOn', '2026-11-01'),
        asked('notice/startsOn', '2027-01-01'),
        asked('capacity', '120'),
        asked('notice/endsOn'),
      ],
    },
  ],
  rules: [],
};

const examplesOn = (day: string) =>
  formOnDay(FORM, plainDate(day)).steps.flatMap(({ fields }) => fields.map(({ example }) => example));

it('the examples of a form name days of the day on which it is read, and leave the rest', () => {
  expect(examplesOn('2027-01-31')).toEqual([
    '2027-11-30',
    '示例消验备〔2026〕第1号',
    '2027-01-24',
    '2027-04-01',
    '120',
    undefined,
  ]);
  expect(examplesOn('2029-10-15')).toEqual([
    '2030-08-31',
    '示例消验备〔2029〕第1号',
    '2029-10-08',
    '2030-01-01',
    '120',
    undefined,
  ]);
});
