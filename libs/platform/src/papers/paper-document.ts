import { THEME, type PaperSection, type PaperText } from '@zhaoguan/contracts';
import {
  numberPages,
  openPaper,
  PAPER_MARGIN,
  ruleAcross,
  unprintableNote,
  type Paper,
} from '../printing/paper';
import { drawQr, QR_SIZE } from './qr-code';

/** A document as it was printed and is to be kept. */
export interface PrintedDocument {
  readonly content: Buffer;
  /** Characters that the font lacks, each once; the document names their code points and says so. */
  readonly unprintable: readonly string[];
}

/** 3号; 2号 for the title. @law 党政机关公文格式（GB/T 9704—2012）5.2、7.3 */
const BODY = 16;
const TITLE = 22;
const HEADING = 30;

interface Spacing {
  /** Height of a line. */
  readonly line: number;
  /** Above and below the title. */
  readonly above: number;
  readonly below: number;
}

/** The line of 28 points, and closer ones for what would else leave its signature to a second page (特定情况可以作适当调整). @law 党政机关公文格式（GB/T 9704—2012）5.2.3 */
const USUAL: Spacing = { line: 28, above: 28, below: 14 };
const CLOSER: readonly Spacing[] = [
  { line: 26, above: 24, below: 10 },
  { line: 24, above: 16, below: 6 },
  { line: 23, above: 14, below: 4 },
];
/** The code beside authority and date, and three lines below it. */
const FOOT_HEIGHT = QR_SIZE + 64;
const ACKNOWLEDGEMENT_HEIGHT = 56;
/** A paragraph that is higher may be broken over two pages. */
const TALLEST = 300;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prints a paper (文书) as PDF, A4, in the layout of official documents. The same text and instant give the same document. */
export async function printPaper(text: PaperText, at: Date): Promise<PrintedDocument> {
  const paper = await openPaper(`${text.title} ${text.number}`, at);
  printHead(paper, text);
  const spacing = spacingOnOnePage(paper, text);
  printTitle(paper, text, spacing);
  printBody(paper, text, spacing);
  printFoot(paper, text, spacing);
  numberPages(paper);
  return { content: await paper.finish(), unprintable: [...paper.unprintable] };
}

const widthOf = ({ doc }: Paper): number => doc.page.width - 2 * PAPER_MARGIN;

/** 版头: the authority in red over a red line, the number under it. */
function printHead(paper: Paper, { authority, number }: PaperText): void {
  const { doc, safe } = paper;
  const name = safe(authority);
  doc.fontSize(HEADING);
  const width = doc.widthOfString(name);
  if (width > widthOf(paper)) doc.fontSize(Math.max(BODY, Math.floor((HEADING * widthOf(paper)) / width)));
  doc.fillColor(THEME.vermilion).text(name, PAPER_MARGIN, 80, { align: 'center' });
  doc.moveDown(0.4).fontSize(BODY).fillColor(THEME.ink);
  doc.text(safe(number), { align: 'center' });
  ruleAcross(doc, doc.y + 6, 1.5, THEME.vermilion);
  doc.y += 6;
}

const TITLE_GAP = 8;

function printTitle({ doc, safe }: Paper, { title }: PaperText, { above, below }: Spacing): void {
  doc.fontSize(TITLE).text(safe(title), PAPER_MARGIN, doc.y + above, { align: 'center', lineGap: TITLE_GAP });
  doc.y += below;
}

/** With which it is one page; the usual one where it is more than that anyway. */
function spacingOnOnePage(paper: Paper, text: PaperText): Spacing {
  const { doc, safe } = paper;
  const room = doc.page.height - PAPER_MARGIN - doc.y;
  doc.fontSize(TITLE);
  const title = doc.heightOfString(safe(text.title), { width: widthOf(paper), lineGap: TITLE_GAP });
  const fits = (spacing: Spacing) => {
    const { addressee, lines } = measured(paper, text, spacing);
    const body = lines.reduce((sum, { height }) => sum + height, addressee.height);
    return spacing.above + title + spacing.below + body + footHeight(text, spacing) <= room;
  };
  return [USUAL, ...CLOSER].find(fits) ?? USUAL;
}

