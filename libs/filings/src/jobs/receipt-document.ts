import { THEME } from '@zhaoguan/contracts';
import {
  drawQr,
  numberPages,
  openPaper,
  PAPER_MARGIN,
  QR_SIZE,
  ruleAcross,
  unprintableNote,
  type PrintedDocument,
} from '@zhaoguan/platform';
import type { ReceiptItem, ReceiptText } from '../domain/receipt';

type Doc = PDFKit.PDFDocument;

const MARGIN = PAPER_MARGIN;
const LABEL_WIDTH = 150;
const ABOVE_FOOT = 14;
/** Space above, code, and three lines below it. */
const FOOT_HEIGHT = ABOVE_FOOT + QR_SIZE + 64;
const BODY = 12;
const IN_ROWS = 10.5;
/** The number of the page stands below it. */
const BOTTOM = 54;
const LEADING = 5;
/** Above and below what stands in a row. */
const ROW_PADDING = 4;
/** So many of the last rows go with the signature, where it does not stand on the page of the rest. */
const ROWS_KEPT = 2;
/** Of the title above a table, with its leading. */
const TITLE_HEIGHT = 26;
/** A row that is higher may be broken over two pages. */
const TALLEST_ROW = 300;

/** Prints the receipt (备案回执) and its annex as PDF, A4. The same text and instant give the same document. */
export async function printReceipt(receipt: ReceiptText, at: Date): Promise<PrintedDocument> {
  const paper = await openPaper(`${receipt.title} ${receipt.numberInWords}`, at);
  const { doc, safe, unprintable, finish } = paper;
  const lower = () => {
    doc.page.margins = { ...doc.page.margins, bottom: BOTTOM };
  };
  lower();
  doc.on('pageAdded', lower);
  printHead(doc, receipt);
  printBody(doc, receipt, safe);
  printFoot(doc, receipt, safe, unprintable);
  if (receipt.annex !== null) printAnnex(doc, receipt.annex, receipt.filingNumber, safe);
  numberPages(paper);
  return { content: await finish(), unprintable: [...unprintable] };
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;

function printHead(doc: Doc, { title, numberLabel, numberInWords }: ReceiptText): void {
  doc.fontSize(24).text(title, MARGIN, 72, { align: 'center', characterSpacing: 3 });
  doc.moveDown(0.6).fontSize(BODY);
  doc.text(`${numberLabel}：${numberInWords}`, { align: 'right' });
  ruleAcross(doc, doc.y + 6, 1, THEME.ink);
}

function printBody(doc: Doc, receipt: ReceiptText, safe: (text: string) => string): void {
  doc.y += 20;
  doc.fontSize(BODY).text(safe(receipt.addressee), { lineGap: LEADING });
  doc.text(safe(receipt.body), { lineGap: LEADING, indent: 2 * BODY });
  if (receipt.changes.length > 0) printTable(doc, { title: '变更事项', items: receipt.changes }, safe);
  if (receipt.supplied.length > 0)
    printTable(doc, { title: '补充填报的事项', items: receipt.supplied }, safe);
  const now = receipt.supplied.length > 0 ? '现在的项目' : null;
  const title = receipt.changes.length > 0 ? '变更后的项目' : now;
  printTable(doc, { title, items: receipt.items, below: FOOT_HEIGHT }, safe);
  doc.x = MARGIN;
}

interface Table {
  readonly title: string | null;
  readonly items: readonly ReceiptItem[];
  /** Height of what follows: the last rows go with it, so that nothing is signed on an empty page. */
  readonly below?: number;
}

function printTable(doc: Doc, { title, items, below = 0 }: Table, safe: (text: string) => string): void {
  const valueWidth = widthOf(doc) - LABEL_WIDTH - 12;
  doc.fontSize(IN_ROWS);
  // Label and value begin on one page, also where the value then goes over it.
  const heights = items.map(({ label, value }) => {
    const height = Math.max(
      doc.heightOfString(label, { width: LABEL_WIDTH }),
      doc.heightOfString(safe(value), { width: valueWidth }),
    );
    return Math.min(height, TALLEST_ROW) + 2 * ROW_PADDING;
  });
  const startsAnew = (wanted: number): void => {
    if (doc.y + wanted > doc.page.height - BOTTOM) doc.addPage();
  };
  doc.y += 10;
  if (title !== null) {
    // What it is of is read with it: no title stands last on a page.
    startsAnew(TITLE_HEIGHT + (heights[0] ?? 0));
    doc.fontSize(BODY).text(title, MARGIN, doc.y, { lineGap: LEADING });
  }
  ruleAcross(doc, doc.y);
  doc.fontSize(IN_ROWS);
  for (const [index, { label, value }] of items.entries()) {
    const isKept = below > 0 && index >= items.length - ROWS_KEPT;
    const together = heights.slice(index, isKept ? items.length : index + 1);
    startsAnew(together.reduce((sum, height) => sum + height, isKept ? below : 0));
    const top = doc.y + ROW_PADDING + 1;
    doc.fillColor(THEME.inkSecondary).text(label, MARGIN, top, { width: LABEL_WIDTH });
    const left = doc.y;
    doc.fillColor(THEME.ink).text(safe(value), MARGIN + LABEL_WIDTH + 12, top, { width: valueWidth });
    doc.y = Math.max(left, doc.y) + ROW_PADDING - 1;
    ruleAcross(doc, doc.y);
  }
}

/** The table may have grown over the page: what authenticates the receipt stays together. */
function printFoot(
  doc: Doc,
  receipt: ReceiptText,
  safe: (text: string) => string,
  unprintable: ReadonlySet<string>,
): void {
  const authority = safe(receipt.authority);
  if (doc.y > doc.page.height - BOTTOM - FOOT_HEIGHT) doc.addPage();
  const top = doc.y + ABOVE_FOOT;
  drawQr(doc, receipt.verificationUrl, { left: MARGIN, top });
  const left = MARGIN + QR_SIZE + 24;
  const width = doc.page.width - MARGIN - left;
  doc.fontSize(BODY).text(`${authority}（章）`, left, top + 22, { width, align: 'right' });
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
  doc.addPage();
  doc.fontSize(11).fillColor(THEME.inkSecondary).text(`附件  ${filingNumber}`, MARGIN, MARGIN);
  doc
    .fillColor(THEME.ink)
    .fontSize(20)
    .text(annex.title, MARGIN, 104, { align: 'center', characterSpacing: 2 });
  doc
    .moveDown(1)
    .fontSize(BODY)
    .text(safe(annex.opening), { lineGap: LEADING, indent: 2 * BODY });
  annex.conditions.forEach((condition, index) => {
    doc.text(safe(`${index + 1}. ${condition}`), { lineGap: LEADING - 2, indent: 2 * BODY });
  });
}
