import { nothingElse, type ReferenceFile, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

export const DISTRICT_LEVELS = ['PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP'] as const;
export type DistrictLevel = (typeof DISTRICT_LEVELS)[number];

/** 行政区划: six digits down to the county (GB/T 2260), nine for a 乡级 division. */
export interface DistrictRow {
  readonly code: string;
  readonly name: string;
  readonly level: DistrictLevel;
  /** Code of the division above; null for a province. In Chongqing a district stands directly below the province. */
  readonly parent: string | null;
}

const SHAPES: Readonly<Record<DistrictLevel, RegExp>> = {
  PROVINCE: /^[1-9]\d0000$/,
  CITY: /^[1-9]\d(?!00)\d{2}00$/,
  COUNTY: /^[1-9]\d(?!00)\d{2}(?!00)\d{2}$/,
  TOWNSHIP: /^[1-9]\d(?!00)\d{2}(?!00)\d{2}(?!000)\d{3}$/,
};
/** Which level may stand above which. */
const PARENTS: Readonly<Record<DistrictLevel, readonly DistrictLevel[]>> = {
  PROVINCE: [],
  CITY: ['PROVINCE'],
  COUNTY: ['CITY', 'PROVINCE'],
  TOWNSHIP: ['COUNTY'],
};

/**
 * Reads districts.json: codes unique and of their level's shape, every parent present, of a higher level and a prefix.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseDistricts(json: unknown): ReferenceFile<DistrictRow> {
  const file = readFile(json, 'districts.json', readDistrict, nothingElse);
  requireUnique(file.items, 'districts.json', (item) => item.code);
  const byCode = new Map(file.items.map((item) => [item.code, item]));
  file.items.forEach((item, i) => requireParent(item, byCode, `districts.json.items[${i}].parent`));
  return file;
}

function readDistrict(row: Row): DistrictRow {
  const level = row.oneOf('level', DISTRICT_LEVELS);
  return {
    code: row.matching('code', SHAPES[level], `应为${level}级代码`),
    name: row.chinese('name'),
    level,
    parent: row.textOrNull('parent'),
  };
}

function requireParent(item: DistrictRow, byCode: ReadonlyMap<string, DistrictRow>, path: string): void {
  if (item.parent === null) {
    if (item.level !== 'PROVINCE') throw new ReferenceDataError(path, `${item.name}缺少上级`);
    return;
  }
  const parent = byCode.get(item.parent);
  if (!parent) throw new ReferenceDataError(path, `上级${item.parent}不在本文件内`);
  const prefix = parent.code.replace(/(?:00){1,2}$/, '');
  if (!PARENTS[item.level].includes(parent.level) || !item.code.startsWith(prefix)) {
    throw new ReferenceDataError(path, `${parent.code}不能是${item.code}的上级`);
  }
}
