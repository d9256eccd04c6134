import { readFile } from 'node:fs/promises';
import { create, type Font } from 'fontkit';

const FILE = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';

let parsed: Promise<Font> | undefined;

/** The one font of printed documents (思源宋体, OFL). Reading it takes seconds, so a process does it once. */
export function documentFont(): Promise<Font> {
  parsed ??= readFile(require.resolve(FILE)).then((bytes) => create(bytes) as Font);
  return parsed;
}

/** A text that can be printed, and the characters that had to give way. */
export interface Printable {
  readonly text: string;
  readonly missing: readonly string[];
}

/**
 * A character that the font lacks would be printed as an empty box, so a name would be wrong without anybody noticing.
 * It is named instead: 𠮷 → 〔U+20BB7〕. The end of a line is no character of a font.
 */
export function printable(text: string, font: Pick<Font, 'hasGlyphForCodePoint'>): Printable {
  const missing: string[] = [];
  const chars = Array.from(text, (char) => {
    const point = char.codePointAt(0) ?? 0;
    if (char === '\n' || font.hasGlyphForCodePoint(point)) return char;
    missing.push(char);
    return codePointName(char);
  });
  return { text: chars.join(''), missing };
}

/** 𠮷 → 〔U+20BB7〕. */
export function codePointName(char: string): string {
  return `〔U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;
}
