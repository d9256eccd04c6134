import { INSTITUTION_LIMITS } from '@zhaoguan/contracts';
import {
  checkUscc,
  faultOfInstitutionAddress,
  faultOfInstitutionName,
  type PhoneNumber,
  type PlainDate,
  type Uscc,
  type UsccEntity,
  type UsccFault,
} from '@zhaoguan/kernel';
import { columnLetter, type DirectoryCell, type DirectorySheetRow, rawText } from './directory-row-cells';
import type { DivisionIndex } from './directory-row-district';
import { DIRECTORY_COLUMNS, type DirectoryColumn, type DirectoryHeader } from './directory-row-headers';
import { faultOfNumber, readNumber } from './directory-row-number';
import {
  bad,
  type DirectoryGrade,
  type DirectoryKind,
  type DirectoryOwnership,
  good,
  isBlank,
  looksLikeLostDigits,
  type Read,
  readCount,
  readFiledOn,
  readGrade,
  readKind,
  readOwnership,
  readPhone,
  readText,
} from './directory-row-values';

/** An institution as a directory lists it, checked field by field. */
export interface DirectoryRow {
  readonly row: number;
  readonly name: string;
  readonly uscc: Uscc;
  readonly entity: UsccEntity;
  readonly kind: DirectoryKind;
  /** HOME for a 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly township: string | null;
  readonly address: string;
  /** Key of the address without the names of province, city and county at its beginning. */
  readonly bareAddress: string;
  readonly legalRepresentative: string | null;
  readonly phone: PhoneNumber | null;
  readonly servicePhone: PhoneNumber | null;
  /** 床位 of a 养老机构, 托位 of a 托育机构. */
  readonly capacity: number;
  readonly nursingBeds: number | null;
  readonly ownership: DirectoryOwnership | null;
  readonly forProfit: boolean | null;
  readonly filingNumber: string | null;
  readonly filedOn: PlainDate | null;
  readonly grade: DirectoryGrade | null;
}

/** What is wrong with one cell, one row (`letter` null) or the file (`row` null too). */
export interface DirectoryFault {
  readonly row: number | null;
  /** The header as the file has it. */
  readonly column: string;
  readonly letter: string | null;
  readonly value: string;
  readonly reason: string;
}

export interface DirectoryContext {
  readonly divisions: DivisionIndex;
  /** The kind of rows when the file has no column for it. */
  readonly defaultKind: DirectoryKind | null;
  readonly today: PlainDate;
  readonly maxColumns: number;
}

export type RowReading =
  | { readonly ok: true; readonly value: DirectoryRow }
  | { readonly ok: false; readonly faults: readonly DirectoryFault[] };

/** @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）: 收托婴幼儿不超过5人 */
const MOST_PLACES_AT_HOME = 5;

const USCC_REASONS: Readonly<Record<UsccFault, string>> = {
  LENGTH: '统一社会信用代码应为18位',
  CHARACTER: '统一社会信用代码含有不允许的字符（不使用 I、O、S、V、Z）',
  CHECK_DIGIT: '统一社会信用代码校验码不符，请核对',
};

