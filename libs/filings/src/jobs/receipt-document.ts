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
/** Space above, code, and three lines below it. */
const FOOT_HEIGHT = 30 + QR_SIZE + 64;
const BODY = 12;
const LEADING = 8;
/** Of the title above a table, with its leading. */
const TITLE_HEIGHT = 26;
/** A row that is higher may be broken over two pages. */
const TALLEST_ROW = 300;

/** Prints the receipt (备案回执) and its annex as PDF, A4. The same text and instant give the same document. */
export async function printReceipt(receipt: ReceiptText, at: Date): Promise<PrintedDocument> {
  const paper = await openPaper(`${receipt.title} ${receipt.numberInWords}`, at);
  const { doc, safe, unprintable, finish } = paper;
  printHead(doc, receipt);
  printBody(doc, receipt, safe);
  printFoot(doc, receipt, safe, unprintable);
  if (receipt.annex !== null) printAnnex(doc, receipt.annex, receipt.filingNumber, safe);
  numberPages(paper);
  return { content: await finish(), unprintable: [...unprintable] };
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;

function printHead(doc: Doc, { title, numberLabel, numberInWords }: ReceiptText): void {
  doc.fontSize(24).text(title, MARGIN, 96, { align: 'center', characterSpacing: 3 });
  doc.moveDown(0.8).fontSize(BODY);
  doc.text(`${numberLabel}：${numberInWords}`, { align: 'right' });
  ruleAcross(doc, doc.y + 6, 1, THEME.ink);
}

function printBody(doc: Doc, receipt: ReceiptText, safe: (text: string) => string): void {
  doc.y += 26;
  doc.fontSize(BODY).text(safe(receipt.addressee), { lineGap: LEADING });
  doc.text(safe(receipt.body), { lineGap: LEADING, indent: 2 * BODY });
  if (receipt.changes.length > 0) printTable(doc, { title: '变更事项', items: receipt.changes }, safe);
  const title = receipt.changes.length > 0 ? '变更后的项目' : null;
  printTable(doc, { title, items: receipt.items, below: FOOT_HEIGHT }, safe);
  doc.x = MARGIN;
}

interface Table {
  readonly title: string | null;
  readonly items: readonly ReceiptItem[];
  /** Height of what follows: the last row goes with it, so that nothing is signed on an empty page. */
  readonly below?: number;
}

function printTable(doc: Doc, { title, items, below = 0 }: Table, safe: (text: string) => string): void {
  const widths = { label: LABEL_WIDTH, value: widthOf(doc) - LABEL_WIDTH - 12 };
  // Label and value begin on one page, also where the value then goes over it.
  const heightOf = (index: number): number => {
    const { label, value } = items[index] ?? { label: '', value: '' };
    doc.fontSize(11);
    const height = Math.max(
      doc.heightOfString(label, { width: widths.label }),
      doc.heightOfString(safe(value), { width: widths.value }),
    );
    return 13 + Math.min(height, TALLEST_ROW) + (index === items.length - 1 ? below : 0);
  };
  const startsAnew = (wanted: number): void => {
    if (doc.y + wanted > doc.page.height - MARGIN) doc.addPage();
  };
  doc.y += 10;
  if (title !== null) {
    // What it is of is read with it: no title stands last on a page.
    startsAnew(TITLE_HEIGHT + heightOf(0));
    doc.fontSize(BODY).text(title, MARGIN, doc.y, { lineGap: LEADING });
  }
  ruleAcross(doc, doc.y);
  for (const [index, { label, value }] of items.entries()) {
    startsAnew(heightOf(index));
    const top = doc.y + 7;
    doc.fontSize(11).fillColor(THEME.inkSecondary).text(label, MARGIN, top, { width: widths.label });
    const left = doc.y;
    doc.fillColor(THEME.ink).text(safe(value), MARGIN + LABEL_WIDTH + 12, top, { width: widths.value });
    doc.y = Math.max(left, doc.y) + 6;
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
  if (doc.y > doc.page.height - MARGIN - FOOT_HEIGHT) doc.addPage();
  const top = doc.y + 30;
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
