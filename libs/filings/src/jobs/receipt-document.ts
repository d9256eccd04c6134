import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { THEME } from '@zhaoguan/contracts';
import type { ReceiptText } from '../domain/receipt';
import { codePointName, printable, receiptFont } from './receipt-font';

type Doc = PDFKit.PDFDocument;

export interface PrintedReceipt {
  readonly content: Buffer;
  /** Characters that the font lacks, each once; the receipt names their code points and says so. */
  readonly unprintable: readonly string[];
}

const MARGIN = 72;
const LABEL_WIDTH = 150;
const QR_SIZE = 84;
/** Space above, code, and three lines below it. */
const FOOT_HEIGHT = 30 + QR_SIZE + 64;
const BODY = 12;
const LEADING = 8;

/** Prints the receipt (备案回执) and its annex as PDF, A4. The same text and instant give the same document. */
export async function printReceipt(receipt: ReceiptText, at: Date): Promise<PrintedReceipt> {
  const font = await receiptFont();
  const unprintable = new Set<string>();
  const safe = (text: string): string => {
    const { text: shown, missing } = printable(text, font);
    for (const char of missing) unprintable.add(char);
    return shown;
  };
  const doc = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    margin: MARGIN,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: `${receipt.title} ${receipt.filingNumber}`,
      CreationDate: at,
      ModDate: at,
      Producer: '照管',
      Creator: '照管',
    },
  });
  const content = collect(doc);
  // pdfkit takes a parsed font as well as its bytes; its types know only the bytes.
  doc.font(font as unknown as Buffer).fillColor(THEME.ink);
  printHead(doc, receipt);
  printBody(doc, receipt, safe);
  printFoot(doc, receipt, safe, unprintable);
  printAnnex(doc, receipt, safe);
  doc.end();
  return { content: await content, unprintable: [...unprintable] };
}

function collect(doc: Doc): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;

function rule(doc: Doc, y: number, width = 0.5, color: string = THEME.inkDisabled): void {
  doc
    .moveTo(MARGIN, y)
    .lineTo(doc.page.width - MARGIN, y)
    .lineWidth(width)
    .stroke(color);
}

function printHead(doc: Doc, { title, filingNumber }: ReceiptText): void {
  doc.fontSize(24).text(title, MARGIN, 96, { align: 'center', characterSpacing: 3 });
  doc.moveDown(0.8).fontSize(BODY);
  doc.text(`备案编号：${filingNumber}`, { align: 'right' });
  rule(doc, doc.y + 6, 1, THEME.ink);
}

function printBody(doc: Doc, receipt: ReceiptText, safe: (text: string) => string): void {
  doc.y += 26;
  doc.fontSize(BODY).text(safe(receipt.addressee), { lineGap: LEADING });
  doc.text(safe(receipt.body), { lineGap: LEADING, indent: 2 * BODY });
  doc.y += 10;
  rule(doc, doc.y);
  for (const { label, value } of receipt.items) {
    const top = doc.y + 7;
    doc.fillColor(THEME.inkSecondary).fontSize(11).text(label, MARGIN, top, { width: LABEL_WIDTH });
    const left = doc.y;
    const valueWidth = widthOf(doc) - LABEL_WIDTH - 12;
    doc.fillColor(THEME.ink).text(safe(value), MARGIN + LABEL_WIDTH + 12, top, { width: valueWidth });
    doc.y = Math.max(left, doc.y) + 6;
    rule(doc, doc.y);
  }
  doc.x = MARGIN;
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
  drawQr(doc, receipt.verificationUrl, MARGIN, top);
  const left = MARGIN + QR_SIZE + 24;
  const width = doc.page.width - MARGIN - left;
  doc.fontSize(BODY).text(`${authority}（章）`, left, top + 22, { width, align: 'right' });
  doc.text(receipt.date, left, doc.y + 10, { width, align: 'right' });
  doc.fontSize(9).fillColor(THEME.inkSecondary);
  doc.text(receipt.verification, MARGIN, top + QR_SIZE + 12, { width: widthOf(doc), lineGap: 3 });
  doc.text(receipt.verificationUrl, { width: widthOf(doc), lineGap: 3 });
  if (unprintable.size > 0) {
    const names = [...unprintable].map(codePointName).join('、');
    doc.text(`注：回执字库缺少下列用字，以 Unicode 编码代替：${names}。用字以备案档案为准。`, {
      width: widthOf(doc),
      lineGap: 3,
    });
  }
  doc.fillColor(THEME.ink);
}

function drawQr(doc: Doc, text: string, left: number, top: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const cell = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) doc.rect(left + column * cell, top + row * cell, cell, cell);
    }
  }
  doc.fill(THEME.ink);
}

function printAnnex(doc: Doc, { annex, filingNumber }: ReceiptText, safe: (text: string) => string): void {
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
