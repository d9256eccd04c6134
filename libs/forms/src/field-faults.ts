import type { FieldType, FormField, LegalCitation } from '@zhaoguan/contracts';
import {
  charLength,
  checkUscc,
  faultOfInstitutionAddress,
  faultOfInstitutionName,
  isSomeNumber,
  saysSomething,
  type PlainDate,
} from '@zhaoguan/kernel';
import { isEmpty, isRecord, priceEnds, shownColumns, valueAt } from './answers';
import { CODE_TYPES, messageOf, type CodeType } from './code-types';

/** Something that is wrong, or that somebody should look at twice, in what has been filled in. */
export interface FormFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
  /** What says so; null where an answer contradicts itself, or is none. */
  readonly basis: LegalCitation | null;
  readonly severity: 'ERROR' | 'WARNING';
}

type Complaint = Pick<FormFault, 'code' | 'message'> & Partial<Pick<FormFault, 'severity' | 'basis'>>;
type Check = (value: unknown, field: FormField, today: PlainDate) => Complaint | null;

/** What is wrong with the value of one field by itself. */
export function faultsOfField(
  field: FormField,
  value: unknown,
  today: PlainDate,
  pointer: string = field.pointer,
): FormFault[] {
  if (isEmpty(value)) return [];
  if (field.type === 'rows') return faultsOfRows(field, value, today, pointer);
  return faultAt(pointer, CHECKS[field.type](value, field, today));
}

function faultsOfRows(field: FormField, value: unknown, today: PlainDate, pointer: string): FormFault[] {
  if (!Array.isArray(value)) return faultAt(pointer, NO_LIST);
  const { maxRows = value.length } = field;
  if (value.length > maxRows) {
    return faultAt(pointer, { code: 'ARRAY_MAX_SIZE', message: `至多 ${maxRows} 项` });
  }
  return value.flatMap((row: unknown, index) => {
    const at = `${pointer}/${index}`;
    if (!isRecord(row) || Array.isArray(row)) return faultAt(at, NO_ROW);
    return shownColumns(field, row).flatMap((column) =>
      faultsOfField(column, valueAt(row, column.pointer), today, `${at}${column.pointer}`),
    );
  });
}

function faultAt(pointer: string, complaint: Complaint | null): FormFault[] {
  return complaint === null ? [] : [{ severity: 'ERROR', basis: null, ...complaint, pointer }];
}

const NO_LIST: Complaint = { code: 'IS_ARRAY', message: '应为列表' };
const NO_ROW: Complaint = { code: 'IS_OBJECT', message: '格式不正确' };
const NO_OPTION: Complaint = { code: 'IS_IN', message: '不在可选范围内' };

/** Coloured pictures: the fonts of the papers have none, and no name or address is registered with one. */
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f/u;

/** Names of institutions, in every form and version: what stands in them is published as it is. */
const NAMES: ReadonlySet<string> = new Set(['/institution/name', '/institution/particulars/medicalName']);

/** Published with the name. */
const ADDRESS = '/institution/address';

const REASONS: ReadonlySet<string> = new Set([
  '/institution/notice/reason',
  '/institution/particulars/fireProofReason',
]);
/** Who keeps, takes over or insures: marks and figures name nobody. */
const WORDS: ReadonlySet<string> = new Set([
  '/institution/notice/recordsKeptBy',
  '/institution/notice/successor',
  '/institution/particulars/insurer',
  '/institution/particulars/alias',
]);
const NUMBERS: ReadonlySet<string> = new Set([
  '/institution/particulars/medicalPermit',
  '/institution/particulars/fireProofNumber',
]);

/** What stands in a field whose meaning is known, in whatever version of a form. */
function meaningOf(value: string, pointer: string): Complaint | null {
  const misnamed = NAMES.has(pointer) ? faultOfInstitutionName(value) : undefined;
  if (misnamed !== undefined) return { code: 'NOT_A_NAME', message: misnamed };
  const misplaced = pointer === ADDRESS ? faultOfInstitutionAddress(value) : undefined;
  if (misplaced !== undefined) return { code: 'NOT_AN_ADDRESS', message: misplaced };
  if (pointer === ADDRESS && !saysSomething(value))
    return { code: 'NOT_AN_ADDRESS', message: '请写明道路、村组或者建筑物的名称，不能只有数字或者符号' };
  if (WORDS.has(pointer) && !saysSomething(value))
    return { code: 'NOT_IN_WORDS', message: '请用文字写明，至少两个字' };
  if (REASONS.has(pointer) && !saysSomething(value))
    return { code: 'NOT_A_REASON', message: '请写明具体情况，至少两个字' };
  return NUMBERS.has(pointer) && !isSomeNumber(value)
    ? { code: 'NOT_A_NUMBER', message: '编号至少有两个数字、字母或者汉字，请按证件填写' }
    : null;
}

