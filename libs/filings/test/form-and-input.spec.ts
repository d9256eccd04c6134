import type { FieldType, FormDefinition, FormField } from '@zhaoguan/contracts';
import { fieldsOf, validateForm } from '@zhaoguan/forms';
import { DomainError } from '@zhaoguan/kernel';
import { validationPipe } from '@zhaoguan/platform';
import { getMetadataStorage } from 'class-validator';
import {
  CHILDCARE,
  CHILDCARE_FORM,
  CONTEXT,
  ELDERLY,
  ELDERLY_FORM,
  FORMS,
} from '../../forms/test/forms.builder';
import { DraftFilingDto } from '../src/http/draft-filing.dto';
import * as input from '../src/http/filing-input.dto';
import { PARTICULARS } from '../src/domain/particulars';
import { PlacementInput, ServiceNoticeInput } from '../src/http/service-notice.dto';

/** What people answer, by kind, without a fault. */
const CASES = [
  ['养老', ELDERLY_FORM, ELDERLY],
  ['托育', CHILDCARE_FORM, CHILDCARE],
] as const;

/** What the interface says of a body; an empty list when it takes it. */
async function interfaceFaults(form: FormDefinition, institution: object): Promise<unknown> {
  const body = { type: form.filingType, kind: form.kind, institution };
  try {
    await validationPipe().transform(body, { type: 'body', metatype: DraftFilingDto });
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.fields;
    throw error;
  }
}

/** The same answers with one changed: `/institution/contact/phone`. */
function withAnswer(institution: object, pointer: string, value: unknown): object {
  const [key = '', ...rest] = pointer.replace('/institution/', '').split('/');
  const members = institution as Record<string, object>;
  return {
    ...members,
    [key]: rest.length === 0 ? value : withAnswer(members[key] ?? {}, rest.join('/'), value),
  };
}

/** Values on the wrong side of each limit of a field, and of another type. */
function wrongValues({ type, maxLength = 0, min, max }: FormField): unknown[] {
  const limits = [...(min === undefined ? [] : [min - 1]), ...(max === undefined ? [] : [max + 1])];
  const byType: Partial<Record<FieldType, unknown[]>> = {
    text: [5, ['x'], '字'.repeat(maxLength + 1)],
    integer: ['5', 1.5, true, ...limits],
    decimal: ['5', 0.005, ...limits],
    choices: ['FULL_DAY', ['NEVER'], { 0: 'FULL_DAY' }],
    rows: ['x', { length: 1 }],
    boolean: ['true', 1],
  };
  return byType[type] ?? [5, 'x', ['x']];
}

/** Values at the limits, which both take. */
function rightValues({ type, maxLength = 0, min, max, options = [] }: FormField): unknown[] {
  if (type === 'text') return ['托育'.padEnd(maxLength, '字')];
  if (type === 'choice') return options.map(({ code }) => code);
  if (type === 'choices') return [options.map(({ code }) => code)];
  return [min, max].filter((value) => value !== undefined);
}

/** Beds or places: the interface, which takes both, names no unit. */
const ofEitherKind = ({ unit }: FormField, message: string): string =>
  unit === '张' || unit === '个'
    ? message
        .replace(/(\d+) 万/, (_, n: string) => String(Number(n) * 10_000))
        .replace(new RegExp(` ?${unit}$`), '')
    : message;

const properties = (dto: new () => object): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(dto, '', true, false)
      .map(({ propertyName }) => propertyName),
  ),
];

describe.each(CASES)('the form of %s and the body of the interface', (_name, form, institution) => {
  // The further answers are of the types that the form says; the interface takes them as they come.
  const fields = fieldsOf(form).filter(({ pointer }) => !pointer.startsWith(PARTICULARS));

  it('take the same complete answers', async () => {
    expect(await interfaceFaults(form, institution)).toEqual([]);
    expect(validateForm(form, { institution }, CONTEXT)).toEqual([]);
  });

  it.each(fields.map((field) => [field.pointer, field] as const))(
    'say the same of a wrong answer, and take the same right ones: %s',
    async (pointer, field) => {
      for (const value of wrongValues(field)) {
        const changed = withAnswer(institution, pointer, value);
        const faults = validateForm(form, { institution: changed }, CONTEXT)
          .filter((fault) => fault.pointer === pointer)
          .map(({ code, message }) => ({ pointer, code, message: ofEitherKind(field, message) }));
        expect(faults).toHaveLength(1);
        expect({ value, said: await interfaceFaults(form, changed) }).toEqual({ value, said: faults });
      }
      for (const value of rightValues(field)) {
        const changed = withAnswer(institution, pointer, value);
        expect({ value, said: await interfaceFaults(form, changed) }).toEqual({ value, said: [] });
        const own = validateForm(form, { institution: changed }, CONTEXT).filter(({ code }) =>
          /^(IS_|TOO_(LONG|SMALL|LARGE)$)/.test(code),
        );
        expect(own).toEqual([]);
      }
    },
  );
});

describe('the fields of the forms', () => {
  it('are the properties of the interface, and back', () => {
    const inForms = new Set(
      FORMS.flatMap(fieldsOf).flatMap((field) =>
        field.pointer.startsWith(PARTICULARS)
          ? [PARTICULARS]
          : [field.pointer, ...(field.fields ?? []).map((column) => `${field.pointer}${column.pointer}`)],
      ),
    );
    const nested: Record<string, new () => object> = {
      '/institution/legalRepresentative': input.LegalRepresentativeInput,
      '/institution/contact': input.ContactInput,
      '/institution/classes': input.ClassPlanInput,
      '/institution/notice': ServiceNoticeInput,
      '/institution/notice/placements': PlacementInput,
    };
    const rows: ReadonlySet<string> = new Set(['/institution/classes', '/institution/notice/placements']);
    const placesIn = (part: new () => object, at: string): string[] =>
      properties(part).flatMap((name) => {
        const place = `${at}/${name}`;
        const below = nested[place] ? placesIn(nested[place], place) : [];
        return rows.has(place) || below.length === 0 ? [place, ...below] : below;
      });
    expect([...inForms].sort()).toEqual(placesIn(input.InstitutionInput, '/institution').sort());
  });

  it('count as many rows as the interface takes', async () => {
    const rows = fieldsOf(CHILDCARE_FORM).find(({ type }) => type === 'rows');
    const row = { type: 'INFANT', classes: 1, places: 1 };
    const most = { ...CHILDCARE, classes: Array.from({ length: rows?.maxRows ?? 0 }, () => row) };
    expect(await interfaceFaults(CHILDCARE_FORM, most)).toEqual([]);
    const more = { ...most, classes: [...most.classes, row] };
    const said = { pointer: '/institution/classes', code: 'ARRAY_MAX_SIZE', message: '至多 20 项' };
    expect(await interfaceFaults(CHILDCARE_FORM, more)).toEqual([said]);
    expect(validateForm(CHILDCARE_FORM, { institution: more }, CONTEXT)).toMatchObject([said]);
  });
});
