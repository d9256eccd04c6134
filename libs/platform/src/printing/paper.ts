import { THEME } from '@zhaoguan/contracts';
import PDFDocument from 'pdfkit';
import { codePointName, documentFont, printable } from './document-font';

type Doc = PDFKit.PDFDocument;

/** Margin of every printed document, in points. */
export const PAPER_MARGIN = 72;

/** A document that is being printed. */
export interface Paper {
  readonly doc: Doc;
  /** The text as the font can show it; what it lacks is named by its code point. */
  readonly safe: (text: string) => string;
  /** Characters that gave way so far, each once. */
  readonly unprintable: ReadonlySet<string>;
  /** Ends it. */
  readonly finish: () => Promise<Buffer>;
}

/** A document (PDF, A4) in the one font. The same text and instant give the same document, byte by byte. */
export async function openPaper(title: string, at: Date): Promise<Paper> {
  const font = await documentFont();
  const unprintable = new Set<string>();
  const doc = new PDFDocument({
    size: 'A4',
    pdfVersion: '1.7',
    margin: PAPER_MARGIN,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: at, ModDate: at, Producer: '照管', Creator: '照管' },
  });
  const content = collect(doc);
  // pdfkit takes a parsed font as well as its bytes; its types know only the bytes.
  doc.font(font as unknown as Buffer).fillColor(THEME.ink);
  return {
    doc,
    unprintable,
    safe: (text) => {
      const { text: shown, missing } = printable(text, font);
      for (const char of missing) unprintable.add(char);
      return shown;
    },
    finish: () => {
      doc.end();
      return content;
    },
  };
}

/** What it is and whose, small at the head of every page after the first: a page that is signed belongs to something. */
export function headPages({ doc }: Paper, words: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 1; page < count; page += 1) {
    doc.switchToPage(start + page);
    const width = doc.page.width - 2 * PAPER_MARGIN;
    doc.fontSize(9).fillColor(THEME.inkSecondary);
    doc.text(words, PAPER_MARGIN, PAPER_MARGIN / 2, { lineBreak: false, ellipsis: true, width, height: 12 });
  }
}

/** Numbers every page at its foot, `第 1 页 共 2 页`: of a document that is served nobody can leave a page out unseen. */
export function numberPages({ doc }: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    const { margins, height } = doc.page;
    // Below the margin pdfkit would begin a new page.
    doc.page.margins = { ...margins, bottom: 0 };
    doc
      .fontSize(9)
      .fillColor(THEME.inkSecondary)
      .text(`第 ${page + 1} 页 共 ${count} 页`, PAPER_MARGIN, height - PAPER_MARGIN / 2 - 9, {
        align: 'center',
        lineBreak: false,
        width: doc.page.width - 2 * PAPER_MARGIN,
      });
    doc.page.margins = margins;
  }
}

/** What a document says of the characters that it could not print; nothing when it could. */
export function unprintableNote(unprintable: ReadonlySet<string>, file: string): string | undefined {
  if (unprintable.size === 0) return undefined;
  const names = [...unprintable].map(codePointName).join('、');
  return `注：字库缺少下列用字，以 Unicode 编码代替：${names}。用字以${file}为准。`;
}

/** A line across the page. */
export function ruleAcross(doc: Doc, y: number, width = 0.5, color: string = THEME.inkDisabled): void {
  doc
    .moveTo(PAPER_MARGIN, y)
    .lineTo(doc.page.width - PAPER_MARGIN, y)
    .lineWidth(width)
    .stroke(color);
}

function collect(doc: Doc): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
}
