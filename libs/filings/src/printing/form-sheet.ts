import { THEME } from '@zhaoguan/contracts';
import { numberPages, openPaper, PAPER_MARGIN, ruleAcross, type Paper } from '@zhaoguan/platform';
import type { FormSheet, SheetLine } from '../domain/form-sheet';

const LABEL_WIDTH = 150;
const GAP = 12;
/** Room to write by hand. */
const BLANK_HEIGHT = 22;

/** As PDF, A4, dated as said: the same sheet gives the same document, byte by byte. */
export async function printFormSheet(sheet: FormSheet, at: Date): Promise<Buffer> {
  const paper = await openPaper(sheet.title, at);
  const { doc } = paper;
  doc.fontSize(20).text(sheet.title, PAPER_MARGIN, PAPER_MARGIN, { align: 'center' });
  doc.moveDown(0.6).fontSize(9).fillColor(THEME.inkSecondary);
  doc.text(sheet.note, { align: 'center' });
  for (const step of sheet.steps) printStep(paper, step);
  printClosing(paper, sheet.closing);
  numberPages(paper);
  return paper.finish();
}

function printStep(paper: Paper, step: FormSheet['steps'][number]): void {
  const { doc } = paper;
  makeRoom(paper, 70);
  doc.fillColor(THEME.ink).fontSize(13);
  doc.text(step.title, PAPER_MARGIN, doc.y + 16);
  doc.y += 6;
  ruleAcross(doc, doc.y);
  for (const line of step.lines) printLine(paper, line);
}

function printLine(paper: Paper, { label, value: said, hint }: SheetLine): void {
  const { doc, safe } = paper;
  const width = doc.page.width - 2 * PAPER_MARGIN - LABEL_WIDTH - GAP;
  const value = safe(said);
  doc.fontSize(11);
  const height = Math.max(
    doc.heightOfString(label, { width: LABEL_WIDTH }),
    doc.heightOfString(value, { width }),
    BLANK_HEIGHT,
  );
  makeRoom(paper, height + 14);
  const top = doc.y + 6;
  doc.fillColor(THEME.inkSecondary).text(label, PAPER_MARGIN, top, { width: LABEL_WIDTH });
  doc.fillColor(THEME.ink).text(value, PAPER_MARGIN + LABEL_WIDTH + GAP, top, { width });
  if (hint !== null) {
    doc.fontSize(8).fillColor(THEME.inkSecondary);
    doc.text(hint, PAPER_MARGIN + LABEL_WIDTH + GAP, doc.y + 1, { width });
  }
  doc.y = Math.max(top + height, doc.y) + 5;
  ruleAcross(doc, doc.y);
}

function printClosing(paper: Paper, [words = '', ...places]: FormSheet['closing']): void {
  const { doc } = paper;
  makeRoom(paper, 50 + 22 * places.length);
  doc.fontSize(11).fillColor(THEME.ink);
  doc.text(words, PAPER_MARGIN, doc.y + 24);
  doc.moveDown(0.4);
  for (const place of places) doc.moveDown(0.8).text(place);
}

function makeRoom({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.height - PAPER_MARGIN) {
    doc.addPage();
    doc.y = PAPER_MARGIN;
  }
}
