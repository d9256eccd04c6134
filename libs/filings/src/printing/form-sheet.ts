import { THEME } from '@zhaoguan/contracts';
import { headPages, numberPages, openPaper, PAPER_MARGIN, ruleAcross, type Paper } from '@zhaoguan/platform';
import type { FormSheet, SheetLine } from '../domain/form-sheet';

const LABEL_WIDTH = 150;
const GAP = 12;
/** Room to write by hand. */
const BLANK_HEIGHT = 22;
/** Of the title of a step, with what stands above and below it. */
const STEP_HEIGHT = 42;
/** So many of the last lines go with the signature: nothing is signed on a page without content. */
const LINES_KEPT = 2;
/** A line that is higher may be broken over two pages. */
const TALLEST_LINE = 250;
/** Above and below a line. */
const ABOVE = 6;
const BELOW = 5;
const ABOVE_CLOSING = 24;

/** As PDF, A4, dated as said: the same sheet gives the same document, byte by byte. */
export async function printFormSheet(sheet: FormSheet, at: Date): Promise<Buffer> {
  const paper = await openPaper(sheet.title, at);
  const { doc, safe } = paper;
  doc.fontSize(20).text(sheet.title, PAPER_MARGIN, PAPER_MARGIN, { align: 'center' });
  doc.moveDown(0.6).fontSize(9).fillColor(THEME.inkSecondary);
  doc.text(sheet.note, { align: 'center' });
  for (const [index, step] of sheet.steps.entries()) {
    const isLast = index === sheet.steps.length - 1;
    printStep(paper, step, isLast ? closingHeight(paper, sheet.closing) : 0);
  }
  printClosing(paper, sheet.closing);
  headPages(paper, [sheet.title, ...(sheet.party === undefined ? [] : [safe(sheet.party)])].join('　'));
  numberPages(paper);
  return paper.finish();
}

/** @param below height of what is signed; the last lines go with it */
function printStep(paper: Paper, step: FormSheet['steps'][number], below: number): void {
  const { doc } = paper;
  const heights = step.lines.map((line) => Math.min(heightOf(paper, line), TALLEST_LINE));
  const roomFor = (index: number): number => {
    const isKept = below > 0 && index >= step.lines.length - LINES_KEPT;
    const together = heights.slice(index, isKept ? step.lines.length : index + 1);
    return together.reduce((sum, height) => sum + height, isKept ? below : 0);
  };
  makeRoom(paper, STEP_HEIGHT + roomFor(0));
  doc.fillColor(THEME.ink).fontSize(13);
  doc.text(step.title, PAPER_MARGIN, doc.y + 16);
  doc.y += 6;
  ruleAcross(doc, doc.y);
  for (const [index, line] of step.lines.entries()) {
    makeRoom(paper, roomFor(index));
    printLine(paper, line);
  }
}

const valueWidthOf = ({ doc }: Paper): number => doc.page.width - 2 * PAPER_MARGIN - LABEL_WIDTH - GAP;

function heightOf(paper: Paper, { label, value, hint }: SheetLine): number {
  const { doc, safe } = paper;
  const width = valueWidthOf(paper);
  doc.fontSize(11);
  const said = doc.heightOfString(safe(value), { width });
  const besides = hint === null ? 0 : doc.fontSize(8).heightOfString(hint, { width }) + 1;
  const named = doc.fontSize(11).heightOfString(label, { width: LABEL_WIDTH });
  return ABOVE + Math.max(named, said + besides, BLANK_HEIGHT + besides) + BELOW;
}

function printLine(paper: Paper, { label, value: said, hint }: SheetLine): void {
  const { doc, safe } = paper;
  const width = valueWidthOf(paper);
  const value = safe(said);
  doc.fontSize(11);
  const height = Math.max(
    doc.heightOfString(label, { width: LABEL_WIDTH }),
    doc.heightOfString(value, { width }),
    BLANK_HEIGHT,
  );
  const top = doc.y + ABOVE;
  const page = doc.page;
  doc.fillColor(THEME.inkSecondary).text(label, PAPER_MARGIN, top, { width: LABEL_WIDTH });
  doc.fillColor(THEME.ink).text(value, PAPER_MARGIN + LABEL_WIDTH + GAP, top, { width });
  if (hint !== null) {
    doc.fontSize(8).fillColor(THEME.inkSecondary);
    doc.text(hint, PAPER_MARGIN + LABEL_WIDTH + GAP, doc.y + 1, { width });
  }
  // A very long one has gone over the page, and ends where the text ends.
  doc.y = (doc.page === page ? Math.max(top + height, doc.y) : doc.y) + BELOW;
  ruleAcross(doc, doc.y);
}

function closingHeight({ doc }: Paper, [words = '', ...places]: FormSheet['closing']): number {
  doc.fontSize(11);
  const width = doc.page.width - 2 * PAPER_MARGIN;
  const line = doc.currentLineHeight(true);
  const signed = places.reduce((sum, place) => sum + 0.8 * line + doc.heightOfString(place, { width }), 0);
  return ABOVE_CLOSING + doc.heightOfString(words, { width }) + 0.4 * line + signed;
}

function printClosing(paper: Paper, closing: FormSheet['closing']): void {
  const { doc } = paper;
  const [words = '', ...places] = closing;
  makeRoom(paper, closingHeight(paper, closing));
  doc.fontSize(11).fillColor(THEME.ink);
  doc.text(words, PAPER_MARGIN, doc.y + ABOVE_CLOSING);
  doc.moveDown(0.4);
  for (const place of places) doc.moveDown(0.8).text(place);
}

function makeRoom({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.height - PAPER_MARGIN) {
    doc.addPage();
    doc.y = PAPER_MARGIN;
  }
}
