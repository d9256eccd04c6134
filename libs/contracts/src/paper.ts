import { chineseDate, type PlainDate } from '@zhaoguan/kernel';
import { PAPER_KINDS, type PaperKind } from './paper-kinds';
import type { AgencyContact } from './reference/agencies';

/** A part of a paper: what stands under 一、二、三、. */
export interface PaperSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Numbered from 1, after the paragraphs. */
  readonly items?: readonly string[];
}

/** What a paper says, without who says it, when and under which number. */
export interface PaperBody {
  readonly title: string;
  /** Before the first section. */
  readonly opening: string;
  readonly sections: readonly PaperSection[];
  /** Where who takes it acknowledges that it was handed over (送达回执); for papers that run a period. */
  readonly acknowledgement?: string;
}

/** A paper as it was given out; it is printed from this, whatever has changed meanwhile. */
export interface GivenPaper<K extends PaperKind = PaperKind> {
  readonly id: string;
  /** Of the case that it belongs to. */
  readonly subjectId: string;
  readonly kind: K;
  /** Of the submission or notice that it belongs to; one paper of a kind for each. */
  readonly round: number;
  readonly number: string;
  readonly authority: string;
  /** Name of the institution. */
  readonly addressee: string;
  readonly issuedOn: PlainDate;
  readonly body: PaperBody;
  readonly contact: AgencyContact | null;
  /** Unguessable; in the QR of the paper and nowhere else. */
  readonly code: string;
}

/** A paper as text; how it looks is the printer's. */
export interface PaperText extends PaperBody {
  readonly authority: string;
  readonly number: string;
  readonly addressee: string;
  /** Each a paragraph; empty where it is not registered. */
  readonly contact: readonly string[];
  readonly date: string;
  readonly verification: string;
  readonly verificationUrl: string;
}

export function paperText(paper: GivenPaper, publicUrl: string): PaperText {
  const { body, contact, code } = paper;
  const open = PAPER_KINDS[paper.kind].disclosure === 'PUBLIC';
  return {
    ...body,
    authority: paper.authority,
    number: paper.number,
    addressee: `${paper.addressee}：`,
    contact: contact === null ? [] : [`联系地址：${contact.address}。`, `联系电话：${contact.phone}。`],
    date: chineseDate(paper.issuedOn),
    verification: `本文书已经电子签名（SM2）。扫描二维码，或者在网站的“文书核验”输入文号和核验码 ${code}，可以核验真伪${open ? '和效力' : '；本文书不公开，核验时不显示内容'}。`,
    verificationUrl: `${publicUrl}/papers/${code}`,
  };
}

/** What somebody has typed, as paragraphs of a paper: each ends as a sentence does, whether its full stop was typed or not. */
export function paragraphsOf(text: string): string[] {
  const lines = text
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // Between two lines a list goes on; at the end it does not.
  return lines.map((line, place) => (place < lines.length - 1 && GOES_ON.test(line) ? line : sentence(line)));
}

const GOES_ON = /[；;，,、：:]$/u;
const STOPS = /[。.；;，,、\s]+$/u;
const ENDS_ITSELF = /(?:[！？!?…]|[。！？][”’』」）)])$/u;

/** With one full stop at its end, in place of what was typed there; a question and a quoted sentence end by themselves. */
export function sentence(text: string): string {
  const words = text.replace(STOPS, '');
  return ENDS_ITSELF.test(words) ? words : `${words}。`;
}

/** What all numbers of one counter begin with: 长民备补〔2026〕. */
export function paperSeries(authorityCode: string, kind: PaperKind, year: number): string {
  return `${authorityCode}${PAPER_KINDS[kind].word}〔${year}〕`;
}

/** 文号, such as 长民备补〔2026〕1号. @law 党政机关公文格式（GB/T 9704—2012）7.2.5 */
export function paperNumber(series: string, serial: number): string {
  return `${series}${serial}号`;
}

// Crockford's: no letter that passes for a digit when it is typed from paper.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many random bytes make a code: 80 bits, sixteen signs. */
export const CODE_BYTES = 10;

/** The code of a paper as it is printed: 7KQ2-M0XA-…, in fours. */
export function paperCode(random: Uint8Array): string {
  let bits = BigInt(`0x${[...random].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`);
  let signs = '';
  for (let i = 0; i < (random.length * 8) / 5; i += 1) {
    signs = `${ALPHABET[Number(bits & 31n)] ?? ''}${signs}`;
    bits >>= 5n;
  }
  return signs.replace(/.{4}(?=.)/g, '$&-');
}
