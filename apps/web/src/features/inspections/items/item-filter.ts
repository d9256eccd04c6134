import type { ItemSeverity } from '@zhaoguan/contracts';
import type { Item } from './queries';

export interface ItemFilter {
  readonly q?: string;
  readonly severity?: string;
  /** `HOME`: for 家庭托育点 alone; `INSTITUTION`: all others. */
  readonly site?: string;
}

/** Items in whose number, title, check or legal basis the words occur, of one severity when it is given. */
export function findItems(items: readonly Item[], { q = '', severity, site }: ItemFilter): readonly Item[] {
  const words = q.trim().toLowerCase();
  return items.filter(
    (item) =>
      (severity === undefined || item.severity === severity) &&
      (site === undefined || siteOf(item) === site) &&
      (words === '' || textOf(item).includes(words)),
  );
}

export type Site = 'HOME' | 'INSTITUTION';
/** At what an item is looked at (适用对象); a 家庭托育点 is a dwelling and has items of its own. */
export const SITE_LABELS: Readonly<Record<Site, string>> = {
  INSTITUTION: '机构',
  HOME: '家庭托育点',
};

export function siteOf({ siteType }: Pick<Item, 'siteType'>): Site {
  return siteType === 'HOME' ? 'HOME' : 'INSTITUTION';
}

/** Without those that are for nothing that stands in the hat, as far as that is known. */
export function offered(items: readonly Item[], homeTargets: number | undefined): readonly Item[] {
  return homeTargets === 0 ? items.filter((item) => siteOf(item) !== 'HOME') : items;
}

function textOf({ code, title, check, legalBasis }: Item): string {
  const basis = legalBasis.map(({ law, article }) => `${law}${article ?? ''}`);
  return [code, title, check, ...basis].join('\n').toLowerCase();
}

export interface ItemGroup {
  readonly category: string;
  readonly items: readonly Item[];
}

const OTHERS = '其他';

/** By subject (检查内容类别), in the order of the catalogue. */
export function groupItems(items: readonly Item[]): readonly ItemGroup[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { category = OTHERS } = item;
    const group = groups.get(category);
    if (group) group.push(item);
    else groups.set(category, [item]);
  }
  return [...groups].map(([category, grouped]) => ({ category, items: grouped }));
}

/** The severities that occur, the gravest first, with their words. */
export function severitiesOf(
  items: readonly Item[],
): { readonly value: ItemSeverity; readonly label: string }[] {
  const labels = new Map(items.map(({ severity, severityLabel }) => [severity, severityLabel]));
  return [...labels]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => GRAVEST_FIRST.indexOf(a.value) - GRAVEST_FIRST.indexOf(b.value));
}

const GRAVEST_FIRST: readonly ItemSeverity[] = ['V', 'H', 'M', 'L'];
