import { bad, good, isBlank, type DirectoryKind, type Read } from './directory-row-values';

/** As numbers are written on receipts and by older registers; none of it is a path, a formula, or two numbers. */
const PLAIN = /^[\p{Script=Han}A-Z0-9(（〔〈[【][\p{Script=Han}A-Z0-9()（）〔〕〈〉[\]【】\-/._·:：#№]*$/u;
const OF_A_PATH = /\.\.|\/\//;

/** In the spelling in which numbers are given out, so that a number of somebody else is not taken for another one. */
export function readNumber(text: string): Read<string | null> {
  if (isBlank(text)) return good(null);
  const number = text
    .replace(/\s/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .toUpperCase();
  if (!PLAIN.test(number) || OF_A_PATH.test(number))
    return bad(
      '备案编号应以汉字、字母、数字或者括号开头，只含汉字、字母、数字和 - / . 〔〕等符号，请按备案回执填写',
    );
  return good(number);
}

/** 区划代码-字母-年份-序号, of a filing or a licence. */
const OWN_SCHEME = /^(\d{6})-(YL|TY|JT|TYXK|JTXK)-(\d{4})-(\d+)$/;
/** From 0001 on; other registers fill up with more zeros, and no year of a county has millions. */
const SERIAL = /^(?!0+$)\d{4,7}$/;

/** Whether a number is one of a licence (许可证编号). A row cannot tell whether it was granted: that the register knows. */
export const isLicenceNumber = (number: string): boolean =>
  OWN_SCHEME.exec(number)?.[2]?.endsWith('XK') ?? false;

/**
 * What is wrong with a number of the scheme in which the system gives them out: of another county, kind or year it would stand for another
 * institution, or for one that is still to come. Numbers of other schemes say nothing of that.
 * @param row its county, whose city or province may have given the number (与登记管理机关同级), its kind, and the year of today
 */
export function faultOfNumber(
  number: string,
  row: {
    readonly district: string | undefined;
    readonly kind: DirectoryKind | undefined;
    readonly year: number;
  },
): string | undefined {
  const { district, kind, year } = row;
  const [, code = '', letters = '', given = '', serial = ''] = OWN_SCHEME.exec(number) ?? [];
  if (code === '') return undefined;
  if (district !== undefined && !isOfPlace(code, district))
    return `备案编号中的区划代码${code}不是本行的区县（${district}），请核对`;
  const elderly = letters === 'YL';
  if (kind !== undefined && elderly !== (kind === 'ELDERLY_CARE'))
    return `备案编号中的“${letters}”是${elderly ? '养老' : '托育'}机构的编号，与机构类型不符，请核对`;
  if (Number(given) > year) return `备案编号中的年份${given}晚于今年，请核对`;
  return SERIAL.test(serial)
    ? undefined
    : `备案编号的末尾“${serial}”不是序号（四至七位数，从0001起），请核对`;
}

function isOfPlace(code: string, district: string): boolean {
  return [district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`].includes(code);
}
