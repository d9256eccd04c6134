import { withoutInvisible } from '@zhaoguan/kernel';

/** Secrets stay as they were typed: what is left out of one would be another. */
const SECRET = /password/i;

/**
 * What was sent, without what nobody sees in its texts (零宽字符、方向控制符): a notice, a reason or a name that looks empty is
 * empty, and is then refused where it must be filled in. A text with a NUL stays as it came, to be refused (`textsWithNul`, or by the
 * rules of a search): nobody typed it, and mending it would hide that a program sent something broken.
 */
export function visibleText(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value : withoutInvisible(value);
  if (Array.isArray(value)) return value.map(visibleText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRET.test(name) ? member : visibleText(member)]),
  );
}

/** JSON pointers of the texts that hold a NUL, which no database keeps; passwords apart, which are never kept as they are. */
export function textsWithNul(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return value.includes('\0') ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    SECRET.test(name)
      ? []
      : textsWithNul(member, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
