import type { ItemSeverity } from '@zhaoguan/contracts';
import type { Item } from './queries';

export interface ItemFilter {
  readonly q?: string;
  readonly severity?: string;
}

/** Items in whose number, title, check or legal basis the words occur, of one severity when it is given. */
export function findItems(items: readonly Item[], { q = '', severity }: ItemFilter): readonly Item[] {
  const words = q.trim().toLowerCase();
  return items.filter(
    (item) =>
      (severity === undefined || item.severity === severity) &&
      (words === '' || textOf(item).includes(words)),
  );
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
