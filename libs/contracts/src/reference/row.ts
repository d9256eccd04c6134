import { isPlainDate, type PlainDate } from '@zhaoguan/kernel';

/** A reference file says something it may not. `path` points at the value, such as `districts.json items[3].code`. */
export class ReferenceDataError extends Error {
  constructor(
    readonly path: string,
    readonly fault: string,
  ) {
    super(`${path}：${fault}`);
    this.name = 'ReferenceDataError';
  }
}

/**
 * One JSON object read field by field: every field must be there, be of its type, and be known. A file with a
 * misspelt field is refused rather than half read, because officials act by these values.
 */
export class Row {
  private readonly unread: Set<string>;

  private constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    readonly path: string,
  ) {
    this.unread = new Set(Object.keys(fields));
  }

  /** Reads one object with `read` and refuses fields that `read` did not ask for. */
  static read<T>(value: unknown, path: string, read: (row: Row) => T): T {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new ReferenceDataError(path, '应为对象');
    }
    const row = new Row(value as Readonly<Record<string, unknown>>, path);
    const result = read(row);
    const [stray] = row.unread;
    if (stray !== undefined) row.fail(stray, '不认识的字段');
    return result;
  }

  fail(field: string, fault: string): never {
    throw new ReferenceDataError(`${this.path}.${field}`, fault);
  }

  /** Text with at least one character that is not white space, and none at either end. */
  text(field: string): string {
    const value = this.take(field);
    if (typeof value !== 'string' || value === '' || value !== value.trim()) {
      this.fail(field, '应为非空文字，首尾不得有空白');
    }
    return value;
  }

  textOrNull(field: string): string | null {
    return this.isNull(field) ? null : this.text(field);
  }

  /** Text that people read: it must contain Chinese characters. */
  chinese(field: string): string {
    const value = this.text(field);
    if (!/\p{Script=Han}/u.test(value)) this.fail(field, '应为中文文字');
    return value;
  }

  chineseOrNull(field: string): string | null {
    return this.isNull(field) ? null : this.chinese(field);
  }

  matching(field: string, pattern: RegExp, fault: string): string {
    const value = this.text(field);
    if (!pattern.test(value)) this.fail(field, `${fault}，实为“${value}”`);
    return value;
  }

  oneOf<T extends string>(field: string, allowed: readonly T[]): T {
    const value = this.text(field);
    const found = allowed.find((candidate) => candidate === value);
    return found ?? this.fail(field, `应为 ${allowed.join('、')} 之一，实为“${value}”`);
  }

  oneOfOrNull<T extends string>(field: string, allowed: readonly T[]): T | null {
    return this.isNull(field) ? null : this.oneOf(field, allowed);
  }

  exactly<const T extends string | number | boolean>(field: string, allowed: readonly T[]): T {
    const value = this.take(field);
    return (
      allowed.find((candidate) => candidate === value) ?? this.fail(field, `应为 ${allowed.join('、')} 之一`)
    );
  }

  flag(field: string): boolean {
    const value = this.take(field);
    return typeof value === 'boolean' ? value : this.fail(field, '应为 true 或 false');
  }

  number(field: string, min: number, max: number): number {
    const value = this.take(field);
    if (typeof value !== 'number' || !Number.isFinite(value)) this.fail(field, '应为数字');
    if (value < min || value > max) this.fail(field, `应在${min}至${max}之间，实为${value}`);
    return value;
  }

  integer(field: string, min: number, max: number): number {
    const value = this.number(field, min, max);
    return Number.isInteger(value) ? value : this.fail(field, `应为整数，实为${value}`);
  }

  numberOrNull(field: string, min: number, max: number): number | null {
    return this.isNull(field) ? null : this.number(field, min, max);
  }

  integerOrNull(field: string, min: number, max: number): number | null {
    return this.isNull(field) ? null : this.integer(field, min, max);
  }

  date(field: string): PlainDate {
    const value = this.text(field);
    return isPlainDate(value) ? value : this.fail(field, `应为存在的日期，实为“${value}”`);
  }

  dateOrNull(field: string): PlainDate | null {
    return this.isNull(field) ? null : this.date(field);
  }

  has(field: string): boolean {
    return Object.hasOwn(this.fields, field);
  }

  /** A field that may be left out: `row.optional('unit', (field) => row.text(field))`. */
  optional<T>(field: string, read: (field: string) => T): T | undefined {
    return this.has(field) ? read(field) : undefined;
  }

  object<T>(field: string, read: (row: Row) => T): T {
    return Row.read(this.take(field), `${this.path}.${field}`, read);
  }

  objectOrNull<T>(field: string, read: (row: Row) => T): T | null {
    return this.isNull(field) ? null : this.object(field, read);
  }

  list<T>(field: string, read: (row: Row) => T): readonly T[] {
    return this.array(field).map((value, i) => Row.read(value, `${this.path}.${field}[${i}]`, read));
  }

  texts(field: string): readonly string[] {
    return this.array(field).map((value, i) =>
      typeof value === 'string' && value !== '' ? value : this.fail(`${field}[${i}]`, '应为非空文字'),
    );
  }

  textsOf<T extends string>(field: string, allowed: readonly T[]): readonly T[] {
    return this.texts(field).map(
      (value, i) =>
        allowed.find((candidate) => candidate === value) ??
        this.fail(`${field}[${i}]`, `应为 ${allowed.join('、')} 之一，实为“${value}”`),
    );
  }

  integers(field: string): readonly number[] {
    return this.array(field).map((value, i) =>
      typeof value === 'number' && Number.isInteger(value) ? value : this.fail(`${field}[${i}]`, '应为整数'),
    );
  }

  /** Values as they stand in answers. */
  scalars(field: string): readonly (string | number | boolean | null)[] {
    return this.array(field).map((value, i) =>
      value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : this.fail(`${field}[${i}]`, '应为文字、数字、true、false 或 null'),
    );
  }

  /** Names that are not known beforehand, each with a number or a text. */
  named(field: string): Readonly<Record<string, number | string>> {
    const value = this.take(field);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail(field, '应为对象');
    for (const [name, each] of Object.entries(value)) {
      if (typeof each !== 'number' && typeof each !== 'string')
        this.fail(`${field}.${name}`, '应为数字或文字');
    }
    return value as Readonly<Record<string, number | string>>;
  }

  private array(field: string): readonly unknown[] {
    const value = this.take(field);
    return Array.isArray(value) ? value : this.fail(field, '应为数组');
  }

  private isNull(field: string): boolean {
    return this.take(field) === null;
  }

  private take(field: string): unknown {
    if (!this.has(field)) this.fail(field, '缺少字段');
    this.unread.delete(field);
    return this.fields[field];
  }
}
