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
