import type { Article } from '../domain/article.ts';
import type { Bank } from '../ports/article-store.ts';

/** The bank as it was last read, with its articles by id and by every id they answer for. */
export interface LiveBank extends Bank {
  byId: Map<string, Article>;
}

/** Old ids lead to the article that redirects them; an article's own id always wins. */
export function liveBank(bank: Bank): LiveBank {
  const byId = new Map<string, Article>();
  for (const article of bank.articles) {
    for (const old of article.texts.flatMap((text) => text.redirects)) byId.set(old, article);
  }
  for (const article of bank.articles) byId.set(article.id, article);
  return { ...bank, byId };
}
