/**
 * One line of text as it is stored: Unicode NFC, no space at the ends, every run of white space (full-width spaces and
 * line breaks too) one plain space. For names, titles, addresses; not for text with paragraphs.
 */
export function normalizeText(s: string): string {
  return s.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Length as a reader counts it: code points, so 𠮷 is one, not the two code units of `length`. */
export function charLength(s: string): number {
  return Array.from(s).length;
}

/**
 * The distinct pairs of neighbouring characters, lower case, in order of first appearance; one character stands for
 * itself. The same cut as the SQL function `bigrams`, which makes Chinese substring search use an index.
 */
export function bigrams(s: string): string[] {
  // Character by character, as SQL does: the lower case of a whole word may depend on a letter's neighbours (Σ).
  const chars = Array.from(s, (char) => char.toLowerCase());
  if (chars.length < 2) return chars;
  return [...new Set(chars.slice(1).map((char, i) => `${chars[i]}${char}`))];
}
