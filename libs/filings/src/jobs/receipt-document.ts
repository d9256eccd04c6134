import { THEME } from '@zhaoguan/contracts';
import {
  drawQr,
  numberPages,
  openPaper,
  PAPER_MARGIN,
  QR_SIZE,
  ruleAcross,
  unprintableNote,
  type Paper,
  type PrintedDocument,
} from '@zhaoguan/platform';
import type { ReceiptTable, ReceiptText } from '../domain/receipt';

type Doc = PDFKit.PDFDocument;

const MARGIN = PAPER_MARGIN;
const LABEL_WIDTH = 150;
/** The number of the page stands below it. */
const BOTTOM = 54;
/** So many of the last rows go with the signature, where it does not stand on the page of the rest. */
const ROWS_KEPT = 2;
/** Of the title above a table, with its leading. */
const TITLE_HEIGHT = 26;
/** A row that is higher may be broken over two pages. */
const TALLEST_ROW = 300;

/** How far apart it all stands, and how large it is, in points. */
interface Spacing {
  readonly top: number;
  readonly aboveBody: number;
  readonly body: number;
  readonly leading: number;
  readonly aboveTable: number;
  readonly inRows: number;
  /** Above and below what stands in a row. */
  readonly rowPadding: number;
  readonly aboveFoot: number;
}

const USUAL: Spacing = {
  top: 72,
  aboveBody: 20,
  body: 12,
  leading: 5,
  aboveTable: 10,
  inRows: 10.5,
  rowPadding: 4,
  aboveFoot: 14,
};
/** 五号 in the rows all the same, and 小四 above them: what is signed is read without a glass. */
const CLOSE: Spacing = {
  ...USUAL,
  top: 50,
  aboveBody: 12,
  leading: 2,
  aboveTable: 5,
  rowPadding: 1.5,
  aboveFoot: 8,
};

/** Space above, code, and three lines below it. */
const footHeight = ({ aboveFoot }: Spacing): number => aboveFoot + QR_SIZE + 64;

/**
 * Prints the receipt (备案回执) and its annex as PDF, A4. The same text and instant give the same document. Where that spares the
 * second page (a suspension carries its arrangements and what is filed) everything stands closer together.
 */
export async function printReceipt(receipt: ReceiptText, at: Date): Promise<PrintedDocument> {
  const usual = await print(receipt, at, USUAL);
  if (usual.pages === 1) return usual.printed;
  const close = await print(receipt, at, CLOSE);
  return (close.pages === 1 ? close : usual).printed;
}

