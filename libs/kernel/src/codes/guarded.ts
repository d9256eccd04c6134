import { maskPhone } from './phone';
import { maskResidentId } from './resident-id';

/** As a telephone types them that writes Chinese. */
const FULL_WIDTH = /[０-９]+[Ｘｘ]?/g;
/** Also broken up: 610116 19900101 0019. */
const RESIDENT_ID = /(?<![0-9A-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g;
const MOBILE = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;
/** With an area code: 029-85290000. */
const LANDLINE = /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g;

/** Words without the numbers of persons: others than the applicant may be named in them (个人信息保护法第二十八条). */
export function guarded(words: string | null): string | null {
  const text = words?.trim() ?? '';
  if (text === '') return null;
  return text
    .replace(FULL_WIDTH, (digits) => digits.normalize('NFKC'))
    .replace(RESIDENT_ID, (id) => maskResidentId(id.replace(/[ -]/g, '').toUpperCase()))
    .replace(MOBILE, (phone) => maskPhone(phone.replace(/\D/g, '')))
    .replace(LANDLINE, (phone) => maskPhone(phone.replace(/[ -]/g, '')));
}
