import { addressKey } from '@zhaoguan/kernel';
import type { DirectoryDivision } from './directory-row-district';

/** An office of a street is written in these ways. */
const STREET_OFFICE = /(?:街道办事处|街道办|街办|街道)$/u;
const AS_OFFICES = ['街道', '街道办事处', '街道办', '街办'];

const waysOf = (name: string): readonly string[] =>
  STREET_OFFICE.test(name)
    ? AS_OFFICES.map((office) => name.replace(STREET_OFFICE, office)).toSorted((a, b) => b.length - a.length)
    : [name];

/**
 * The keys of one house with and without its 街道, 镇 or 乡, which a form asks for beside the address and a list writes into it.
 * @param bare key of the address from the township or the road on
 * @param inside the townships of its county
 * @param chosen code of the township that was chosen beside the address
 */
export function withTownship(
  bare: string,
  inside: readonly DirectoryDivision[],
  chosen: string | null,
): readonly string[] {
  const named = inside.map(({ code, name }) => ({ code, ways: waysOf(addressKey(name)) }));
  const written = named
    .flatMap(({ ways }) => ways.map((way) => ({ way, ways })))
    .filter(({ way }) => bare.startsWith(way) && bare.length > way.length)
    .toSorted((a, b) => b.way.length - a.way.length)[0];
  const house = written === undefined ? bare : bare.slice(written.way.length);
  const ways = written?.ways ?? named.find(({ code }) => code === chosen)?.ways ?? [];
  return [...new Set([bare, house, ...ways.map((way) => way + house)])];
}
