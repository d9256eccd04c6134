import { cellText, columnLetter, type DirectorySheetRow } from './directory-row-cells';
import {
  type DirectoryContext,
  type DirectoryFault,
  type DirectoryRow,
  readDirectoryRow,
} from './directory-row';
import {
  DIRECTORY_COLUMNS,
  type DirectoryColumn,
  type DirectoryHeader,
  findDirectoryHeader,
} from './directory-row-headers';
import { remarkOn } from './directory-row-remarks';

/** Titles, dates and notes may stand above the header, but not more than this. */
const MOST_ROWS_ABOVE_HEADER = 20;

/** What a row of the file turned out to be. */
export type DirectoryOutcome =
  | { readonly type: 'SKIPPED' }
  /** A sum or a note below the institutions. */
  | { readonly type: 'REMARK' }
  | { readonly type: 'HEADER'; readonly ignoredColumns: readonly string[] }
  /** `remark`: what should be looked at in it, though it is taken. */
  | { readonly type: 'ROW'; readonly value: DirectoryRow; readonly remark: DirectoryFault | null }
  | { readonly type: 'FAULTY'; readonly faults: readonly DirectoryFault[] }
  /** Nothing below can be read: no header, or one that does not do. */
  | { readonly type: 'UNREADABLE'; readonly faults: readonly DirectoryFault[] };

/**
 * Reads a directory row by row: looks for the header, then checks rows and finds the same institution listed twice. Keeps
 * one key for each row that is right, nothing else.
 */
export class DirectoryParser {
  private header: DirectoryHeader | undefined;
  /** Negative where the row has a number. */
  private readonly rowOfSite = new Map<string, number>();
  private readonly rowOfFiling = new Map<string, number>();

  constructor(private readonly context: DirectoryContext) {}

  accept(row: DirectorySheetRow): DirectoryOutcome {
    if (row.width === 0) return { type: 'SKIPPED' };
    if (!this.header) return this.beforeHeader(row);
    if (isRemark(row, this.header)) return { type: 'REMARK' };
    const reading = readDirectoryRow(row, this.header, this.context);
    if (!reading.ok) return { type: 'FAULTY', faults: reading.faults };
    const { value } = reading;
    const duplicate = this.findDuplicate(value, this.header);
    if (duplicate) return { type: 'FAULTY', faults: [duplicate] };
    return { type: 'ROW', value, remark: remarkOnBeds(value, this.header) };
  }

  /** To be called after the last row: a file without header has not been read. */
  end(): DirectoryOutcome {
    return this.header ? { type: 'SKIPPED' } : noHeader();
  }

  private beforeHeader(row: DirectorySheetRow): DirectoryOutcome {
    const header = findDirectoryHeader(row, this.context.defaultKind !== null);
    if (!header) return row.row > MOST_ROWS_ABOVE_HEADER ? noHeader() : { type: 'SKIPPED' };
    if (header.problems.length > 0) {
      const fault = (reason: string) => ({ row: row.row, column: '表头', letter: null, value: '', reason });
      return { type: 'UNREADABLE', faults: header.problems.map(fault) };
    }
    this.header = header;
    return { type: 'HEADER', ignoredColumns: header.ignored };
  }

  /**
   * One legal entity may have several sites, so the same code is a duplicate only for the same kind and address; and one that is closed and the
   * one that came after it may have the same site under two numbers, of which the register knows.
   */
  private findDuplicate(row: DirectoryRow, header: DirectoryHeader): DirectoryFault | undefined {
    const site = digest(`${row.uscc} ${row.kind} ${row.district} ${row.bareAddress}`);
    const before = this.rowOfSite.get(site);
    const sameSite = before === undefined ? undefined : Math.abs(before);
    const sameFiling = row.filingNumber === null ? undefined : this.rowOfFiling.get(row.filingNumber);
    const isNumberedApart = row.filingNumber !== null && (before ?? 0) < 0 && sameFiling !== sameSite;
    if (sameSite !== undefined && !isNumberedApart) {
      return about(row.row, header, 'uscc', row.uscc, `与第${sameSite}行是同一机构的同一场所`);
    }
    if (row.filingNumber !== null && sameFiling !== undefined) {
      return about(row.row, header, 'filingNumber', row.filingNumber, `备案编号与第${sameFiling}行重复`);
    }
    this.rowOfSite.set(site, row.filingNumber === null ? row.row : -row.row);
    if (row.filingNumber !== null) this.rowOfFiling.set(row.filingNumber, row.row);
    return undefined;
  }
}

function remarkOnBeds(row: DirectoryRow, header: DirectoryHeader): DirectoryFault | null {
  const reason = remarkOn(row);
  const column = header.columns.has('beds') ? 'beds' : 'capacity';
  return reason === null ? null : about(row.row, header, column, String(row.capacity), reason);
}

/** What is said of a cell, under the header that the file gives it. */
function about(
  row: number,
  header: DirectoryHeader,
  column: DirectoryColumn,
  value: string,
  reason: string,
): DirectoryFault {
  const place = header.columns.get(column);
  return {
    row,
    column: place?.header ?? DIRECTORY_COLUMNS[column],
    letter: place ? columnLetter(place.index) : null,
    value,
    reason,
  };
}

const SUM = /^本?页?(?:合计|总计|小计|共计)/;
const NOTE = /^(?:注|备注|说明|填表说明|填报单位|填表单位|(?:填表|制表|填报|审核)(?:人|日期))[:：]/;

/** Without a code, and beginning with a word that no institution begins with. */
function isRemark({ cells }: DirectorySheetRow, header: DirectoryHeader): boolean {
  const code = header.columns.get('uscc');
  if (code && cellText(cells[code.index]) !== '') return false;
  const first = cells.map(cellText).find((text) => text !== '') ?? '';
  const word = first.replace(/ /g, '');
  return SUM.test(word) || NOTE.test(word);
}

/**
 * Six characters (96 bits) that stand for a text: with a million rows the keys would otherwise be most of the memory,
 * and two different texts do not meet by chance. (cyrb53 with two seeds; not for secrets.)
 */
function digest(text: string): string {
  const [a, b] = [hash53(text, 1), hash53(text, 2)];
  return String.fromCharCode(
    ...[a, b].flatMap((hash) => [0, 16, 32].map((bits) => Math.floor(hash / 2 ** bits) % 0x10000)),
  );
}

function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

function noHeader(): DirectoryOutcome {
  const reason = `前${MOST_ROWS_ABOVE_HEADER}行中没有找到表头，表头应有“机构名称”“统一社会信用代码”“详细地址”等列`;
  return { type: 'UNREADABLE', faults: [{ row: null, column: '表头', letter: null, value: '', reason }] };
}
