import type { HistoryOutput } from '../../server/http/contract.ts';
import type { PreviewController, PreviewTarget } from './controller.ts';

/** Versions told of. */
const VERSIONS = 20;

/** What the reader chose to see of one article, besides its language. Another article begins anew. */
export class ReadingState {
  #beside: string | null = null;
  #variant: string | null | undefined = undefined;
  #history: HistoryOutput | 'refused' | null = null;
  #asked = false;
  #target: PreviewTarget | null = null;
  readonly #controller: PreviewController;
  readonly #changed: () => void;

  constructor(controller: PreviewController, changed: () => void) {
    this.#controller = controller;
    this.#changed = changed;
  }

  /** The language that stands beside the one shown; null = none. */
  get beside(): string | null {
    this.#follow();
    return this.#beside === this.#controller.lang ? null : this.#beside;
  }

  /** The channel whose reply is shown; undefined = the one asked for. */
  get variant(): string | null | undefined {
    this.#follow();
    return this.#variant;
  }

  /** Null before it was asked for; `refused` where the reader may not see it or it could not be had. */
  get history(): HistoryOutput | 'refused' | null {
    this.#follow();
    return this.#history;
  }

  /** Puts a second language beside the one shown; null takes it away. */
  showBeside(lang: string | null): void {
    this.#follow();
    this.#beside = lang;
    this.#changed();
  }

  /** Shows the reply for a channel; null = the one for all others. */
  showVariant(channel: string | null): void {
    this.#follow();
    this.#variant = channel;
    this.#changed();
  }

  /** Asks who changed the article when, once. */
  async loadHistory(): Promise<void> {
    this.#follow();
    const { article, client } = this.#controller;
    const target = this.#target;
    if (!article || this.#asked) return;
    this.#asked = true;
    const path = `/v1/articles/${encodeURIComponent(article.id)}/history?limit=${VERSIONS}`;
    const history = await client.request<HistoryOutput>(path, {}).catch(() => 'refused' as const);
    if (this.#controller.target !== target) return;
    this.#history = history;
    this.#changed();
  }

  #follow(): void {
    const { target } = this.#controller;
    if (target === this.#target) return;
    const same = target !== null && target.id === this.#target?.id;
    this.#target = target;
    this.#variant = undefined;
    if (same) return;
    this.#beside = null;
    this.#history = null;
    this.#asked = false;
  }
}
