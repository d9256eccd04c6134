/**
 * A number of a paper (文号) in the one spelling by which it is found, however it was typed: half width, capitals, no spaces, and
 * one kind of bracket, for 〔〕 is on no keyboard.
 */
export function paperSpelling(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[〔【［[{〈《]/gu, '(')
    .replace(/[〕】］\]}〉》]/gu, ')')
    .toUpperCase();
}
