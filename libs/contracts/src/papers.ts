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

/** The code of a paper (核验码) in one spelling: without dashes, and with digits where a letter passes for one. */
export function paperCodeSpelling(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
