import type { Offer } from './offer.ts';

/** Which of a reply's alternative wordings is in turn, for each article. */
export class Wordings {
  readonly #turns = new Map<string, number>();

  of(offer: Offer): { markdown: string; place: number; count: number } {
    const all = offer.reply ? [offer.reply.markdown, ...offer.reply.alternatives] : [''];
    const place = (this.#turns.get(offer.articleId) ?? 0) % all.length;
    return { markdown: all[place] ?? '', place, count: all.length };
  }

  rotate(offer: Offer): void {
    this.#turns.set(offer.articleId, (this.#turns.get(offer.articleId) ?? 0) + 1);
  }

  clear(): void {
    this.#turns.clear();
  }
}
