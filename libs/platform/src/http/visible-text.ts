import { withoutInvisible } from '@zhaoguan/kernel';

/** Secrets stay as they were typed: what is left out of one would be another. */
const SECRET = /password/i;

/**
 * What was sent, without what nobody sees in its texts (零宽字符、方向控制符): a notice, a reason or a name that looks empty is
 * empty, and is then refused where it must be filled in. A text with a NUL stays as it came, for PostgreSQL and the rules
 * of its field to refuse: nobody typed it, and mending it would hide that a program sent something broken.
 */
export function visibleText(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value : withoutInvisible(value);
  if (Array.isArray(value)) return value.map(visibleText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, SECRET.test(name) ? member : visibleText(member)]),
  );
}
