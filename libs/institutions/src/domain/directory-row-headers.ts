import { cellText, columnLetter, type DirectorySheetRow } from './directory-row-cells';

/** A column the importer understands, with the header that its messages use. */
export const DIRECTORY_COLUMNS = {
  name: '机构名称',
  uscc: '统一社会信用代码',
  kind: '机构类型',
  districtCode: '行政区划代码',
  districtName: '所在区县',
  township: '所在镇街',
  address: '详细地址',
  legalRepresentative: '法定代表人',
  phone: '联系电话',
  servicePhone: '服务电话',
  capacity: '床位数/托位数',
  beds: '床位数',
  places: '托位数',
  nursingBeds: '护理型床位数',
  ownership: '机构性质',
  filingNumber: '备案编号',
  filedOn: '备案日期',
  grade: '信用等级',
} as const;
export type DirectoryColumn = keyof typeof DIRECTORY_COLUMNS;

export const AUTHORITY_COLUMN = '备案机关';
export const STATE_COLUMN = '状态';
/** What follows from the rest goes out and is not read: a filing settles the one, its course the other. */
const RECORDED: readonly string[] = [AUTHORITY_COLUMN, STATE_COLUMN];

/** Whether a column that is not read is one that the system itself has written (由系统记录). */
export const isRecorded = (header: string): boolean => RECORDED.includes(header);

/** Headers as officials write them, besides the ones above. Compared without brackets, marks and white space. */
const SYNONYMS: Readonly<Record<DirectoryColumn, readonly string[]>> = {
  name: ['名称', '单位名称', '机构全称', '养老机构名称', '托育机构名称', '养老托育机构名称', '托育点名称'],
  uscc: ['社会信用代码', '统一信用代码', '信用代码', '统一社会信用代码证号'],
  kind: ['机构类别', '类别', '类型', '机构种类', '业务类型'],
  districtCode: ['区划代码', '行政区代码', '所在区划代码', '所属行政区划代码', '行政区划编码', '区县代码'],
  districtName: [
    '所属区县',
    '区县',
    '区县名称',
    '所在县区',
    '县区',
    '所在区',
    '所属区',
    '县市区',
    '行政区划',
    '所在地区',
    '所属地区',
    '行政区划名称',
  ],
  township: [
    '镇街',
    '街道',
    '所属街道',
    '所在街道',
    '所属镇街',
    '乡镇街道',
    '街道乡镇',
    '镇街名称',
    '所在乡镇街道',
    '所属乡镇街道',
  ],
  address: ['地址', '机构地址', '服务场所地址', '经营地址', '住所', '机构详细地址', '单位地址'],
  legalRepresentative: [
    '法人',
    '法人代表',
    '法定代表人姓名',
    '法定代表人或主要负责人',
    '负责人',
    '负责人姓名',
    '法人姓名',
  ],
  phone: [
    '电话',
    '联系方式',
    '手机',
    '手机号',
    '手机号码',
    '联系人电话',
    '法定代表人电话',
    '负责人电话',
    '法人联系电话',
    '负责人联系电话',
  ],
  servicePhone: ['咨询电话', '对外服务电话', '机构电话', '公开电话', '对外电话', '机构服务电话'],
  capacity: ['床位托位数', '床位数托位数', '床托位数', '床位或托位数', '核定规模'],
  beds: ['总床位数', '床位总数', '养老床位数', '核定床位数', '备案床位数', '床位'],
  places: ['托位总数', '总托位数', '核定托位数', '备案托位数', '托位'],
  nursingBeds: ['护理型床位', '护理床位数', '护理床位', '其中护理型床位数', '其中护理型床位'],
  ownership: ['性质', '举办性质', '运营性质', '单位性质', '举办主体', '机构举办性质', '运营方式'],
  filingNumber: ['备案号', '备案回执编号', '备案证号', '备案回执号', '回执编号'],
  filedOn: ['备案时间', '备案完成时间', '备案回执日期', '首次备案日期'],
  grade: ['信用评级', '信用等次', '信用级别', '信用评价等级', '信用'],
};
/** Every directory has these; nobody needs to be told that they are not read. */
const UNREAD = new Set(['序号', '编号', '备注', '说明', '']);
/** A row with this many known headers is the header row; titles above it have one cell. */
const ENOUGH_HEADERS = 3;
const REQUIRED: readonly DirectoryColumn[] = ['name', 'uscc', 'address'];

const COLUMN_OF: ReadonlyMap<string, DirectoryColumn> = new Map(
  (Object.keys(DIRECTORY_COLUMNS) as DirectoryColumn[]).flatMap((column) =>
    [DIRECTORY_COLUMNS[column], ...SYNONYMS[column]].map((header) => [headerKey(header), column] as const),
  ),
);

/** Where each known column stands, from 0, and how it is called in this file. */
export interface DirectoryHeader {
  readonly row: number;
  readonly columns: ReadonlyMap<DirectoryColumn, { readonly index: number; readonly header: string }>;
  /** Headers that are not understood. */
  readonly ignored: readonly string[];
  /** Why rows cannot be read below this header; empty when they can. Chinese. */
  readonly problems: readonly string[];
}

/** The row as header, or undefined when it is none: a title, a blank row, a row of data. */
export function findDirectoryHeader(
  row: DirectorySheetRow,
  defaultKind: boolean,
): DirectoryHeader | undefined {
  const columns = new Map<DirectoryColumn, { index: number; header: string }>();
  const ignored: string[] = [];
  const problems: string[] = [];
  row.cells.forEach((cell, index) => {
    if (typeof cell !== 'string') return;
    const header = cellText(cell);
    const column = COLUMN_OF.get(headerKey(header));
    if (column === undefined) {
      if (!UNREAD.has(headerKey(header))) ignored.push(header);
      return;
    }
    const first = columns.get(column);
    if (first === undefined) columns.set(column, { index, header });
    else problems.push(twice(first, { index, header }));
  });
  if (columns.size < ENOUGH_HEADERS || !(columns.has('name') || columns.has('uscc'))) return undefined;
  return {
    row: row.row,
    columns,
    ignored,
    problems: [...problems, ...missing(new Set(columns.keys()), defaultKind)],
  };
}

function twice(a: { index: number; header: string }, b: { index: number; header: string }): string {
  return `“${a.header}”（${columnLetter(a.index)}列）与“${b.header}”（${columnLetter(b.index)}列）含义相同，请只保留一列`;
}

function missing(columns: ReadonlySet<DirectoryColumn>, defaultKind: boolean): string[] {
  const names = REQUIRED.filter((column) => !columns.has(column)).map(
    (column) => `“${DIRECTORY_COLUMNS[column]}”`,
  );
  if (!columns.has('kind') && !defaultKind) names.push('“机构类型”');
  if (!columns.has('districtCode') && !columns.has('districtName')) names.push('“行政区划代码”或“所在区县”');
  if (!columns.has('capacity') && !columns.has('beds') && !columns.has('places'))
    names.push('“床位数”或“托位数”');
  return names.length > 0 ? [`缺少${names.join('、')}列`] : [];
}

/** `床位数（张）*` → `床位数` */
function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:、/·.\-_]+/gu, '');
}
