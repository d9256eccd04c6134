import { malformedAs } from './draw.errors';

/**
 * JSON.parse, but an object that names a member twice is MALFORMED: readers differ in which of the two they take,
 * so two people could see two announcements in one file.
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const name = repeatedMember(text);
  if (name !== undefined) throw malformedAs(name, '同一对象中每个成员名只出现一次', '重复的成员名');
  return value;
}

/** Scans text already known to be JSON, so quotes and braces can be taken at face value. */
function repeatedMember(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let names: Set<string> | undefined;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"') {
      const end = stringEnd(text, i);
      if (names && followedByColon(text, end)) {
        const raw = text.slice(i, end);
        const name = raw.includes('\\') ? String(JSON.parse(raw)) : raw.slice(1, -1);
        if (names.has(name)) return name;
        names.add(name);
      }
      i = end - 1;
    } else if (char === '{' || char === '[') {
      open.push(names);
      names = char === '{' ? new Set() : undefined;
    } else if (char === '}' || char === ']') {
      names = open.pop();
    }
  }
  return undefined;
}

/** The index just after the string that opens at `start`. */
function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end + 1;
  }
}

function followedByColon(text: string, at: number): boolean {
  while (' \t\r\n'.includes(text[at] ?? '-')) at++;
  return text[at] === ':';
}
