import { KIND_LABELS, KINDS } from '@zhaoguan/contracts';
import { cellText, columnLetter, type DirectorySheetRow } from '@zhaoguan/institutions';
import type { FieldError } from '@zhaoguan/kernel';
import {
  columnAt,
  FIXED_COLUMNS,
  KIND,
  materialOf,
  REFERENCE,
  type CaseColumn,
  type ColumnsByKind,
} from './case-columns';
import { readCell } from './case-cell';

/** A row of a file: what the request by HTTP would say, and the files that belong to it. */
export interface CaseRow {
  /** As Excel counts. */
  readonly row: number;
  readonly reference: string;
  /** `null` where the cell is empty. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Name of the file, by the code of the material. */
  readonly files: ReadonlyMap<string, string>;
  /** What cannot be read at all. */
  readonly faults: readonly FieldError[];
}

/** The file as a whole is none of ours: why, in words. */
export class CaseSheetError extends Error {}

const UNKNOWN_KIND: FieldError = {
  pointer: KIND.pointer,
  code: 'INVALID_CELL',
  message: `应为${Object.values(KIND_LABELS).join('或者')}`,
};

/** Finds out by the header what stands where, then reads row by row. */
export class CaseSheet {
  private headers: readonly string[] | undefined;

  constructor(private readonly columns: ColumnsByKind) {}

  /**
   * Null for the header and for empty rows.
   * @throws CaseSheetError when the header is not one
   */
  accept(row: DirectorySheetRow): CaseRow | null {
    const texts = row.cells.map((cell) => cellText(cell));
    if (texts.every((text) => text === '')) return null;
    if (this.headers) return this.read(row.row, texts, this.headers);
    this.headers = this.checked(texts);
    return null;
  }

  /** After the last row. @throws CaseSheetError when there was no header */
  end(): void {
    if (!this.headers) throw new CaseSheetError('文件没有内容。请按模板的表头填写。');
  }

  /** Header and letter of the column at which a fault stands; nothing where it is the whole row. */
  placeOf({ document }: CaseRow, pointer: string): string {
    const column = columnAt(this.columnsFor(document['kind']) ?? FIXED_COLUMNS, pointer);
    if (!column) return '';
    const index = this.headers?.indexOf(column.header) ?? -1;
    return index < 0 ? column.header : `${column.header}（${columnLetter(index)} 列）`;
  }

  private checked(headers: readonly string[]): readonly string[] {
    const known = new Set([...this.columns.values()].flat().map(({ header }) => header));
    const missing = FIXED_COLUMNS.filter(({ header }) => !headers.includes(header));
    if (missing.length > 0) {
      const names = missing.map(({ header }) => header).join('、');
      throw new CaseSheetError(`第一行应当是表头，缺少“${names}”。请按模板的表头填写。`);
    }
    const strange = headers.filter((header) => header !== '' && !known.has(header));
    if (strange.length > 0)
      throw new CaseSheetError(`不认识的列“${strange.join('、')}”。请按模板的表头填写，或者删去这些列。`);
    const twice = headers.filter((header, index) => header !== '' && headers.indexOf(header) !== index);
    if (twice.length > 0) throw new CaseSheetError(`有重复的列“${twice.join('、')}”。请只保留一列。`);
    return headers;
  }

  private read(row: number, texts: readonly string[], headers: readonly string[]): CaseRow {
    const textOf = ({ header }: CaseColumn): string => texts[headers.indexOf(header)] ?? '';
    const reference = textOf(REFERENCE);
    const read = readCell(KIND.field, textOf(KIND));
    const columns = this.columnsFor('value' in read ? read.value : null);
    if (!columns) return { row, reference, document: {}, files: new Map(), faults: [UNKNOWN_KIND] };
    const document: Record<string, unknown> = {};
    const files = new Map<string, string>();
    const faults: FieldError[] = [];
    for (const column of columns) {
      if (!headers.includes(column.header)) continue;
      const text = textOf(column);
      const material = materialOf(column);
      if (material !== undefined) {
        if (text !== '') files.set(material, text);
        continue;
      }
      const read = readCell(column.field, text);
      if ('fault' in read)
        faults.push({ pointer: column.pointer, code: 'INVALID_CELL', message: read.fault });
      else putAt(document, column.pointer, read.value);
    }
    return { row, reference, document, files, faults };
  }

  private columnsFor(kind: unknown): readonly CaseColumn[] | undefined {
    const known = KINDS.find((each) => each === kind);
    return known && this.columns.get(known);
  }
}

/** Puts a value at a JSON pointer; pointers of a form have no escapes. */
function putAt(document: Record<string, unknown>, pointer: string, value: unknown): void {
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  let at = document;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = value;
}

/** Without what is not said: for a first request, in which an absent answer may be known from elsewhere. */
export function said(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  return Object.fromEntries(
    Object.entries(document)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, said(value)]),
  );
}
