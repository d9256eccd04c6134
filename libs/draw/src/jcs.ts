import { malformed, malformedAs } from './draw.errors';
import { utf8 } from './hash';

/** Deeper than any real announcement; a file nested a million times must not end the process. */
const MAX_DEPTH = 100;

/**
 * RFC 8785 canonical JSON, UTF-8, of objects, arrays, strings and integers.
 * Anything else (fractions, true, null, lone surrogates, integers a double cannot hold) is MALFORMED.
 */
export function jcs(value: unknown, path = '$'): Uint8Array {
  return utf8(canonical(value, path, 0));
}

function canonical(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) throw malformedAs(path, `不超过 ${MAX_DEPTH} 层`, '更深的嵌套');
  if (typeof value === 'string') return quoted(value, path);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, i) => canonical(item, `${path}[${i}]`, depth + 1)).join(',')}]`;
  }
  if (isObject(value)) {
    // RFC 8785 sorts by UTF-16 code units, which is how JavaScript sorts strings by itself.
    const members = Object.keys(value)
      .sort()
      .map((key) => `${quoted(key, path)}:${canonical(value[key], `${path}.${key}`, depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw malformed(path, '对象、数组、字符串或整数', value);
}

function quoted(text: string, path: string): string {
  if (!isWellFormed(text)) throw malformedAs(path, '合规的 Unicode 文本', '孤立的代理码元');
  return JSON.stringify(text);
}

/** As String.prototype.isWellFormed, which older browsers lack. */
export function isWellFormed(text: string): boolean {
  // With the u flag a proper pair is one character, so only lone surrogates match.
  return !/[\uD800-\uDFFF]/u.test(text);
}

/** A JSON object; not by prototype, since a structured clone may come from another realm. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
