import {
  addDays,
  charLength,
  checkPhone,
  isPlainDate,
  type PhoneNumber,
  type PlainDate,
  plainDate,
  isMeantDay,
  EARLY_DAY,
} from '@zhaoguan/kernel';
import { cellText, rawText, type DirectoryCell } from './directory-row-cells';

/** A value, or why the cell has none: Chinese, to be read beside the cell. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export type DirectoryKind = 'ELDERLY_CARE' | 'CHILDCARE';
/** 公办, 公建民营, 民办公助, 民办, 用人单位办, 幼儿园办. */
export type DirectoryOwnership =
  'PUBLIC' | 'PUBLIC_BUILT_PRIVATE_RUN' | 'PRIVATE_SUBSIDISED' | 'PRIVATE' | 'EMPLOYER' | 'KINDERGARTEN';
export type DirectoryGrade = 'A' | 'B' | 'C' | 'D';

/** Excel keeps 15 digits of a number; what is longer has lost its end. */
const MOST_EXACT = 999_999_999_999_999;
const MOST_CAPACITY = 100_000;
/**
 * Half a character, the sign that some program has put in place of one it could not read, or a control that is no white space: stored
 * without it, the text would be one that nobody has written.
 */
const BROKEN = /[\p{Cs}\ufffd]|(?![\s\u0085])\p{Cc}/u;

export function good<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function bad(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** Text within a length, or why not; `''` for an empty cell. */
export function readText(cell: DirectoryCell | undefined, most: number): Read<string> {
  if (typeof cell === 'object' && cell !== null && 'error' in cell)
    return bad(`单元格是公式错误值 ${cell.error}`);
  if (typeof cell === 'number' && Math.abs(cell) > MOST_EXACT) {
    return bad('单元格是数值格式，超过15位的数字已失真，请改为文本格式后重新填写');
  }
  if (BROKEN.test(rawText(cell))) return bad('含有无法识别的字符，请重新填写');
  const text = cellText(cell);
  return charLength(text) > most ? bad(`内容过长，不得超过${most}个字`) : good(text);
}

/** A code typed into a cell that Excel took for a number and wrote as `5.26101E+17`. */
export function looksLikeLostDigits(text: string): boolean {
  return /^\d(?:\.\d+)?E\+\d+$/i.test(text);
}

export function readKind(text: string): Read<{ kind: DirectoryKind; siteType: 'HOME' | null }> {
  const word = text.replace(/\s/g, '');
  if (/^家庭托育(?:点)?$/.test(word)) return good({ kind: 'CHILDCARE', siteType: 'HOME' });
  const elderly = /养老|敬老院|福利院|护理院|老年公寓|光荣院|^ELDERLY_CARE$/.test(word);
  const children = /托育|托儿所|托班|婴幼儿照护|^CHILDCARE$/.test(word);
  if (elderly === children) return bad('机构类型应为“养老机构”“托育机构”或者“家庭托育点”');
  return good({ kind: elderly ? 'ELDERLY_CARE' : 'CHILDCARE', siteType: null });
}

export function readCount(cell: DirectoryCell | undefined): Read<number | null> {
  const text = readText(cell, 32);
  if (!text.ok) return text;
  const digits = text.value.replace(/[,，\s]/g, '').replace(/[张个位]$/, '');
  if (digits === '' || /^[-—–/无]+$/.test(digits)) return good(null);
  if (!/^\d{1,9}(?:\.0+)?$/.test(digits)) return bad('应为不小于0的整数');
  const count = Number(digits);
  return count > MOST_CAPACITY ? bad(`数值过大，不得超过${MOST_CAPACITY}`) : good(count);
}

export function readPhone(text: string): Read<PhoneNumber | null> {
  if (isBlank(text)) return good(null);
  const phone = checkPhone(text);
  if (phone.ok) return good(phone.value);
  if (/[、/;；，]/.test(text)) return bad('只能填写一个电话号码');
  return bad(/^[2-9]\d{6,7}$/.test(text) ? '固定电话请加区号，如 029-85290000' : '不是有效的电话号码');
}

/** The cell's day, at most `latest`; too early where the forms find it too early, and in their words. */
export function readDay(cell: DirectoryCell | undefined, latest: PlainDate): Read<PlainDate | null> {
  const text = readText(cell, 32);
  if (!text.ok) return text;
  if (isBlank(text.value)) return good(null);
  const match =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text.value) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text.value);
  const day = match && `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
  if (!day || !isPlainDate(day)) return bad(serialHint(cell) ?? '不是有效的日期，请填写如 2026-01-31');
  if (day > latest) return bad(`日期晚于今天（${latest}）`);
  return isMeantDay(day) ? good(day) : bad(EARLY_DAY);
}

/** The day of a filing: no authority that takes one is older than the People's Republic. */
export function readFiledOn(cell: DirectoryCell | undefined, today: PlainDate): Read<PlainDate | null> {
  const day = readDay(cell, today);
  return day.ok && day.value !== null && day.value < '1949-10-01'
    ? bad('日期过早，备案日期应在 1949 年 10 月 1 日以后，请核对年份')
    : day;
}

/** A date that lost its format shows as a number such as 45292: say which day it may be, but do not guess. */
function serialHint(cell: DirectoryCell | undefined): string | undefined {
  if (typeof cell !== 'number' || cell < 18_000 || cell > 80_000) return undefined;
  return `单元格是数值而不是日期（可能是 ${addDays(plainDate('1899-12-30'), Math.floor(cell))}），请设为日期格式`;
}

const OWNERSHIPS: readonly (readonly [RegExp, DirectoryOwnership])[] = [
  [/公建民营|公办民营/, 'PUBLIC_BUILT_PRIVATE_RUN'],
  [/民办公助/, 'PRIVATE_SUBSIDISED'],
  [/用人单位/, 'EMPLOYER'],
  [/幼儿园/, 'KINDERGARTEN'],
  [/公办|公立|国有/, 'PUBLIC'],
  [/民办|民营|私立|民非|社会力量/, 'PRIVATE'],
];

/** One column often says two things: who runs it (民办) and whether for profit (营利性). */
export function readOwnership(
  text: string,
): Read<{ ownership: DirectoryOwnership | null; forProfit: boolean | null }> {
  if (isBlank(text)) return good({ ownership: null, forProfit: null });
  const ownership = OWNERSHIPS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const forProfit = /非营利|非盈利|公益/.test(text) ? false : /营利|盈利/.test(text) ? true : null;
  if (ownership === null && forProfit === null)
    return bad('机构性质应为公办、公建民营、民办公助、民办等，或者营利性、非营利性');
  return good({ ownership, forProfit });
}

export function readGrade(text: string): Read<DirectoryGrade | null> {
  if (isBlank(text) || text.startsWith('未评')) return good(null);
  const match = /^([ABCD])(?:级|等|类)?$/i.exec(text);
  return match ? good(match[1]?.toUpperCase() as DirectoryGrade) : bad('信用等级应为 A、B、C、D');
}

/** Nothing, or a sign for nothing. */
export function isBlank(text: string): boolean {
  return text === '' || /^(?:[-—–/\\]+|无|暂无)$/.test(text);
}
