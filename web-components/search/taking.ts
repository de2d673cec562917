import type { SearchResult } from '../../server/http/contract.ts';
import type { PreviewController } from '../article/controller.ts';
import type { Offer } from '../reply/offer.ts';
import { offerOfArticle } from '../reply/offer-of-article.ts';
import { type InsertingElement, OwnInserter } from '../reply/own-inserter.ts';
import type { Toast } from '../reply/toast.ts';

/** What taking needs of its element. */
export interface TakingHost extends InsertingElement {
  readonly isSpoken: boolean;
  /** False where the host inserts it in its own way. */
  offers(offer: Offer): boolean;
}

/** Puts the reply of what was found where it belongs: into the reply box, on the clipboard, or in the host's hands. */
export class Taking {
  #own: OwnInserter | null = null;
  #toast: Toast | null = null;
  readonly #host: TakingHost;
  readonly #inserted: () => void;

  /** @param inserted is called once a reply stands in the box. */
  constructor(host: TakingHost, inserted: () => void) {
    this.#host = host;
    this.#inserted = inserted;
  }

  /** Null until it is needed. */
  get known(): OwnInserter | null {
    return this.#own;
  }

  get own(): OwnInserter {
    if (this.#own) return this.#own;
    const own = new OwnInserter(this.#host);
    this.#own = own;
    own.watch(() => this.#look(own.inserter.toast));
    void own.ready().then(() => this.#host.requestUpdate());
    return own;
  }

  stop(): void {
    this.#own?.stop();
    this.#own = null;
  }

  /** The offer of a result's article in the customer's language; null before the article was fetched. */
  offerOf({ id, lang }: SearchResult, preview: PreviewController): Offer | null {
    const article = preview.known(id);
    return article && offerOfArticle(article, lang, this.#host.customer || null);
  }

  /** Answers what has to be shown first: the article, or with it the question that waits for a yes. */
  async take(result: SearchResult, preview: PreviewController, question: string): Promise<'taken' | 'article' | Offer> {
    await preview.open(result);
    const offer = this.offerOf(result, preview);
    // Whom to hand the case to is read before anything is sent.
    if (!offer?.reply || preview.article?.handling === 'hand-over') return 'article';
    if (!this.#host.offers(offer)) return 'taken';
    await this.own.ready();
    if (this.own.concerns(offer, false).length > 0) return offer;
    if (this.#host.isSpoken) this.own.copyNote(offer, question);
    else this.own.inserter.insert(offer, false);
    return 'taken';
  }

  #look(toast: Toast | null): void {
    const isNew = toast !== this.#toast;
    this.#toast = toast;
    if (isNew && toast?.kind === 'inserted') this.#inserted();
  }
}