/** Checks every cell of a row and reports all that is wrong at once, so that a file is corrected in one round. */
export function readDirectoryRow(
  row: DirectorySheetRow,
  header: DirectoryHeader,
  context: DirectoryContext,
): RowReading {
  if (row.width > context.maxColumns) {
    const reason = `本行有${row.width}列，超过${context.maxColumns}列，请核对是否错位`;
    return { ok: false, faults: [{ row: row.row, column: '整行', letter: null, value: '', reason }] };
  }
  const reader = new CellReader(row, header);
  const uscc = reader.required('uscc', 200, readUscc);
  const type = header.columns.has('kind')
    ? reader.required('kind', 200, readKind)
    : context.defaultKind && { kind: context.defaultKind, siteType: null };
  const place = readPlace(reader, context.divisions);
  const capacity = type ? readCapacity(reader, type) : undefined;
  const value = {
    row: row.row,
    name: reader.required('name', INSTITUTION_LIMITS.name, readName),
    address: reader.required('address', INSTITUTION_LIMITS.address, readAddress),
    legalRepresentative:
      reader.optional('legalRepresentative', INSTITUTION_LIMITS.personName, (text) =>
        good(isBlank(text) ? null : text),
      ) ?? null,
    phone: reader.optional('phone', 40, readPhone) ?? null,
    servicePhone: reader.optional('servicePhone', 40, readPhone) ?? null,
    nursingBeds: readNursingBeds(reader, type?.kind, capacity),
    ...(reader.optional('ownership', 40, readOwnership) ?? { ownership: null, forProfit: null }),
    filingNumber: readFilingNumber(reader, { district: place?.district, kind: type?.kind }, context.today),
    filedOn: reader.cell('filedOn', (cell) => readFiledOn(cell, context.today)) ?? null,
    grade: reader.optional('grade', 16, readGrade) ?? null,
  };
  const { name, address } = value;
  if (!reader.faultless || !uscc || !type || !place || capacity === undefined || !name || !address) {
    return { ok: false, faults: reader.faults };
  }
  const bareAddress = context.divisions.bareAddress(place.district, address);
  return { ok: true, value: { ...value, name, address, bareAddress, ...uscc, ...type, ...place, capacity } };
}

/** Reads cells of one row and collects what is wrong with them. */
class CellReader {
  readonly faults: DirectoryFault[] = [];

  constructor(
    private readonly row: DirectorySheetRow,
    private readonly header: DirectoryHeader,
  ) {}

  get faultless(): boolean {
    return this.faults.length === 0;
  }

  has(column: DirectoryColumn): boolean {
    return this.header.columns.has(column);
  }

  /** The value of a cell that must not be empty; undefined once its fault is noted. */
  required<T>(column: DirectoryColumn, most: number, read: (text: string) => Read<T>): T | undefined {
    return this.cell(column, (cell) => {
      const text = readText(cell, most);
      if (!text.ok) return text;
      return isBlank(text.value) ? bad('不能为空') : read(text.value);
    });
  }

  optional<T>(column: DirectoryColumn, most: number, read: (text: string) => Read<T>): T | undefined {
    return this.cell(column, (cell) => {
      const text = readText(cell, most);
      return text.ok ? read(text.value) : text;
    });
  }

  /** Undefined where the file has no such column, or once a fault is noted. */
  cell<T>(column: DirectoryColumn, read: (cell: DirectoryCell | undefined) => Read<T>): T | undefined {
    const place = this.header.columns.get(column);
    if (!place) return undefined;
    const result = read(this.row.cells[place.index]);
    if (result.ok) return result.value;
    this.fault(column, result.reason);
    return undefined;
  }

  fault(column: DirectoryColumn, reason: string): void {
    const place = this.header.columns.get(column);
    this.faults.push({
      row: this.row.row,
      column: place?.header ?? DIRECTORY_COLUMNS[column],
      letter: place ? columnLetter(place.index) : null,
      value: place ? rawText(this.row.cells[place.index]).slice(0, 200) : '',
      reason,
    });
  }
}

function readUscc(text: string): Read<{ uscc: Uscc; entity: UsccEntity }> {
  if (looksLikeLostDigits(text)) return bad('代码已被表格软件改成科学记数，请改为文本格式后重新填写');
  const check = checkUscc(text);
  return check.ok ? good({ uscc: check.value, entity: check.entity }) : bad(USCC_REASONS[check.reason]);
}

function readName(text: string): Read<string> {
  if (!/\p{Script=Han}/u.test(text) || text.length < 2) return bad('应为登记证书上的机构全称');
  const fault = faultOfInstitutionName(text);
  return fault === undefined ? good(text) : bad(fault);
}

function readAddress(text: string): Read<string> {
  if (text.length < 4) return bad('地址过短，请填写到门牌号');
  const fault = faultOfInstitutionAddress(text);
  return fault === undefined ? good(text) : bad(fault);
}

