import { randomInt } from 'node:crypto';
import { checkResidentId, usccCheckDigit } from '@zhaoguan/kernel';

const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** A 统一社会信用代码 with right check digits and a subject number that belongs to nobody (`DM` and six random digits). */
export function demoUscc(prefix: '52' | '91'): string {
  return usccOf(prefix, `DM${String(randomInt(1_000_000)).padStart(6, '0')}`);
}

/**
 * The same for every start: the subject number of the demo's institution of this number (`DR` and six digits).
 * @param registry division of who registered it
 */
export function numberedUscc(prefix: '52' | '91' | '92', number: number, registry?: string): string {
  return usccOf(prefix, `DR${String(number).padStart(6, '0')}`, registry);
}

/** A resident id with a right check digit, of somebody born in 1890: nobody who lives has it. */
export function numberedResidentId(number: number): string {
  const body = `61011618900101${String(number).padStart(3, '0')}`;
  const check = [...'0123456789X'].find((digit) => checkResidentId(body + digit).ok);
  if (check === undefined) throw new RangeError(`no resident id of number ${number}`);
  return body + check;
}

function usccOf(prefix: string, subject: string, registry = '610116'): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * valueOf(subject.charAt(index)), 0);
  const check = 11 - (sum % 11);
  const organisation = subject + (check === 10 ? 'X' : check === 11 ? '0' : String(check));
  const body = `${prefix}${registry}${organisation}`;
  return body + usccCheckDigit(body);
}

/** Digits count as themselves, letters from A = 10 (GB 11714). */
const valueOf = (character: string): number => parseInt(character, 36);

/** A one-page PDF that says what it stands for; small, but a real PDF. */
export function demoPdf(title: string): Uint8Array {
  const stream = `BT /F1 18 Tf 72 760 Td (${title.replace(/[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
