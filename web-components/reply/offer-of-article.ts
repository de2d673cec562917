import type { ArticleOutput } from '../../server/http/contract.ts';
import type { Offer } from './offer.ts';

/** The reply of an article that was searched for: the customer's language where it has one. */
export function offerOfArticle(article: ArticleOutput, shown: string, customer: string | null): Offer {
  const replies = article.replies ?? [];
  const reply =
    replies.find(({ lang }) => lang === customer) ?? replies.find(({ lang }) => lang === shown) ?? replies[0] ?? null;
  const text = article.texts.find(({ lang }) => lang === shown) ?? article.texts[0];
  return {
    articleId: article.id,
    lang: text?.lang ?? shown,
    etag: text?.etag ?? '',
    rank: null,
    ask: null,
    reply,
    otherLanguage: reply !== null && customer !== null && reply.lang !== customer,
  };
}
