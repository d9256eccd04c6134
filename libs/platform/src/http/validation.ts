import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { DomainError, isSomeNumber, saysSomething, type FieldError } from '@zhaoguan/kernel';
import { getMetadataStorage, ValidateBy, ValidateIf } from 'class-validator';
import { textsWithNul, visibleText } from './visible-text';

/** What each class-validator rule says to people. Numbers come out of the rule's own English message. */
export const MESSAGES: Readonly<Record<string, (numbers: readonly string[]) => string>> = {
  isDefined: () => '请填写',
  isNotEmpty: () => '请填写',
  isString: () => '应为文字',
  isInt: () => '请填写整数',
  isNumber: () => '应为数字',
  isBoolean: () => '应为“是”或“否”',
  isArray: () => '应为列表',
  isObject: () => '格式不正确',
  nestedValidation: () => '格式不正确',
  isEnum: () => '不在可选范围内',
  isIn: () => '不在可选范围内',
  isUuid: () => '编号格式不正确',
  isIso8601: () => '日期格式不正确',
  isDateString: () => '日期格式不正确',
  isDate: () => '日期格式不正确',
  isUrl: () => '网址格式不正确',
  isEmail: () => '电子邮箱格式不正确',
  isHash: () => '校验值格式不正确',
  isHexadecimal: () => '应为十六进制数',
  isNumberString: () => '应为数字',
  isPositive: () => '应大于 0',
  isNotEmptyObject: () => '请填写',
  matches: () => '格式不正确',
  maxLength: ([max]) => `不超过 ${max} 个字`,
  minLength: ([min]) => `不少于 ${min} 个字`,
  isLength: ([min, max]) => `应为 ${min} 至 ${max ?? '更多'} 个字`,
  min: ([min]) => `应不小于 ${min}`,
  max: ([max]) => `应不大于 ${max}`,
  arrayMinSize: ([min]) => `至少 ${min} 项`,
  arrayMaxSize: ([max]) => `至多 ${max} 项`,
  arrayUnique: () => '有重复的项',
};

const CODES: Readonly<Record<string, string>> = {
  isDefined: 'REQUIRED',
  isNotEmpty: 'REQUIRED',
  maxLength: 'TOO_LONG',
  minLength: 'TOO_SHORT',
  min: 'TOO_SMALL',
  max: 'TOO_LARGE',
};

/** What a value is comes before how large it is: who types letters for a number is told just that. */
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  isString: (value) => typeof value === 'string',
  isInt: Number.isInteger,
  isNumber: Number.isFinite,
  isBoolean: (value) => typeof value === 'boolean',
  isArray: Array.isArray,
};
/** The member may be left out. Unlike `@IsOptional`, one that is there must be right: `null` is no value for it. */
export const MayBeAbsent = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== undefined);

/** Checks bodies and queries by their DTO; unknown members are dropped, never stored. */
export function validationPipe(): ValidationPipe {
  return new DtoPipe();
}

class DtoPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidUnknownValues: true,
      stopAtFirstError: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => validationProblem(errors),
    });
  }

  /** @throws BODY_NOT_OBJECT, VALIDATION_FAILED naming each field */
  override async transform(sent: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const value = this.toValidate(metadata) ? visibleText(sent) : sent;
    const isBody = metadata.type === 'body' && this.toValidate(metadata);
    if (isBody) refuseNul(sent);
    if (!isBody || isObject(value)) return super.transform(value, metadata);
    if (value !== undefined) throw refuse('BODY_NOT_OBJECT');
    // Nothing was sent: no field of it is wrong, unless none is needed.
    return super.transform(value, metadata).catch((error: unknown) => {
      throw isRefusalOfFields(error) ? refuse('BODY_NOT_OBJECT') : error;
    });
  }
}

/** What puts texts into one spelling before it stores them would leave the NUL out, and store a name that nobody sent. */
function refuseNul(sent: unknown): void {
  const pointers = textsWithNul(sent);
  if (pointers.length === 0) return;
  const message = '含有无法识别的字符，请重新填写';
  throw refuse(
    'VALIDATION_FAILED',
    {},
    pointers.map((pointer) => ({ pointer, code: 'UNREADABLE', message })),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRefusalOfFields(error: unknown): boolean {
  return error instanceof DomainError && error.code === 'VALIDATION_FAILED';
}

export function validationProblem(errors: readonly ValidationError[]): DomainError {
  return refuse(
    'VALIDATION_FAILED',
    {},
    errors.flatMap((error) => fieldsOf(error, '')),
  );
}

function fieldsOf(error: ValidationError, parent: string): FieldError[] {
  // A body that is no object at all has no property to name: the pointer is the whole document.
  const property = error.property as string | undefined;
  const pointer =
    property === undefined ? parent : `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const rules = Object.entries(error.constraints ?? {});
  const absent = error.value === undefined || error.value === null || error.value === '';
  const own = rules.slice(0, 1).map(([first, english]): FieldError => {
    if (absent && property !== undefined) return { pointer, code: 'REQUIRED', message: '请填写' };
    const type = property === undefined ? undefined : brokenType(error, property);
    const [rule, text] = type === undefined || type === first ? [first, english] : [type, ''];
    return { pointer, code: CODES[rule] ?? constantCase(rule), message: messageOf(rule, text, property) };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, pointer))];
}

/** The rule of the field that asks for another type than the value has, in whatever order the rules were written. */
function brokenType({ target, value }: ValidationError, property: string): string | undefined {
  if (!target) return undefined;
  return getMetadataStorage()
    .getTargetValidationMetadatas(target.constructor, '', true, false)
    .filter((rule) => rule.propertyName === property && !rule.each)
    .map((rule) => rule.name ?? '')
    .find((rule) => TYPES[rule]?.(value) === false);
}

/** A DTO may give a Chinese message of its own; class-validator's English ones are replaced. */
function messageOf(rule: string, english: string, property = ''): string {
  if (/[\u4e00-\u9fff]/.test(english)) return english;
  // The name goes first: in “floorAreaM2 must not be less than 0” the 2 is not the limit.
  const limits = english.replace(property, '').match(/-?\d+(\.\d+)?/g) ?? [];
  return MESSAGES[rule]?.(limits) ?? '内容不正确';
}

const constantCase = (rule: string): string => rule.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

const told = (says: (text: string) => boolean, message: string): PropertyDecorator =>
  ValidateBy(
    {
      name: 'matches',
      validator: { validate: (value: unknown) => typeof value === 'string' && says(value) },
    },
    { message },
  );

/** A reason that says something (`saysSomething`): a dot says nothing to whoever reads the record. Known to programs as MATCHES. */
export const InWords = (message: string): PropertyDecorator => told(saysSomething, message);

/** The number of a paper (文号), as `isSomeNumber` has it. */
export const SomeNumber = (message: string): PropertyDecorator => told(isSomeNumber, message);
