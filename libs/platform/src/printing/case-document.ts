import type { PlainDate } from '@zhaoguan/kernel';
import { THEME, type CaseDocument } from '@zhaoguan/contracts';
import { numberPages, openPaper, PAPER_MARGIN, ruleAcross, unprintableNote, type Paper } from './paper';

const BODY = 12;
const LEADING = 6;
/** Authority, date and the line of the party stay on one page. */
const FOOT_HEIGHT = 150;

const LINE_END = /\r\n?|[\n\u2028\u2029]/;

/** A document that was printed for who asks, and is not kept. */
export interface PrintedPdf {
  readonly content: Buffer;
  readonly fileName: string;
}

/**
 * Prints a document of a case as PDF, A4, under its title and number. The same text and day give the same document.
 * @param on the day it was made
 */
export async function printCaseDocument(document: CaseDocument, on: PlainDate): Promise<PrintedPdf> {
  const paper = await openPaper(`${document.title} ${document.number}`, new Date(`${on}T00:00:00+08:00`));
  printHead(paper, document);
  for (const { heading, paragraphs } of document.sections) printSection(paper, heading, paragraphs);
  if (document.contact.length > 0) printSection(paper, '联系方式', document.contact);
  printFoot(paper, document);
  numberPages(paper);
  return {
    content: await paper.finish(),
    fileName: `${document.title} ${document.number.replace(/^.*：/, '')}.pdf`,
  };
}

function printHead({ doc, safe }: Paper, { authority, title, number, party }: CaseDocument): void {
  doc.fontSize(16).text(safe(authority), PAPER_MARGIN, 84, { align: 'center' });
  doc.moveDown(0.5).fontSize(22).text(title, { align: 'center', characterSpacing: 2 });
  doc.moveDown(0.8).fontSize(BODY).text(number, { align: 'right' });
  ruleAcross(doc, doc.y + 4, 1, THEME.ink);
  doc.y += 18;
  for (const [label, value] of party) doc.text(safe(`${label}：${value}`), { lineGap: LEADING });
}

function printSection({ doc, safe }: Paper, heading: string, paragraphs: readonly string[]): void {
  doc.moveDown(0.5).fontSize(13).text(heading, { lineGap: LEADING });
  doc.fontSize(BODY);
  for (const paragraph of paragraphs.flatMap((text) => text.split(LINE_END)))
    doc.text(safe(paragraph.replaceAll('\t', ' ')), { lineGap: LEADING, indent: 2 * BODY });
}

function printFoot({ doc, safe, unprintable }: Paper, { authority, date, receipt }: CaseDocument): void {
  if (doc.y > doc.page.height - PAPER_MARGIN - FOOT_HEIGHT) doc.addPage();
  doc.moveDown(2);
  doc.text(`${safe(authority)}（印章）`, { align: 'right', lineGap: LEADING });
  doc.text(date, { align: 'right' });
  doc.moveDown(2).text(receipt, { lineGap: LEADING });
  const note = unprintableNote(unprintable, '案卷');
  if (note !== undefined) doc.fontSize(9).fillColor(THEME.inkSecondary).text(note, { lineGap: 3 });
}
