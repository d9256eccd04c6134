import { GRADES, OWNERSHIP_LABELS, siteInWords } from '@zhaoguan/contracts';
import type { SheetColumn } from '@zhaoguan/platform';
import { DIRECTORY_COLUMNS } from '../domain/directory-row-headers';
import type { DirectoryLine } from '../store/institution-list.store';
import { readColumns } from './directory-columns';

/** What may stand in a column, or how it is filled in: by its header. */
const HELP: Readonly<Record<string, { readonly choices?: readonly string[]; readonly hint?: string }>> = {
  [DIRECTORY_COLUMNS.name]: { hint: '请填写登记证书上的机构全称' },
  [DIRECTORY_COLUMNS.uscc]: { hint: '18 位，单元格为文本格式' },
  [DIRECTORY_COLUMNS.kind]: {
    choices: [
      siteInWords({ kind: 'ELDERLY_CARE', siteType: null }),
      siteInWords({ kind: 'CHILDCARE', siteType: null }),
      siteInWords({ kind: 'CHILDCARE', siteType: 'HOME' }),
    ],
  },
  [DIRECTORY_COLUMNS.districtCode]: { hint: '区县的 6 位行政区划代码，或者填写所在区县' },
  [DIRECTORY_COLUMNS.districtName]: { hint: '如 西安市长安区；填了行政区划代码的可以不填' },
  [DIRECTORY_COLUMNS.address]: { hint: '请填写到门牌号' },
  [DIRECTORY_COLUMNS.beds]: { hint: '养老机构填写' },
  [DIRECTORY_COLUMNS.places]: { hint: '托育机构、家庭托育点填写；家庭托育点不超过 5 个' },
  [DIRECTORY_COLUMNS.nursingBeds]: { hint: '养老机构填写，不多于床位数' },
  [DIRECTORY_COLUMNS.ownership]: { choices: Object.values(OWNERSHIP_LABELS) },
  [DIRECTORY_COLUMNS.filingNumber]: { hint: '按备案回执填写；没有的不填' },
  [DIRECTORY_COLUMNS.filedOn]: { hint: '请填写日期，如 2026-01-31' },
  [DIRECTORY_COLUMNS.grade]: { choices: GRADES },
};

/** The columns that are read, each with what may stand in it. */
export function templateColumns(): readonly SheetColumn<DirectoryLine>[] {
  return readColumns().map((column) => ({ ...column, ...HELP[column.header] }));
}

const COMMON = {
  district: '610116',
  township: null,
  status: 'OPERATING',
  filingEndedAs: null,
  regime: 'FILING',
  authority: null,
} as const;

/** Institutions invented, one of each kind. */
export const TEMPLATE_EXAMPLE: readonly DirectoryLine[] = [
  {
    ...COMMON,
    id: '1',
    kind: 'ELDERLY_CARE',
    siteType: null,
    name: '示例·颐年苑养老院',
    uscc: '52610116MT2A000056',
    address: '西安市长安区示例街道示例路1号',
    servicePhone: '029-85290000',
    capacity: 120,
    nursingBeds: 80,
    ownership: 'PRIVATE',
    filingNumber: '610116-YL-2025-0001',
    filedOn: '2025-03-01',
    grade: 'A',
  },
  {
    ...COMMON,
    id: '2',
    kind: 'CHILDCARE',
    siteType: 'HOME',
    name: '示例·小木屋家庭托育点',
    uscc: '91610116MA0000015Y',
    address: '西安市长安区示例街道示例路2号1单元101室',
    servicePhone: null,
    capacity: 5,
    nursingBeds: null,
    ownership: null,
    filingNumber: null,
    filedOn: null,
    grade: 'B',
  },
];
