import type { XmlAttributes, XmlHandler } from './xml-tokenizer';

/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30, with those of Chinese Excel). */
const BUILT_IN_DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Tells which cell styles of xl/styles.xml show a number as a date. */
export class XlsxStyles implements XmlHandler {
  private readonly customDates = new Set<number>();
  private readonly formatOfStyle: number[] = [];
  private inCellFormats = false;

  isDate(style: number): boolean {
    const format = this.formatOfStyle[style];
    return format !== undefined && (BUILT_IN_DATES.has(format) || this.customDates.has(format));
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'cellXfs') this.inCellFormats = true;
    else if (name === 'xf' && this.inCellFormats)
      this.formatOfStyle.push(Number(attributes['numFmtId'] ?? 0));
    else if (name === 'numFmt' && showsDate(attributes['formatCode'] ?? '')) {
      this.customDates.add(Number(attributes['numFmtId']));
    }
  }

  text(): void {
    // styles.xml carries everything in attributes
  }

  close(name: string): void {
    if (name === 'cellXfs') this.inCellFormats = false;
  }
}

/** A year or day, or a month that is not minutes; not counting quoted or escaped characters and [colours]. */
function showsDate(formatCode: string): boolean {
  const code = formatCode.replace(/"[^"]*"|\\.|_.|\*.|\[[^[\]]*\]/g, '').toLowerCase();
  return /[yd]/.test(code) || (code.includes('m') && !/[hs]/.test(code));
}
