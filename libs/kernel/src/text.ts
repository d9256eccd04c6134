/**
 * What nobody sees and nobody may store: format and bidirectional controls, zero-width characters, variation selectors,
 * other controls, private use, lone surrogates, noncharacters. Two texts that differ only by these look the same, and a
 * direction override makes a name read as another one. White space, and what some scripts need, are looked at apart.
 */
const INVISIBLE =
  /(?![\u180b-\u180f\t-\r\u0085]|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
/** Chooses a form of the Mongolian letter before it; anywhere else it is invisible. */
const STRAY_MONGOLIAN_MARK = /(?<![\u1820-\u18aa])[\u180b-\u180f]/gu;
/** Between letters of Uyghur, Kazakh or Mongolian a joiner belongs to the spelling. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Mongolian}]\p{Mn}*)[\u200c\u200d]|[\u200c\u200d](?![\p{Script=Arabic}\p{Script=Mongolian}])/gu;
/** The blank of Braille is white as well. */
const WHITE = /[\s\u0085\u2800]+/gu;

/** The text without what nobody sees; its lines and spaces stay. Empty when only white space is left. */
export function withoutInvisible(s: string): string {
  const visible = s.replace(INVISIBLE, '').replace(STRAY_MONGOLIAN_MARK, '').replace(STRAY_JOINER, '');
  return visible.replace(WHITE, '') === '' ? '' : visible;
}

/**
 * One line of text as it is stored: Unicode NFC, full-width letters and digits as plain ones (full-width brackets stay:
 * they belong to registered names), without invisible characters, no space at the ends, every run of white space
 * (full-width spaces and line breaks too) one plain space. Middle dots, rare ideographs and the marks of Uyghur, Tibetan
 * and Mongolian stay. For names, titles, addresses; not for text with paragraphs.
 */
export function normalizeText(s: string): string {
  return withoutInvisible(s)
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .replace(WHITE, ' ')
    .trim();
}

const LINE_END = /\r\n?|[\n\u0085\u2028\u2029]/u;

/** Text with paragraphs as it is stored: each line as one line of text is, and between paragraphs one empty line at most. */
export function normalizeLines(s: string): string {
  return withoutInvisible(s)
    .split(LINE_END)
    .map(normalizeText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
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
