const MOST_SHOWN = 4;

/** The number of a paper for eyes that may not see it: `****0042`. The last four signs, and never more than half of a short one: `****-1`. */
export function maskPaperNumber(number: string): string {
  const signs = [...number];
  const shown = Math.min(MOST_SHOWN, Math.floor(signs.length / 2));
  return `****${signs.slice(signs.length - shown).join('')}`;
}