/** What is printed, with how high each of it is. */
function measured(paper: Paper, text: PaperText, { line }: Spacing) {
  const { doc, safe } = paper;
  doc.fontSize(BODY);
  const lineGap = gapOf(paper, line);
  const options = { lineGap, indent: 2 * BODY };
  const heightOf = (shown: string, indented: object) =>
    doc.heightOfString(shown, { ...indented, width: widthOf(paper) });
  const addressee = safe(text.addressee);
  const lines = linesOf(text).map(({ words, heading = false }) => {
    const shown = safe(words.replaceAll('\t', ' '));
    return { shown, heading, height: heightOf(shown, options) };
  });
  return {
    addressee: { shown: addressee, height: heightOf(addressee, { lineGap }) },
    lines,
    lineGap,
    options,
  };
}

/** Whom to ask goes with the signature, and so does the last paragraph where that is not said: nothing is signed on a page without text. */
function printBody(paper: Paper, text: PaperText, spacing: Spacing): void {
  const { doc } = paper;
  const { addressee, lines, lineGap, options } = measured(paper, text, spacing);
  doc.text(addressee.shown, PAPER_MARGIN, doc.y, { lineGap });
  const foot = Math.min(lines.length - 1, lines.length - text.contact.length);
  for (const [index, { shown, heading, height }] of lines.entries()) {
    const after = lines.slice(index + 1).reduce((sum, each) => sum + each.height, 0);
    const below = index === foot ? after + footHeight(text, spacing) : heading ? 2 * spacing.line : 0;
    if (below > 0 && doc.y + Math.min(height, TALLEST) + below > doc.page.height - PAPER_MARGIN)
      doc.addPage();
    doc.text(shown, options);
  }
}

interface Line {
  readonly words: string;
  /** Does not stand alone at the foot of a page. */
  readonly heading?: boolean;
}

function linesOf({ opening, sections, contact }: PaperText): Line[] {
  return [
    { words: opening },
    ...sections.flatMap(({ heading, paragraphs, items = [] }: PaperSection, index): Line[] => [
      { words: `${ORDINALS[index] ?? index + 1}、${heading}`, heading: true },
      ...paragraphs.map((words) => ({ words })),
      ...items.map((item, position) => ({ words: `${position + 1}. ${item}` })),
    ]),
    ...contact.map((words) => ({ words })),
  ];
}

/** With a line of space above. */
const footHeight = ({ acknowledgement }: PaperText, { line }: Spacing): number =>
  line + FOOT_HEIGHT + (acknowledgement === undefined ? 0 : ACKNOWLEDGEMENT_HEIGHT);

const gapOf = ({ doc }: Paper, line: number): number => Math.max(0, line - doc.currentLineHeight(false));

/** 落款: authority and date, flush right, beside what authenticates the paper; never parted. */
function printFoot(paper: Paper, text: PaperText, spacing: Spacing): void {
  const { doc, safe, unprintable } = paper;
  const authority = safe(text.authority);
  if (doc.y + footHeight(text, spacing) > doc.page.height - PAPER_MARGIN) doc.addPage();
  const top = doc.y + spacing.line;
  drawQr(doc, text.verificationUrl, { left: PAPER_MARGIN, top });
  const left = PAPER_MARGIN + QR_SIZE + 16;
  const width = doc.page.width - PAPER_MARGIN - 2 * BODY - left;
  doc
    .fontSize(BODY)
    .text(authority, left, top + 8, { width, align: 'right', lineGap: gapOf(paper, spacing.line) });
  doc.text(text.date, left, doc.y, { width, align: 'right' });
  doc.fontSize(9).fillColor(THEME.inkSecondary);
  const whole = { width: widthOf(paper), lineGap: 3 };
  doc.text(text.verification, PAPER_MARGIN, Math.max(doc.y, top + QR_SIZE) + 10, whole);
  doc.text(text.verificationUrl, whole);
  const note = unprintableNote(unprintable, '案卷');
  if (note !== undefined) doc.text(note, whole);
  if (text.acknowledgement !== undefined)
    doc.moveDown().fontSize(12).fillColor(THEME.ink).text(text.acknowledgement, whole);
}
