import { addressKey } from '@zhaoguan/kernel';
import type { DirectoryDivision } from './directory-row-district';
import { waysToNameTheTownship } from './office-of-place';

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
  const named = inside.map(({ code, name }) => ({ code, name: addressKey(name) }));
  const [written] = named
    .flatMap(({ name }) => waysToNameTheTownship(name).map((way) => ({ way, name })))
    .filter(({ way }) => bare.startsWith(way) && bare.length > way.length)
    .toSorted((a, b) => b.way.length - a.way.length);
  const house = written === undefined ? bare : bare.slice(written.way.length);
  const name = written?.name ?? named.find(({ code }) => code === chosen)?.name;
  return [...new Set([bare, house, ...(name === undefined ? [] : [name + house])])];
}