/** @returns how many pages it is besides the annex as well */
async function print(
  receipt: ReceiptText,
  at: Date,
  spacing: Spacing,
): Promise<{ readonly printed: PrintedDocument; readonly pages: number }> {
  const paper = await openPaper(`${receipt.title} ${receipt.numberInWords}`, at);
  const { doc, safe, unprintable, finish } = paper;
  const lower = () => {
    doc.page.margins = { ...doc.page.margins, bottom: BOTTOM };
  };
  lower();
  doc.on('pageAdded', lower);
  printHead(doc, receipt, spacing);
  printBody(doc, receipt, safe, spacing);
  printFoot(doc, receipt, paper, spacing);
  const pages = doc.bufferedPageRange().count;
  if (receipt.annex !== null) printAnnex(doc, receipt.annex, receipt.filingNumber, safe);
  numberPages(paper);
  return { printed: { content: await finish(), unprintable: [...unprintable] }, pages };
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;

function printHead(
  doc: Doc,
  { title, numberLabel, numberInWords }: ReceiptText,
  { top, body }: Spacing,
): void {
  doc.fontSize(24).text(title, MARGIN, top, { align: 'center', characterSpacing: 3 });
  doc.moveDown(0.6).fontSize(body);
  doc.text(`${numberLabel}：${numberInWords}`, { align: 'right' });
  ruleAcross(doc, doc.y + 6, 1, THEME.ink);
}

function printBody(doc: Doc, receipt: ReceiptText, safe: (text: string) => string, spacing: Spacing): void {
  const { aboveBody, body, leading } = spacing;
  doc.y += aboveBody;
  doc.fontSize(body).text(safe(receipt.addressee), { lineGap: leading });
  doc.text(safe(receipt.body), { lineGap: leading, indent: 2 * body });
  for (const [index, table] of receipt.tables.entries()) {
    const isLast = index === receipt.tables.length - 1;
    printTable(doc, { ...table, below: isLast ? footHeight(spacing) : 0 }, safe, spacing);
  }
  doc.x = MARGIN;
}

interface Table extends ReceiptTable {
  /** Height of what follows: the last rows go with it, so that nothing is signed on an empty page. */
  readonly below: number;
}

function printTable(
  doc: Doc,
  { title, items, below }: Table,
  safe: (text: string) => string,
  spacing: Spacing,
): void {
  const { body, leading, aboveTable, inRows, rowPadding } = spacing;
  const valueWidth = widthOf(doc) - LABEL_WIDTH - 12;
  doc.fontSize(inRows);
  // Label and value begin on one page, also where the value then goes over it.
  const heights = items.map(({ label, value }) => {
    const height = Math.max(
      doc.heightOfString(label, { width: LABEL_WIDTH }),
      doc.heightOfString(safe(value), { width: valueWidth }),
    );
    return Math.min(height, TALLEST_ROW) + 2 * rowPadding;
  });
  const startsAnew = (wanted: number): void => {
    if (doc.y + wanted > doc.page.height - BOTTOM) doc.addPage();
  };
  doc.y += aboveTable;
  if (title !== null) {
    // What it is of is read with it: no title stands last on a page.
    startsAnew(TITLE_HEIGHT + (heights[0] ?? 0));
    doc.fontSize(body).text(title, MARGIN, doc.y, { lineGap: leading });
  }
  ruleAcross(doc, doc.y);
  doc.fontSize(inRows);
  for (const [index, { label, value }] of items.entries()) {
    const isKept = below > 0 && index >= items.length - ROWS_KEPT;
    const together = heights.slice(index, isKept ? items.length : index + 1);
    startsAnew(together.reduce((sum, height) => sum + height, isKept ? below : 0));
    const top = doc.y + rowPadding + 1;
    doc.fillColor(THEME.inkSecondary).text(label, MARGIN, top, { width: LABEL_WIDTH });
    const left = doc.y;
    doc.fillColor(THEME.ink).text(safe(value), MARGIN + LABEL_WIDTH + 12, top, { width: valueWidth });
    doc.y = Math.max(left, doc.y) + rowPadding - 1;
    ruleAcross(doc, doc.y);
  }
}

/** The table may have grown over the page: what authenticates the receipt stays together. */
function printFoot(doc: Doc, receipt: ReceiptText, { safe, unprintable }: Paper, spacing: Spacing): void {
  const authority = safe(receipt.authority);
  if (doc.y > doc.page.height - BOTTOM - footHeight(spacing)) doc.addPage();
  const top = doc.y + spacing.aboveFoot;
  drawQr(doc, receipt.verificationUrl, { left: MARGIN, top });
  const left = MARGIN + QR_SIZE + 24;
  const width = doc.page.width - MARGIN - left;
  doc.fontSize(spacing.body).text(`${authority}（章）`, left, top + 22, { width, align: 'right' });
  doc.text(receipt.date, left, doc.y + 10, { width, align: 'right' });
  doc.fontSize(9).fillColor(THEME.inkSecondary);
  doc.text(receipt.verification, MARGIN, top + QR_SIZE + 12, { width: widthOf(doc), lineGap: 3 });
  doc.text(receipt.verificationUrl, { width: widthOf(doc), lineGap: 3 });
  const note = unprintableNote(unprintable, '本件档案');
  if (note !== undefined) doc.text(note, { width: widthOf(doc), lineGap: 3 });
  doc.fillColor(THEME.ink);
}

function printAnnex(
  doc: Doc,
  annex: NonNullable<ReceiptText['annex']>,
  filingNumber: string,
  safe: (text: string) => string,
): void {
  const { body, leading } = USUAL;
  doc.addPage();
  doc.fontSize(11).fillColor(THEME.inkSecondary).text(`附件  ${filingNumber}`, MARGIN, MARGIN);
  doc
    .fillColor(THEME.ink)
    .fontSize(20)
    .text(annex.title, MARGIN, 104, { align: 'center', characterSpacing: 2 });
  doc
    .moveDown(1)
    .fontSize(body)
    .text(safe(annex.opening), { lineGap: leading, indent: 2 * body });
  annex.conditions.forEach((condition, index) => {
    doc.text(safe(`${index + 1}. ${condition}`), { lineGap: leading - 2, indent: 2 * body });
  });
}
