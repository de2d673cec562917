import type { ArticleOutput, Why } from '../../server/http/contract.ts';
import type { ErfaraClient } from '../client/client.ts';
import type { RequestFailure } from '../client/failure.ts';
import { Latest } from '../client/latest.ts';

/** Articles kept, so that looking again, and the number of uses, cost no request. */
const KEPT = 30;

export interface PreviewTarget {
  id: string;
  title: string;
  lang: string;
  why: Why[];
}

/** One article shown whole; what `<erfara-article>` knows, without a page. */
export class PreviewController {
  target: PreviewTarget | null = null;
  article: ArticleOutput | null = null;
  failure: RequestFailure | null = null;
  /** The language shown. */
  lang = '';
  where: { channel?: string; market?: string } = {};
  readonly #latest = new Latest();
  readonly #kept = new Map<string, ArticleOutput>();
  readonly client: ErfaraClient;
  /** Called besides, for whoever draws it at the time. */
  drawn: (() => void) | null = null;
  readonly #told: () => void;

  constructor(client: ErfaraClient, changed: () => void) {
    this.client = client;
    this.#told = changed;
  }

  async open(target: PreviewTarget): Promise<void> {
    this.target = target;
    this.lang = target.lang;
    this.failure = null;
    this.article = this.known(target.id);
    this.#changed();
    if (this.article) return;
    try {
      const article = await this.#latest.run((signal) => this.#load(target.id, signal));
      if (article) this.article = article;
    } catch (error) {
      // The client throws nothing else.
      this.failure = error as RequestFailure;
    }
    this.#changed();
  }

  /** Loads an article that will probably be looked at; a failure is of no interest then. */
  async prepare(id: string): Promise<void> {
    if (this.known(id)) return;
    const article = await this.#load(id).catch(() => null);
    if (article) this.#changed();
  }

  known(id: string): ArticleOutput | null {
    return this.#kept.get(this.#key(id)) ?? null;
  }

  showLanguage(lang: string): void {
    this.lang = lang;
    this.#changed();
  }

  /** Nothing kept is trusted after a change of the bank. */
  forget(): void {
    this.#kept.clear();
  }

  async #load(id: string, signal?: AbortSignal): Promise<ArticleOutput> {
    const key = this.#key(id);
    const article = await this.client.article(id, this.where, signal);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, article);
    return article;
  }

  #changed(): void {
    this.#told();
    this.drawn?.();
  }

  #key(id: string): string {
    return `${id} ${this.where.channel ?? ''} ${this.where.market ?? ''}`;
  }
}