/** Code or name; where the file has both they have to mean the same district. */
function readPlace(
  reader: CellReader,
  divisions: DivisionIndex,
): { district: string; township: string | null } | undefined {
  const before = reader.faults.length;
  const find = (
    column: 'districtCode' | 'districtName',
    by: (text: string) => Read<{ district: string; township: string | null }>,
  ) => reader.optional(column, 60, (text) => (isBlank(text) ? good(null) : by(text)));
  const byCode = find('districtCode', (text) => divisions.findByCode(text));
  const byName = find('districtName', (text) => divisions.find(text));
  if (reader.faults.length > before) return undefined;
  const column =
    reader.has('districtCode') && (byCode || !reader.has('districtName')) ? 'districtCode' : 'districtName';
  const place = byCode ?? byName;
  if (!place) {
    reader.fault(column, '不能为空');
    return undefined;
  }
  if (byCode && byName && byCode.district !== byName.district) {
    reader.fault('districtName', '与行政区划代码不是同一个区县');
    return undefined;
  }
  if (!divisions.covers(place.township ?? place.district)) {
    reader.fault(column, '不在本单位的管辖范围内');
    return undefined;
  }
  return withTownship(reader, divisions, place);
}

function withTownship(
  reader: CellReader,
  divisions: DivisionIndex,
  place: { district: string; township: string | null },
): { district: string; township: string | null } {
  const named = reader.optional('township', 60, (text) =>
    isBlank(text) ? good(null) : divisions.findTownship(place.district, text),
  );
  if (named && place.township && named !== place.township)
    reader.fault('township', '与行政区划代码不是同一个镇街');
  return { district: place.district, township: place.township ?? named ?? null };
}

function readFilingNumber(
  reader: CellReader,
  row: { readonly district: string | undefined; readonly kind: DirectoryKind | undefined },
  today: PlainDate,
): string | null {
  const number = reader.optional('filingNumber', 64, readNumber) ?? null;
  const fault =
    number === null ? undefined : faultOfNumber(number, { ...row, year: Number(today.slice(0, 4)) });
  if (fault !== undefined) reader.fault('filingNumber', fault);
  return number;
}

/** 床位 for 养老, 托位 for 托育; a number in the column of the other kind is a slip that must not be lost. */
function readCapacity(
  reader: CellReader,
  { kind, siteType }: Pick<DirectoryRow, 'kind' | 'siteType'>,
): number | undefined {
  const [own, other] =
    kind === 'ELDERLY_CARE' ? (['beds', 'places'] as const) : (['places', 'beds'] as const);
  const column = reader.has(own) ? own : 'capacity';
  const count = reader.cell(column, readCount);
  const stray = reader.cell(other, readCount);
  if (stray)
    reader.fault(other, kind === 'ELDERLY_CARE' ? '养老机构不应填写托位数' : '托育机构不应填写床位数');
  if (!reader.has(column)) reader.fault(own, `本行缺少${DIRECTORY_COLUMNS[own]}`);
  else if (count === null) reader.fault(column, '不能为空');
  else if (count === 0) reader.fault(column, '应大于0');
  else if (siteType === 'HOME' && count !== undefined && count > MOST_PLACES_AT_HOME)
    reader.fault(
      column,
      `家庭托育点收托不超过${MOST_PLACES_AT_HOME}人（《家庭托育点管理办法（试行）》），超过的机构类型应为“托育机构”`,
    );
  return count ? count : undefined;
}

function readNursingBeds(
  reader: CellReader,
  kind: DirectoryKind | undefined,
  capacity: number | undefined,
): number | null {
  const count = reader.cell('nursingBeds', readCount) ?? null;
  if (count !== null && count > 0 && kind === 'CHILDCARE')
    reader.fault('nursingBeds', '托育机构没有护理型床位');
  if (count !== null && capacity !== undefined && count > capacity)
    reader.fault('nursingBeds', `多于床位数${capacity}`);
  return count;
}
