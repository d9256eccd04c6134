import { fieldsOf, type FormFault, type MissingField } from '@zhaoguan/forms';
import { nothingChanged, openChoice, openItems, openOffice } from '../src/features/filings/form/open-items';
import type { FilingForm } from '../src/features/filings/queries';

const field = (pointer: string, label: string) => ({ pointer, label, type: 'text' as const });
const form: FilingForm = {
  title: '示例申请书',
  steps: [
    { key: 'identity', title: '基本信息', intro: '', fields: [field('/institution/name', '名称')] },
    {
      key: 'scale',
      title: '规模',
      intro: '',
      fields: [
        {
          pointer: '/institution/classes',
          label: '班型',
          type: 'rows',
          fields: [field('/type', '班型'), field('/places', '托位数')],
        },
        field('/institution/fee', '收费'),
      ],
    },
  ],
  rules: [],
  today: '2026-11-26' as FilingForm['today'],
  terms: {},
};
const missing = (pointer: string, label: string): MissingField => ({
  pointer,
  label,
  required: true,
  message: '请填写',
});
const fault = (pointer: string, message: string, severity: FormFault['severity'] = 'ERROR'): FormFault => ({
  pointer,
  code: 'X',
  message,
  basis: null,
  severity,
});
const material = (code: string, required = true, uploaded = false) => ({
  code,
  name: `材料${code}`,
  required,
  uploaded,
  commitment: null,
});

describe('what is open before a filing is handed in', () => {
  it('comes in the order of the form, faults among what is missing, then the materials as they are asked for', () => {
    const open = openItems(form, {
      missing: [
        missing('/institution/classes/1/places', '班型第 2 行：托位数'),
        missing('/institution/fee', '收费'),
      ],
      faults: [
        fault('/', '整份有误'),
        fault('/institution/classes/1/type', '不在可选范围内'),
        fault('/institution/classes', '至多 1 项'),
        fault('/institution/name', '名称有误'),
        fault('/institution/name', '再看看', 'WARNING'),
      ],
      materials: [material('C', false), material('A'), material('B', true, true), material('D')],
    });
    expect(open.map(({ text }) => text)).toEqual([
      '名称：名称有误',
      '班型：至多 1 项',
      '班型第 2 行班型：不在可选范围内',
      '班型第 2 行：托位数：请填写',
      '收费：请填写',
      '材料A：请上传',
      '材料D：请上传',
      '整份申请：整份有误',
    ]);
  });

  it('names the first thing that can be changed as long as a change filing changes nothing', () => {
    const fixedFields = [
      { pointer: '/institution/name', label: '名称', instead: '', basis: { law: '', article: null } },
    ];
    expect(nothingChanged(fieldsOf(form), { type: 'CHANGE', amendments: [], fixedFields }, 0)).toEqual([
      { pointer: '/institution/classes', text: expect.stringMatching(/^尚未变更任何事项：/) },
    ]);
    const change = { pointer: '/institution/fee', label: '收费', old: '1', new: '2' };
    expect(nothingChanged(fieldsOf(form), { type: 'CHANGE', amendments: [change], fixedFields }, 0)).toEqual(
      [],
    );
    expect(nothingChanged(fieldsOf(form), { type: 'CHANGE', amendments: null, fixedFields: [] }, 0)).toEqual(
      [],
    );
    // A licence may go on as it is.
    expect(nothingChanged(fieldsOf(form), { type: 'INITIAL', amendments: [], fixedFields }, 0)).toEqual([]);
  });

  it('does not say that nothing is changed while what was typed is not saved', () => {
    expect(nothingChanged(fieldsOf(form), { type: 'CHANGE', amendments: [], fixedFields: [] }, 13)).toEqual(
      [],
    );
  });

  it('says the same thing once', () => {
    const twice = [missing('/institution/fee', '收费'), missing('/institution/fee', '收费')];
    expect(openItems(form, { missing: twice, faults: [], materials: [] })).toEqual([
      { pointer: '/institution/fee', text: '收费：请填写' },
    ]);
  });
});

describe('an office that takes nothing here', () => {
  const authorityName = '示例市示例区民政局';

  it('stands in the way, and says with whom to speak', () => {
    expect(openOffice({ officeNotHere: false, authorityName })).toEqual([]);
    expect(openOffice({ officeNotHere: true, authorityName })).toEqual([
      {
        pointer: '/institution/township',
        text: '示例市示例区民政局尚未在本平台受理申请，现在不能提交，请先联系该部门',
      },
    ]);
  });
});

it('names a choice between what was typed here and what was changed elsewhere, for it is not sent before', () => {
  expect(openChoice(0)).toEqual([]);
  expect(openChoice(2)).toEqual([
    { pointer: '/contested', text: '有 2 项在本机填写以后又在别处改过，请先选定一种' },
  ]);
});
