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

/** 3号 and its line of 28 points; 2号 for the title. @law 党政机关公文格式（GB/T 9704—2012）5.2、7.3 */
const BODY = 16;
const LINE = 28;
const TITLE = 22;
const HEADING = 30;
/** Space above, the code beside authority and date, and three lines below it. */
const FOOT_HEIGHT = LINE + QR_SIZE + 64;
const ACKNOWLEDGEMENT_HEIGHT = 2 * LINE;
/** A paragraph that is higher may be broken over two pages. */
const TALLEST = 300;
const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Prints a paper (文书) as PDF, A4, in the layout of official documents. The same text and instant give the same document. */
export async function printPaper(text: PaperText, at: Date): Promise<PrintedDocument> {
  const paper = await openPaper(`${text.title} ${text.number}`, at);
  printHead(paper, text);
  printBody(paper, text);
  printFoot(paper, text);
  numberPages(paper);
  return { content: await paper.finish(), unprintable: [...paper.unprintable] };
}

const widthOf = ({ doc }: Paper): number => doc.page.width - 2 * PAPER_MARGIN;

/** 版头: the authority in red over a red line, the number under it. */
function printHead(paper: Paper, { authority, number, title }: PaperText): void {
  const { doc, safe } = paper;
  const name = safe(authority);
  doc.fontSize(HEADING);
  const width = doc.widthOfString(name);
  if (width > widthOf(paper)) doc.fontSize(Math.max(BODY, Math.floor((HEADING * widthOf(paper)) / width)));
  doc.fillColor(THEME.vermilion).text(name, PAPER_MARGIN, 80, { align: 'center' });
  doc.moveDown(0.4).fontSize(BODY).fillColor(THEME.ink);
  doc.text(safe(number), { align: 'center' });
  ruleAcross(doc, doc.y + 6, 1.5, THEME.vermilion);
  doc.y += 34;
  doc.fontSize(TITLE).text(safe(title), PAPER_MARGIN, doc.y, { align: 'center', lineGap: 8 });
  doc.y += 14;
}

/** Whom to ask goes with the signature, and so does the last paragraph where that is not said: nothing is signed on a page without text. */
function printBody(paper: Paper, text: PaperText): void {
  const { doc, safe } = paper;
  doc.fontSize(BODY).text(safe(text.addressee), PAPER_MARGIN, doc.y, { lineGap: gapOf(paper) });
  const options = { lineGap: gapOf(paper), indent: 2 * BODY };
  const lines = linesOf(text).map(({ words, heading = false }) => {
    const shown = safe(words.replaceAll('\t', ' '));
    return { shown, heading, height: doc.heightOfString(shown, { ...options, width: widthOf(paper) }) };
  });
  const foot = Math.min(lines.length - 1, lines.length - text.contact.length);
  for (const [index, { shown, heading, height }] of lines.entries()) {
    const after = lines.slice(index + 1).reduce((sum, line) => sum + line.height, 0);
    const below = index === foot ? after + footHeight(text) : heading ? 2 * LINE : 0;
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

const footHeight = ({ acknowledgement }: PaperText): number =>
  FOOT_HEIGHT + (acknowledgement === undefined ? 0 : ACKNOWLEDGEMENT_HEIGHT);

const gapOf = ({ doc }: Paper): number => Math.max(0, LINE - doc.currentLineHeight(false));

/** 落款: authority and date, flush right, beside what authenticates the paper; never parted. */
function printFoot(paper: Paper, text: PaperText): void {
  const { doc, safe, unprintable } = paper;
  const authority = safe(text.authority);
  if (doc.y + footHeight(text) > doc.page.height - PAPER_MARGIN) doc.addPage();
  const top = doc.y + LINE;
  drawQr(doc, text.verificationUrl, { left: PAPER_MARGIN, top });
  const left = PAPER_MARGIN + QR_SIZE + 16;
  const width = doc.page.width - PAPER_MARGIN - 2 * BODY - left;
  doc.fontSize(BODY).text(authority, left, top + 8, { width, align: 'right', lineGap: gapOf(paper) });
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