const text: Check = (value, { maxLength, pointer }) => {
  if (typeof value !== 'string') return { code: 'IS_STRING', message: '应为文字' };
  if (PICTURE.test(value)) return { code: 'NO_PICTURES', message: '不能有表情符号，请用文字填写' };
  const odd = meaningOf(value, pointer);
  if (odd !== null) return odd;
  return maxLength !== undefined && charLength(value) > maxLength
    ? { code: 'TOO_LONG', message: `不超过 ${maxLength} 个字` }
    : null;
};

const TEN_THOUSAND = 10_000;

const withinLimits = (value: number, field: FormField): Complaint | null => {
  const { min, max, unit } = field;
  if (min !== undefined && value < min) {
    const least = isAboveZero(min, field) ? `应大于 ${amount(0, unit)}` : `应不小于 ${amount(min, unit)}`;
    return { code: 'TOO_SMALL', message: least };
  }
  return max !== undefined && value > max
    ? { code: 'TOO_LARGE', message: `应不大于 ${amount(max, unit)}` }
    : null;
};

/** With its unit, and many zeros as one says them: 1000 万平方米, not 10000000. */
function amount(number: number, unit = ''): string {
  if (number !== 0 && number % TEN_THOUSAND === 0) return `${number / TEN_THOUSAND} 万${unit}`;
  return unit === '' ? String(number) : `${number} ${unit}`;
}

/** The smallest number that the decimals can write stands for anything above zero: nobody means a square centimetre. */
const isAboveZero = (min: number, { decimals = 0 }: FormField): boolean =>
  decimals > 0 && min === Number((10 ** -decimals).toFixed(decimals));

const integer: Check = (value, field) =>
  typeof value === 'number' && Number.isInteger(value)
    ? withinLimits(value, field)
    : { code: 'IS_INT', message: '请填写整数' };

/** Whether it is a number of at most so many decimals, e.g. square metres of two. */
export const hasAtMostDecimals = (value: unknown, decimals: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Number(value.toFixed(decimals)) === value;

const decimal: Check = (value, field) => {
  const { decimals = 0 } = field;
  return hasAtMostDecimals(value, decimals)
    ? withinLimits(value, field)
    : { code: 'IS_NUMBER', message: `应为数字，至多 ${decimals} 位小数` };
};

/** Whole fen: what is typed in yuan has at most two decimals. */
const MOST_FEN = 1e13;
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_FEN;
const NO_AMOUNT: Complaint = { code: 'IS_AMOUNT', message: '金额应不小于 0 元，至多两位小数' };
const money: Check = (value) => (isAmount(value) ? null : NO_AMOUNT);

/** From the lowest to the highest; of one price the highest may be left out. */
const moneyRange: Check = (value) => {
  if (!isRecord(value) || Array.isArray(value)) return NO_ROW;
  const { from, to } = priceEnds(value);
  if (isEmpty(from)) {
    return { code: 'RANGE_OPEN', message: '请填写最低金额；只有一个价格的，填在最低一处，最高不用填' };
  }
  if (!isAmount(from) || !isAmount(to)) return NO_AMOUNT;
  return from > to ? { code: 'RANGE_REVERSED', message: '最低金额不能高于最高金额' } : null;
};

const isOption = (value: unknown, { options = [] }: FormField): boolean =>
  options.some(({ code }) => code === value);

const codeOf =
  (type: CodeType): Check =>
  (value, _field, today) =>
    typeof value === 'string' && type.accepts(value, today)
      ? null
      : { code: type.code, message: messageOf(type, value), basis: type.basis ?? null };

/** A wrong 组织机构代码 inside a code that is right as a whole: registries have issued such. */
const uscc: Check = (value, field, today) => {
  const fault = codeOf(CODE_TYPES.uscc)(value, field, today);
  if (fault || typeof value !== 'string') return fault;
  const check = checkUscc(value);
  if (!check.ok || check.warnings.length === 0) return null;
  const message = '代码中的组织机构代码部分校验不符，请对照登记证书再核对一次';
  return { code: 'ORGANISATION_CHECK_DIGIT', message, basis: CODE_TYPES.uscc.basis, severity: 'WARNING' };
};

const CHECKS: Readonly<Record<Exclude<FieldType, 'rows'>, Check>> = {
  text,
  multiline: text,
  integer,
  decimal,
  money,
  moneyRange,
  date: codeOf(CODE_TYPES.date),
  choice: (value, field) => (isOption(value, field) ? null : NO_OPTION),
  choices: (value, field) => {
    if (!Array.isArray(value)) return NO_LIST;
    return value.every((each) => isOption(each, field)) ? null : NO_OPTION;
  },
  boolean: (value) => (typeof value === 'boolean' ? null : { code: 'IS_BOOLEAN', message: '应为“是”或“否”' }),
  district: codeOf(CODE_TYPES.district),
  township: codeOf(CODE_TYPES.township),
  uscc,
  residentId: codeOf(CODE_TYPES.residentId),
  phone: codeOf(CODE_TYPES.phone),
};
