import type { FormField } from '@zhaoguan/contracts';
import type { FormFault } from '@zhaoguan/forms';
import { cellMarks, faultLines, spokenFault } from '../src/shared/form/fault-lines';

const classes: FormField = {
  pointer: '/institution/classes',
  label: '班型与托位',
  type: 'rows',
  fields: [
    { pointer: '/type', label: '班型', type: 'text' },
    { pointer: '/places', label: '托位数', type: 'integer' },
  ],
};
const STANDARD = { law: '《托育机构设置标准（试行）》', article: null };
const tooMany = (row: number): FormFault => ({
  pointer: `/institution/classes/${row}/places`,
  code: 'CLASS_TOO_LARGE',
  message: '乳儿班每班不超过 10 人',
  basis: STANDARD,
  severity: 'ERROR',
});
const tooYoung: FormFault = {
  pointer: '/institution/classes/0/type',
  code: 'CLASS_YOUNG',
  message: '幼儿园的托班一般收托 24 个月以上的幼儿',
  basis: { law: '《中华人民共和国学前教育法》', article: '第八十四条' },
  severity: 'WARNING',
};
const sum: FormFault = {
  pointer: '/institution/classes',
  code: 'CLASSES_EXCEED',
  message: '各班托位之和不能超过托位数',
  basis: null,
  severity: 'ERROR',
};

describe('what is said below a table', () => {
  it('is a line for each fault, the hints last, the 依据 of a rule once', () => {
    const lines = faultLines(classes, [tooYoung, tooMany(0), sum, tooMany(2)]);
    expect(lines.map(({ severity, text }) => [severity, text])).toEqual([
      ['ERROR', '第 1 行托位数：乳儿班每班不超过 10 人'],
      ['ERROR', '第 3 行托位数：乳儿班每班不超过 10 人（依据：《托育机构设置标准（试行）》）'],
      ['ERROR', '各班托位之和不能超过托位数'],
      [
        'WARNING',
        '第 1 行班型：幼儿园的托班一般收托 24 个月以上的幼儿（依据：《中华人民共和国学前教育法》第八十四条）',
      ],
    ]);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('is marked in the cell that it is about, and in no other', () => {
    const hint: FormFault = { ...tooMany(0), severity: 'WARNING' };
    const lines = faultLines(classes, [tooMany(0), hint, tooYoung]);
    const marks = [...cellMarks(classes, lines, 'classes')];
    expect(marks.map(([cell, { status }]) => [cell, status])).toEqual([
      ['/0/places', 'error'],
      ['/0/type', 'warning'],
    ]);
    expect(cellMarks(classes, [], 'classes').size).toBe(0);
  });

  it('is named by the cell that it is about, for who listens; a hint makes nothing wrong', () => {
    const lines = faultLines(classes, [tooYoung, tooMany(0), sum, tooMany(2)]);
    const marks = cellMarks(classes, lines, 'classes');
    const spoken = [...marks].map(([cell, mark]) => [cell, mark.spoken]);
    expect(Object.fromEntries(spoken)).toEqual({
      '/0/places': { 'aria-invalid': true, 'aria-describedby': 'classes-fault-1' },
      '/2/places': { 'aria-invalid': true, 'aria-describedby': 'classes-fault-2' },
      '': { 'aria-invalid': true, 'aria-describedby': 'classes-fault-3' },
      '/0/type': { 'aria-describedby': 'classes-fault-4' },
    });
    expect(spokenFault(lines.slice(0, 2), 'classes')).toEqual({
      'aria-invalid': true,
      'aria-describedby': 'classes-fault-1 classes-fault-2',
    });
    expect(spokenFault([], 'classes')).toEqual({});
  });
});
