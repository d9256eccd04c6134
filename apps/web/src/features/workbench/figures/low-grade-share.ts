/** Classes of the share of institutions with a low credit grade (C, D), for the colour of a tile and its legend. */
export const SHARES = [
  { name: 'share-none', upTo: 0, words: '没有 C、D 级，或者没有机构' },
  { name: 'share-low', upTo: 0.05, words: '不超过 5%' },
  { name: 'share-some', upTo: 0.15, words: '5% 至 15%' },
  { name: 'share-high', upTo: 1, words: '超过 15%' },
] as const;

/** @param share from 0 to 1; null where there is no institution */
export function shareClass(share: number | null): string {
  const found = SHARES.find(({ upTo }) => (share ?? 0) <= upTo);
  return found?.name ?? 'share-high';
}
