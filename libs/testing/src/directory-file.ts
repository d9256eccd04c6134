import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CSV_BOM, csvLine, usccCheckDigit } from '@zhaoguan/kernel';

const HEADER = [
  '机构名称',
  '统一社会信用代码',
  '机构类型',
  '行政区划代码',
  '详细地址',
  '法定代表人',
  '联系电话',
  '服务电话',
  '床位数/托位数',
  '护理型床位数',
  '举办性质',
  '备案编号',
  '备案日期',
  '信用等级',
];
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const NAMES = ['康宁', '春晖', '颐和', '夕照', '松鹤', '百合', '金秋', '常青'];
const OWNERSHIPS = ['民办', '公办', '公建民营', '民办公助'];
const GRADES = ['A', 'B', 'B', '', 'C', 'D'];
/** One line in so many is wrong, as in what officials keep by hand. */
const WRONG = 200;
const LINES_A_PIECE = 2_000;

/** Writes an invented directory (.csv) of so many institutions over these counties; the same one each time. */
export async function writeDirectory(path: string, rows: number, counties: readonly string[]): Promise<void> {
  await pipeline(Readable.from(pieces(rows, counties)), createWriteStream(path));
}

function* pieces(rows: number, counties: readonly string[]): Generator<string> {
  yield CSV_BOM + csvLine(HEADER);
  for (let from = 0; from < rows; from += LINES_A_PIECE) {
    const lines = Array.from({ length: Math.min(LINES_A_PIECE, rows - from) }, (_, i) =>
      csvLine(cells(from + i, counties)),
    );
    yield lines.join('');
  }
}

function cells(i: number, counties: readonly string[]): string[] {
  const county = at(counties, i * 31);
  const childcare = i % 4 === 0;
  const capacity = 20 + (i % 180);
  const number = `${county}-${childcare ? 'TY' : 'YL'}-2024-${String(i).padStart(7, '0')}`;
  return [
    `示例·${at(NAMES, i * 7)}第${i}${childcare ? '托育园' : '养老院'}`,
    uscc(i),
    childcare ? '托育机构' : '养老机构',
    county,
    `示例省示例市示例路${i % 9973}号院${Math.floor(i / 9973) + 1}栋`,
    `示例负责人${i % 100}`,
    `138${String(i % 100_000_000).padStart(8, '0')}`,
    `029-85${String(i % 1_000_000).padStart(6, '0')}`,
    i % WRONG === 0 ? '很多' : String(capacity),
    childcare ? '' : String(Math.floor(capacity / 2)),
    at(OWNERSHIPS, i),
    number,
    `2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
    at(GRADES, i * 5),
  ];
}

/** `Z` stands in no code; `M` and seven digits is a subject number that belongs to nobody here. */
function uscc(i: number): string {
  const subject = `M${String(i).padStart(7, '0')}`;
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * parseInt(subject.charAt(place), 36),
    0,
  );
  const check = 11 - (sum % 11);
  const body = `52610116${subject}${check === 10 ? 'X' : check === 11 ? '0' : String(check)}`;
  return body + usccCheckDigit(body);
}

function at<T>(all: readonly T[], i: number): T {
  const found = all[i % all.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
