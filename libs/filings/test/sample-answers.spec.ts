import type { FormDefinition, FormField } from '@zhaoguan/contracts';
import { fieldsOf, missingFields, termsOf, validateForm } from '@zhaoguan/forms';
import { plainDate } from '@zhaoguan/kernel';
import type { GuideField, GuideForm } from '../src/domain/guide/guide-form';
import { guideOf, ITEMS, REFERENCE } from './guides.builder';

const ON = plainDate('2026-11-29');
const TERMS = Object.fromEntries(REFERENCE.terms.map(({ code, value }) => [code, value]));

describe('the sample of a guide', () => {
  it.each(ITEMS.map(({ code }) => [code]))(
    '%s breaks no rule of its own form and leaves nothing open',
    (code) => {
      const sample = guideOf(code, null, ON).form;
      const form = REFERENCE.forms.find(
        (each) => each.code === sample?.code && each.version === sample.version,
      );
      if (!sample || !form) throw new Error(`no form of ${code}`);
      const document = documentOf(form, sample);
      const terms = Object.fromEntries(termsOf(form).map((term) => [term, TERMS[term] ?? 0]));
      const errors = validateForm(form, document, { today: ON, terms }).filter(
        ({ severity }) => severity === 'ERROR',
      );
      expect(errors).toEqual([]);
      expect(missingFields(form, document)).toEqual([]);
    },
  );

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

/** What the sample would be, had somebody typed it into the form. */
function documentOf(form: FormDefinition, sample: GuideForm): object {
  const document: Record<string, unknown> = {};
  const fields = new Map(fieldsOf(form).map((field) => [field.pointer, field]));
  for (const { pointer, example } of sample.steps.flatMap((step): readonly GuideField[] => step.fields)) {
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
