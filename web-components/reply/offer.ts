import type { Reply, Suggestion } from '../../server/http/contract.ts';

/** Something that can be inserted, whether it was suggested or searched for. */
export interface Offer {
  articleId: string;
  /** The language the agent is shown, and the hash of that text. */
  lang: string;
  etag: string;
  rank: number | null;
  ask: string | null;
  reply: Reply | null;
  /** The reply is in another language than the customer's: inserted only after a warning. */
  otherLanguage: boolean;
}

export function offerOf(suggestion: Suggestion): Offer {
  const { article, rank, ask, reply, replyFallback } = suggestion;
  return {
    articleId: article.id,
    lang: article.lang,
    etag: article.etag,
    rank,
    ask,
    reply: reply ?? replyFallback,
    otherLanguage: reply === null && replyFallback !== null,
  };
}
