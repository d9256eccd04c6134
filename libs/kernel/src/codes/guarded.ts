import { maskPhone } from './phone';
import { maskResidentId } from './resident-id';

/** As a telephone types them that writes Chinese. */
const FULL_WIDTH = /[０-９]+[Ｘｘ]?/g;
/** Also broken up: 610116 19900101 0019. */
const RESIDENT_ID = /(?<![0-9A-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?![0-9A-Za-z])/g;
/** Broken up in any other way, where a day of birth tells it from other figures that stand in a row. */
const SPACED_ID = /(?<![0-9A-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![0-9A-Za-z])/g;
const WITH_BIRTH = /^\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
/** Also with the code of the country, as telephones paste it. */
const MOBILE = /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g;
/** With an area code: 029-85290000. */
const LANDLINE = /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g;

const together = (id: string): string => id.replace(/[ -]/g, '').toUpperCase();

/** Words without the numbers of persons: others than the applicant may be named in them (个人信息保护法第二十八条). */
export function guarded(words: string | null): string | null {
  const text = words?.trim() ?? '';
  if (text === '') return null;
  return text
    .replace(FULL_WIDTH, (digits) => digits.normalize('NFKC'))
    .replace(RESIDENT_ID, (id) => maskResidentId(together(id)))
    .replace(SPACED_ID, (id) => (WITH_BIRTH.test(together(id)) ? maskResidentId(together(id)) : id))
    .replace(MOBILE, (phone) => maskPhone(phone.replace(/\D/g, '').slice(-11)))
    .replace(LANDLINE, (phone) => maskPhone(phone.replace(/[ -]/g, '')));
}
