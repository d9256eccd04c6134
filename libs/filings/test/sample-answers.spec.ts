import type { FormDefinition, FormField } from '@zhaoguan/contracts';
import { fieldsOf, missingFields, shownFields, termsOf, validateForm, type FormFault } from '@zhaoguan/forms';
import { addDays, plainDate, type PlainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import type { GuideField, GuideForm } from '../src/domain/guide/guide-form';
import { guideOf, ITEMS, REFERENCE } from './guides.builder';

const ON = plainDate('2026-11-29');
const TERMS = Object.fromEntries(REFERENCE.terms.map(({ code, value }) => [code, value]));
/** Days between notice and stop that 浙江 asks for (浙江省社会养老服务促进条例第二十五条). */
const NOTICE_OF_STRICTEST = 60;

const formOf = (sample: GuideForm): FormDefinition => {
  const found = REFERENCE.forms.find(
    ({ code, version }) => code === sample.code && version === sample.version,
  );
  if (!found) throw new Error(`no form ${sample.code} ${sample.version}`);
  return found;
};

describe('the sample of a guide', () => {
  const days = fc.integer({ min: 0, max: 3650 }).map((ahead) => addDays(ON, ahead));
  const newVersions = REFERENCE.forms.map(({ effectiveFrom }) => effectiveFrom).filter((day) => day > ON);
  const looked = [ON, ...newVersions, '2026-12-31', '2027-01-01', '2027-01-31', '2028-02-29'].map(plainDate);

  it.each(ITEMS.map(({ code }) => [code]))(
    '%s breaks no rule of its own form and leaves nothing open, whatever day it is read on',
    (code) => {
      const judge = (on: PlainDate) => {
        const sample = guideOf(code, null, on).form as GuideForm;
        const form = formOf(sample);
        const document = documentOf(form, sample);
        const terms = Object.fromEntries(
          termsOf(form).map((term) => [
            term,
            term === 'SERVICE_STOP_NOTICE' ? NOTICE_OF_STRICTEST : (TERMS[term] ?? 0),
          ]),
        );
        expect(validateForm(form, document, { today: on, terms }).map(inShort)).toEqual([]);
        expect(missingFields(form, document)).toEqual([]);
      };
      looked.forEach(judge);
      fc.assert(fc.property(days, judge), { numRuns: 25 });
    },
  );

  it.each(ITEMS.map(({ code }) => [code]))('%s fills in nothing that its own answers leave out', (code) => {
    const sample = guideOf(code, null, ON).form as GuideForm;
    const form = formOf(sample);
    const shown = new Set(shownFields(form, documentOf(form, sample)).map(({ pointer }) => pointer));
    expect(filledIn(sample).filter(({ pointer }) => !shown.has(pointer))).toEqual([]);
  });

  it('names its sections as the form of the same site does', () => {
    const sections = (code: string) =>
      (guideOf(code, null, ON).form as GuideForm).steps.map(({ title, intro }) => `${title}：${intro}`);
    const home = sections('HOME_CHILDCARE_INITIAL').join('\n');
    expect(home).toContain('人员：各岗位的人数；只填人数，不填姓名。');
    expect(home).toContain('食品安全与监控：提供餐饮服务的，按食品经营许可证填写；监控录像填写保存的天数。');
    expect(home).not.toMatch(/负责人的资格|连锁点|托育机构还要|消防/u);
    expect(sections('CHILDCARE_INITIAL').join('\n')).toContain('负责人资格与人员：负责人的资格');
  });

  it('says nothing of meals and of what is paid in advance where it answers that there are none', () => {
    const { steps } = guideOf('HOME_CHILDCARE_INITIAL', null, ON).form as GuideForm;
    const leftOut = steps.flatMap(({ fields }) => fields).filter(({ inSample }) => !inSample);
    expect(leftOut.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['供餐方式', '食品经营许可证编号', '食品经营许可证有效期至', '最长预收周期']),
    );
  });

  it('is called after the site and fits to it', () => {
    const { title, steps } = guideOf('HOME_CHILDCARE_INITIAL', null, ON).form as GuideForm;
    const said = (pointer: string) =>
      steps.flatMap(({ fields }) => fields).find((field) => field.pointer === `/institution/${pointer}`)
        ?.example;
    expect(title).toBe('家庭托育点备案书');
    expect([said('name'), said('capacity'), said('legalForm')]).toEqual([
      '示例·小梨子家庭托育点',
      expect.stringMatching(/^5 /),
      '个体工商户',
    ]);
    expect(guideOf('HOME_CHILDCARE_CHANGE', null, ON).form?.title).toBe('家庭托育点变更备案书');
    expect(guideOf('CHILDCARE_INITIAL', null, ON).form?.title).toBe('托育机构备案书');
  });
});

const inShort = ({ code, pointer }: FormFault): string => `${code} at ${pointer}`;

const filledIn = (sample: GuideForm): readonly GuideField[] =>
  sample.steps.flatMap(({ fields }) => fields).filter(({ inSample }) => inSample);

/** What the sample would be, had somebody typed it into the form. */
function documentOf(form: FormDefinition, sample: GuideForm): object {
  const document: Record<string, unknown> = {};
  const fields = new Map(fieldsOf(form).map((field) => [field.pointer, field]));
  for (const { pointer, example } of filledIn(sample)) {
    const field = fields.get(pointer);
    if (field && example !== null) put(document, pointer.split('/').slice(1), answerOf(field, example));
  }
  return document;
}

function put(target: Record<string, unknown>, [name = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[name] = value;
  else put((target[name] ??= {}) as Record<string, unknown>, rest, value);
}

function answerOf(field: FormField, text: string): unknown {
  const { type, none } = field;
  if (text === none) return null;
  if (type === 'boolean') return text === '是';
  if (type === 'integer' || type === 'decimal') return numberIn(text);
  if (type === 'money') return Math.round(numberIn(text) * 100);
  if (type === 'date')
    return text.replace(/^(\d+)年(\d+)月(\d+)日$/, (_, y, m, d) => `${y}-${pad(m)}-${pad(d)}`);
  if (type === 'district') return '610116';
  if (type === 'township') return '610116001';
  if (type === 'choice') return codeOf(field, text);
  if (type === 'choices') return text.split('；').map((each) => codeOf(field, each));
  if (type === 'rows') return text.split('；').map((row) => rowOf(field, row));
  return text;
}

const pad = (digits: string) => digits.padStart(2, '0');
const numberIn = (text: string) => Number.parseFloat(text.replaceAll(',', ''));

function codeOf({ label, options = [] }: FormField, text: string): string {
  const option = options.find((each) => each.label === text);
  if (!option) throw new Error(`${label}: no option ${text}`);
  return option.code;
}

/** `转入其他机构 30 人（示例·蒲公英托育中心）`: the first column, the others after it, a remark in brackets. */
function rowOf({ fields = [] }: FormField, text: string): object {
  const [, said = '', remark = ''] = /^([^（]*)(?:（(.*)）)?$/.exec(text) ?? [];
  const space = said.indexOf(' ');
  const cells = [said.slice(0, space), ...said.slice(space + 1).split('、')];
  const row: Record<string, unknown> = {};
  for (const column of fields) {
    const name = column.pointer.slice(1);
    if (column.type === 'text') row[name] = remark === '' ? null : remark;
    else row[name] = cellOf(column, cells.shift() ?? '');
  }
  return row;
}

function cellOf(column: FormField, text: string): unknown {
  if (column.type !== 'moneyRange') return answerOf(column, text);
  const [from = 0, to = from] = text.split('至').map((each) => Math.round(numberIn(each) * 100));
  return { from, to };
}
