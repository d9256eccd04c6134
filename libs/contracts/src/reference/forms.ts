import { FILING_TYPES, type FilingType } from '../kinds';
import { type LegalCitation, nothingElse, type Period, REFERENCE_KINDS, readCitation } from './file';
import { type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import type { Row } from './row';

/** What is filled in, and so how it is asked for. The codes (代码) among them are checked by the kernel. */
export const FIELD_TYPES = [
  'text',
  'multiline',
  'integer',
  'decimal',
  'money',
  'moneyRange',
  'date',
  'choice',
  'choices',
  'boolean',
  'district',
  'township',
  'uscc',
  'residentId',
  'phone',
  'rows',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/**
 * When something applies: `is` holds when the field has one of the values (of a list: one of its elements has), `null`
 * among them when nothing is filled in.
 */
export type FormCondition =
  | { readonly field: string; readonly is: readonly (string | number | boolean | null)[] }
  | { readonly all: readonly FormCondition[] }
  | { readonly any: readonly FormCondition[] }
  | { readonly not: FormCondition };

/** One answer of a `choice` or `choices`. */
export interface FieldOption {
  readonly code: string;
  readonly label: string;
  readonly help?: string;
}

/** Something that a form asks for (填报项). What a type does not use is left out. */
export interface FormField {
  /** JSON pointer (RFC 6901) into the answers, such as `/institution/capacity`; in `rows`, into one row. */
  readonly pointer: string;
  readonly label: string;
  readonly type: FieldType;
  /**
   * `true`: without it nothing is handed in. `form`: the law's application form asks for it, the console insists on it
   * and the authority sees that it is missing, but a program that does not send it is not turned away.
   */
  readonly required?: true | 'form';
  /** Where it is not always required: when. */
  readonly requiredWhen?: FormCondition;
  /** Otherwise it is neither shown nor checked, whatever stands in it. */
  readonly shownWhen?: FormCondition;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Characters of a text. */
  readonly maxLength?: number;
  /** Digits after the decimal point. */
  readonly decimals?: number;
  readonly options?: readonly FieldOption[];
  /** What an empty answer means, where that is an answer too: of a `choice` one of those to choose from. */
  readonly none?: string;
  /** Columns of `rows`. */
  readonly fields?: readonly FormField[];
  readonly maxRows?: number;
  readonly help?: string;
  readonly example?: string;
  /** Why it is asked for. */
  readonly basis?: LegalCitation;
  /** Personal data: sealed at rest, masked in answers (个人信息保护法第五十一条). */
  readonly personal?: boolean;
}

/** Fields of one subject, asked together (分步填报). */
export interface FormStep {
  readonly key: string;
  readonly title: string;
  readonly intro: string;
  readonly fields: readonly FormField[];
}

/** A rule between fields or with the law: the function of that name in libs/forms, with what this form gives it. */
export interface FormRule {
  readonly rule: string;
  /** Error code of the fault. */
  readonly code: string;
  /** Pointers to what it looks at; the fault stands at the first. */
  readonly fields: readonly string[];
  /** A number, or the code of a term of the reference list `terms`. */
  readonly parameters?: Readonly<Record<string, number | string>>;
  readonly when?: FormCondition;
  /** A warning is shown and hinders nothing. */
  readonly severity: 'ERROR' | 'WARNING';
  /** `{name}` is filled from the parameters and from what the rule found. */
  readonly message: string;
  /** Null in earlier versions alone, where a form would contradict itself. */
  readonly basis: LegalCitation | null;
}

/** What is asked, in which order, and by which rules. */
export interface Form {
  readonly title: string;
  readonly steps: readonly FormStep[];
  readonly rules: readonly FormRule[];
}

/** A form (申请书、备案书), valid for a kind and type of filing and a period. */
export interface FormDefinition extends Form, Period {
  readonly code: string;
  readonly kind: ReferenceKind;
  readonly filingType: FilingType;
  /** Counted from 1; a filing keeps the version with which it was drafted. */
  readonly version: number;
}

const POINTER = /^(?:\/(?:[^~/]|~[01])+)+$/;
const CODE = /^[A-Z][A-Z0-9_]*$/;

/**
 * Reads forms.json. Whether fields, conditions and rules of a definition fit together is asked by `checkForms` of
 * libs/forms, which knows the rules.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseForms(json: unknown): ReferenceFile<FormDefinition> {
  return readFile(json, 'forms.json', readDefinition, nothingElse);
}

function readDefinition(row: Row): FormDefinition {
  const definition = {
    code: row.matching('code', CODE, '应为大写字母、数字和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    filingType: row.oneOf('filingType', FILING_TYPES),
    version: row.integer('version', 1, 10_000),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    title: row.chinese('title'),
    steps: row.list('steps', readStep),
    rules: row.list('rules', readRule),
  };
  requireForwards(row, definition);
  return definition;
}

function readStep(row: Row): FormStep {
  return {
    key: row.matching('key', /^[a-z][a-z-]*$/, '应为小写字母和连字符'),
    title: row.chinese('title'),
    intro: row.chinese('intro'),
    fields: row.list('fields', readField),
  };
}

function readField(row: Row): FormField {
  return {
    pointer: row.matching('pointer', POINTER, '应为 /institution/name 这样的位置'),
    label: row.chinese('label'),
    type: row.oneOf('type', FIELD_TYPES),
    required: row.optional('required', (field) => row.exactly(field, [true, 'form'])),
    requiredWhen: row.optional('requiredWhen', (field) => row.object(field, readCondition)),
    shownWhen: row.optional('shownWhen', (field) => row.object(field, readCondition)),
    unit: row.optional('unit', (field) => row.text(field)),
    min: row.optional('min', (field) => row.number(field, -1e12, 1e12)),
    max: row.optional('max', (field) => row.number(field, -1e12, 1e12)),
    maxLength: row.optional('maxLength', (field) => row.integer(field, 1, 100_000)),
    decimals: row.optional('decimals', (field) => row.integer(field, 1, 6)),
    options: row.optional('options', (field) => row.list(field, readOption)),
    none: row.optional('none', (field) => row.chinese(field)),
    fields: row.optional('fields', (field) => row.list(field, readField)),
    maxRows: row.optional('maxRows', (field) => row.integer(field, 1, 1000)),
    help: row.optional('help', (field) => row.chinese(field)),
    example: row.optional('example', (field) => row.text(field)),
    basis: row.optional('basis', (field) => row.object(field, readCitation)),
    personal: row.optional('personal', (field) => row.flag(field)),
  };
}

function readOption(row: Row): FieldOption {
  return {
    code: row.matching('code', CODE, '应为大写字母、数字和下划线'),
    label: row.chinese('label'),
    help: row.optional('help', (field) => row.chinese(field)),
  };
}

function readCondition(row: Row): FormCondition {
  if (row.has('all')) return { all: row.list('all', readCondition) };
  if (row.has('any')) return { any: row.list('any', readCondition) };
  if (row.has('not')) return { not: row.object('not', readCondition) };
  return {
    field: row.matching('field', POINTER, '应为 /institution/name 这样的位置'),
    is: row.scalars('is'),
  };
}

function readRule(row: Row): FormRule {
  return {
    rule: row.matching('rule', /^[a-z][A-Za-z]*$/, '应为规则的名称'),
    code: row.matching('code', CODE, '应为大写字母、数字和下划线'),
    fields: row.texts('fields'),
    parameters: row.optional('parameters', (field) => row.named(field)),
    when: row.optional('when', (field) => row.object(field, readCondition)),
    severity: row.oneOf('severity', ['ERROR', 'WARNING']),
    message: row.chinese('message'),
    basis: row.objectOrNull('basis', readCitation),
  };
}
