const FULL_WIDTH_BY = 0xfee0;

/**
 * Digits, points and signs as a Chinese input method gives them (`１２３．５`, `3。5`, `－1`), as a number is written. What is
 * no part of a number stays for whoever reads it.
 */
export function halfWidthNumber(typed: string): string {
  return typed
    .replace(/[０-９．－＋]/g, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_BY))
    .replace(/。/g, '.')
    .replace(/−/g, '-');
}

/** Between groups of three digits; `12,5` is none, lest it be taken for 125. */
const THOUSANDS = /(?<=\d)[,，](?=\d{3}(?!\d))/g;

/** The number that was typed, without signs of money, commas and units; `3万` is none, lest it be taken for three. */
export function numberIn(typed: string): string {
  return halfWidthNumber(typed)
    .replace(THOUSANDS, '')
    .replace(/[^\w.,，\-十百千万亿]+/g, '');
}
