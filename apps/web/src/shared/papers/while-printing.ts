import type { Paper } from './papers-panel';

const PRINTING_MS = 2_000;

interface AskedPapers {
  readonly state: { readonly data?: { readonly items: readonly Paper[] } | undefined };
}

/** Papers are asked for again while one of them is being printed. */
export function whilePrinting({ state }: AskedPapers): number | false {
  return state.data?.items.some(({ file }) => file === null) ? PRINTING_MS : false;
}
