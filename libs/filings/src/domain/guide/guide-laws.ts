import { NO_LAW, type LegalCitation } from '@zhaoguan/contracts';

/** A law or measure and the articles that are cited of it. */
export interface CitedLaw {
  readonly law: string;
  readonly articles: readonly string[];
}

/** Every law once, in the order in which it is cited first. */
export function lawsOf(citations: readonly LegalCitation[]): readonly CitedLaw[] {
  const articles = new Map<string, Set<string>>();
  for (const { law, article } of citations) {
    if (law === NO_LAW) continue;
    const known = articles.get(law) ?? new Set<string>();
    if (article !== null) known.add(article);
    articles.set(law, known);
  }
  return [...articles].map(([law, cited]) => ({ law, articles: [...cited] }));
}
