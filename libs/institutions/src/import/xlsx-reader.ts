import type { DirectorySheetRow } from '../domain/directory-row-cells';
import { DirectoryFileError, type DirectoryFileLimits } from './directory-file.errors';
import { SharedStrings } from './shared-strings';
import { XlsxSheet } from './xlsx-sheet';
import { XlsxStyles } from './xlsx-styles';
import { type XmlAttributes, type XmlHandler, XmlTokenizer } from './xml-tokenizer';
import { ZipFile } from './zip-file';

/**
 * The rows of the first visible sheet of an .xlsx, or of the sheet named. Streams: of the file only the distinct texts
 * are in memory. Empty rows that the file leaves out are left out here too.
 * @throws DirectoryFileError when the file is damaged, encrypted, suspicious, or has no such sheet
 */
export async function* readXlsx(
  path: string,
  limits: DirectoryFileLimits,
  sheetName?: string,
  onShare: (share: number) => void = () => undefined,
): AsyncGenerator<DirectorySheetRow> {
  const zip = await ZipFile.open(path, limits);
  try {
    const book = new Workbook();
    await parse(zip, 'xl/workbook.xml', book);
    const relations = new Relationships();
    await parse(zip, 'xl/_rels/workbook.xml.rels', relations);
    const part = relations.part(book.sheet(sheetName));
    const strings = new SharedStrings(limits.maxSharedStringBytes);
    if (zip.has('xl/sharedStrings.xml')) await parse(zip, 'xl/sharedStrings.xml', strings);
    const styles = new XlsxStyles();
    if (zip.has('xl/styles.xml')) await parse(zip, 'xl/styles.xml', styles);
    const sheet = new XlsxSheet({ strings, styles, date1904: book.date1904, limits });
    for await (const share of pieces(zip, part, sheet)) {
      yield* sheet.drain();
      onShare(share);
    }
  } finally {
    await zip.close();
  }
}

async function parse(zip: ZipFile, name: string, handler: XmlHandler): Promise<void> {
  const all = pieces(zip, name, handler);
  for (let step = await all.next(); !step.done; step = await all.next());
}

/** Feeds a part to the handler and pauses after each piece, telling which share of the part it was fed. */
async function* pieces(zip: ZipFile, name: string, handler: XmlHandler): AsyncGenerator<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const tokenizer = new XmlTokenizer(handler);
  let fed = 0;
  for await (const piece of zip.read(name)) {
    tokenizer.push(decode(decoder, piece, name));
    fed += piece.length;
    yield fed / zip.sizeOf(name);
  }
  tokenizer.push(decode(decoder, undefined, name));
  tokenizer.end();
  yield 1;
}

function decode(decoder: TextDecoder, piece: Buffer | undefined, name: string): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new DirectoryFileError(
      'ENCODING',
      `文件内部的 ${name} 不是 UTF-8 编码，请重新另存为 .xlsx 后再导入`,
      { cause },
    );
  }
}

/** xl/workbook.xml: which sheets there are. */
class Workbook implements XmlHandler {
  date1904 = false;
  private readonly sheets: { readonly name: string; readonly id: string; readonly visible: boolean }[] = [];

  /** Relationship id of the sheet. */
  sheet(name: string | undefined): string {
    const found = this.sheets.find((sheet) => (name === undefined ? sheet.visible : sheet.name === name));
    if (found) return found.id;
    const names = this.sheets.map((sheet) => `“${sheet.name}”`).join('、');
    throw new DirectoryFileError(
      'EMPTY',
      name === undefined ? '文件中没有工作表' : `没有工作表“${name}”，只有${names}`,
    );
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'workbookPr') this.date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const visible = (attributes['state'] ?? 'visible') === 'visible';
    this.sheets.push({ name: attributes['name'] ?? '', id: attributes['id'] ?? '', visible });
  }

  text(): void {
    // workbook.xml carries everything in attributes
  }

  close(): void {
    // nothing is nested that matters here
  }
}

/** xl/_rels/workbook.xml.rels: which part of the zip holds which sheet. */
class Relationships implements XmlHandler {
  private readonly targets = new Map<string, string>();

  part(id: string): string {
    const target = this.targets.get(id);
    if (target === undefined)
      throw new DirectoryFileError('DAMAGED', '文件中找不到工作表的内容，请重新另存为 .xlsx 后再导入');
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  }

  open(name: string, attributes: XmlAttributes): void {
    const { Id, Target } = attributes;
    if (name === 'Relationship' && Id !== undefined && Target !== undefined) this.targets.set(Id, Target);
  }

  text(): void {
    // relationships carry everything in attributes
  }

  close(): void {
    // nothing is nested that matters here
  }
}
