/** In what another institution or filing is like this one (疑似重复), the weightiest first. A hint: none of it refuses anything. */
export const LIKENESS_LABELS = {
  SAME_ADDRESS: '地址相同',
  SAME_CODE: '统一社会信用代码相同',
  SAME_HEAD: '法定代表人（负责人）为同一人',
  NEAR_ADDRESS: '地址相近',
} as const;
export type Likeness = keyof typeof LIKENESS_LABELS;
export const LIKENESSES = Object.keys(LIKENESS_LABELS) as Likeness[];

/** As one writes the name of a street office or town before the road: 韦曲街道（办事处）, 杜曲镇; not 水乡路, 镇北街. */
const TOWNSHIP =
  /(?:^|[省市区县旗])((?:(?![省市区县旗])\p{Script=Han}){1,5}?)(街道办事处|街道办|街道|街办|[镇乡](?!\p{Script=Han}?[路街巷道]))/u;

function townshipIn(address: string): string | undefined {
  const [, name, level = ''] = TOWNSHIP.exec(address.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  return name === undefined ? undefined : `${name}${level.startsWith('街') ? '街道' : level}`;
}

/** Whether two addresses that are alike in road and number both name a street office or town, and not the same. */
export function inOtherTownships(one: string, other: string): boolean {
  const [here, there] = [townshipIn(one), townshipIn(other)];
  return here !== undefined && there !== undefined && here !== there;
}

/** What was found beside a filing; of what is not covered (another district or department) nothing but that it is there. */
export interface Found<T> {
  readonly covered: boolean;
  /** An institution that has ended (终止) in the same house: no duplicate, but perhaps the predecessor (此前的机构). */
  readonly ended: boolean;
  readonly likenesses: readonly Likeness[];
  readonly facts: T;
}

/** What an official is told of it: a page of those in sight, how many more of them there are, and how many elsewhere. */
export interface Told<T> {
  readonly items: readonly { readonly facts: T; readonly likenesses: readonly Likeness[] }[];
  readonly more: number;
  readonly elsewhere: number;
}

const MOST_NAMED = 20;

/** Those that are like it in the most, and in the weightiest, come first; what has ended comes last. */
export function tell<T>(found: readonly Found<T>[]): Told<T> {
  const inSight = found
    .filter(({ covered }) => covered)
    .map(({ facts, likenesses, ended }) => ({
      facts,
      ended,
      likenesses: LIKENESSES.filter((one) => likenesses.includes(one)),
    }))
    .sort((a, b) => Number(a.ended) - Number(b.ended) || weightOf(b.likenesses) - weightOf(a.likenesses))
    .map(({ facts, likenesses }) => ({ facts, likenesses }));
  return {
    items: inSight.slice(0, MOST_NAMED),
    more: Math.max(0, inSight.length - MOST_NAMED),
    elsewhere: found.length - inSight.length,
  };
}

/** Each likeness outweighs all that come after it. */
function weightOf(likenesses: readonly Likeness[]): number {
  return likenesses.reduce((sum, one) => sum + 2 ** (LIKENESSES.length - LIKENESSES.indexOf(one)), 0);
}
