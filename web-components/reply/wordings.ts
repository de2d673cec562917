import type { Offer } from './offer.ts';

/** By article, the wording last used on this page and in which case: ten customers in a row do not read the same words. */
const LAST_USED = new Map<string, { case: string | undefined; markdown: string }>();

/** Which of a reply's wordings is in turn, for each article. */
export class Wordings {
  readonly #turns = new Map<string, number>();
  readonly #shortened = new Map<string, string>();
  readonly #case: () => string | undefined;
  readonly #changed: () => void;

  /** @param opened the conversation that is open, where it is not told each time. */
  constructor(opened: () => string | undefined = () => undefined, changed: () => void = () => undefined) {
    this.#case = opened;
    this.#changed = changed;
  }

  of(offer: Offer, inCase = this.#case()): { markdown: string; place: number; count: number } {
    const all = offer.reply ? [offer.reply.markdown, ...offer.reply.alternatives] : [''];
    const last = LAST_USED.get(offer.articleId);
    const next = last && last.case !== inCase && last.markdown === all[0] ? 1 : 0;
    const place = (next + (this.#turns.get(offer.articleId) ?? 0)) % all.length;
    return { markdown: this.#shortened.get(offer.articleId) ?? all[place] ?? '', place, count: all.length };
  }

  /** The agent took this wording: the next conversation that would begin with it begins with another. */
  took(offer: Offer, inCase = this.#case()): void {
    LAST_USED.set(offer.articleId, { case: inCase, markdown: this.of(offer, inCase).markdown });
  }

  rotate(offer: Offer): void {
    this.#shortened.delete(offer.articleId);
    this.#turns.set(offer.articleId, (this.#turns.get(offer.articleId) ?? 0) + 1);
    this.#changed();
  }

  /** Takes one of the editors' shorter wordings in the place of those in turn; null goes back. */
  shorten(articleId: string, markdown: string | null): void {
    if (markdown === null) this.#shortened.delete(articleId);
    else this.#shortened.set(articleId, markdown);
    this.#changed();
  }

  isShortened(articleId: string): boolean {
    return this.#shortened.has(articleId);
  }

  clear(): void {
    this.#turns.clear();
    this.#shortened.clear();
  }
}
