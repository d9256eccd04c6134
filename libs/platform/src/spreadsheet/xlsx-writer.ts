import { headerRow, sheetRow, STYLES, validationsOf, type SheetColumn } from './sheet-cells';
import { ZipStream } from './zip-stream';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Name of the sheet that shows how one is filled in. */
const EXAMPLE = '填写示例';

/** Where one sheet ends and the next begins. */
export interface SheetLimits {
  /** Excel's own limit, header included. */
  readonly rows: number;
  /** Below the 4 GiB that a part of a zip file without extensions can have, were each of three bytes. */
  readonly characters: number;
}
const LIMITS: SheetLimits = { rows: 1_048_576, characters: 1_300_000_000 };

/** What is written: the name of the sheet, at most 28 characters, its columns, and the rows in pages. */
export interface Sheet<R> {
  readonly title: string;
  readonly columns: readonly SheetColumn<R>[];
  readonly pages: AsyncIterable<readonly R[]>;
  /** Rows of a sheet behind it, that shows how one is filled in. */
  readonly example?: readonly R[];
}

/** The bytes of an .xlsx, page by page; what does not fit a sheet goes on in the next one, under the header again. */
export async function* writeXlsx<R>(
  { title, columns, pages, example }: Sheet<R>,
  limits: SheetLimits = LIMITS,
): AsyncGenerator<Buffer> {
  const zip = new ZipStream();
  const rows = new Rows(pages);
  const names: string[] = [];
  do {
    names.push(names.length === 0 ? title : `${title}${names.length + 1}`);
    yield* zip.part(`xl/worksheets/sheet${names.length}.xml`, sheetXml(columns, rows, limits));
  } while (await rows.peek());
  if (example) {
    names.push(EXAMPLE);
    yield* zip.part(
      `xl/worksheets/sheet${names.length}.xml`,
      sheetXml(columns, new Rows(once(example)), limits),
    );
  }
  const numbers = names.map((_, index) => index + 1);
  yield* zip.part('xl/styles.xml', [STYLES]);
  yield* zip.part('xl/workbook.xml', [workbook(names)]);
  yield* zip.part('xl/_rels/workbook.xml.rels', [workbookRelations(numbers)]);
  yield* zip.part('_rels/.rels', [
    `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  yield* zip.part('[Content_Types].xml', [contentTypes(numbers)]);
  yield* zip.end();
}

async function* once<R>(rows: readonly R[]): AsyncGenerator<readonly R[]> {
  yield rows;
}

/** Rows one by one, with a look at whether there is another. */
class Rows<R> {
  private readonly source: AsyncIterator<readonly R[]>;
  private page: readonly R[] = [];
  private at = 0;

  constructor(pages: AsyncIterable<readonly R[]>) {
    this.source = pages[Symbol.asyncIterator]();
  }

  async peek(): Promise<boolean> {
    while (this.at >= this.page.length) {
      const next = await this.source.next();
      if (next.done) return false;
      this.page = next.value;
      this.at = 0;
    }
    return true;
  }

  /** What is left of the page, at most so many. */
  take(most: number): readonly R[] {
    const taken = this.page.slice(this.at, this.at + most);
    this.at += taken.length;
    return taken;
  }
}

async function* sheetXml<R>(
  columns: readonly SheetColumn<R>[],
  rows: Rows<R>,
  limits: SheetLimits,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${headerRow(columns)}`;
  let number = 1;
  let characters = 0;
  while (number < limits.rows && characters < limits.characters && (await rows.peek())) {
    const first = number + 1;
    const page = rows.take(limits.rows - number);
    const text = page.map((row, index) => sheetRow(columns, row, first + index)).join('');
    number += page.length;
    characters += text.length;
    yield text;
  }
  yield `</sheetData>${validationsOf(columns)}</worksheet>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function workbookRelations(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return `${XML}<Relationships xmlns="${RELATIONS}">${sheets.join('')}<Relationship Id="rId0" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(numbers: readonly number[]): string {
  const sheets = numbers.map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`,
  );
  return `${XML}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${sheets.join('')}</Types>`;
}
