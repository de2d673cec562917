import type { ArticleRow, ArticlesOutput, DeskSettings } from '../../../server/http/contract.ts';
import type { ErfaraClient } from '../../client/client.ts';
import { deskOf } from '../../client/desk.ts';
import { followChanges } from '../../client/follow.ts';
import { Latest } from '../../client/latest.ts';

const NO_DESK: DeskSettings = { name: '', languages: [], markets: [], channels: [], headings: {} };

/** Every article of the bank, read again when the bank changes; all rooms of a page share one. */
export class LiveArticles {
  rows: ArticleRow[] = [];
  desk: DeskSettings = NO_DESK;
  loaded = false;
  failure: unknown = null;
  readonly #listeners = new Set<() => void>();
  readonly #latest = new Latest();
  readonly #load: (signal: AbortSignal) => Promise<ArticlesOutput>;
  readonly #follow: (again: () => void) => () => void;
  #stop: (() => void) | null = null;

  constructor(load: (signal: AbortSignal) => Promise<ArticlesOutput>, follow: (again: () => void) => () => void) {
    this.#load = load;
    this.#follow = follow;
  }

  /** Tells of every change until the function that it answers is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#stop) {
      this.#stop = this.#follow(() => void this.read());
      void this.read();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  async read(): Promise<void> {
    try {
      const output = await this.#latest.run(this.#load);
      if (!output) return;
      this.rows = output.articles;
      this.desk = output.desk;
      this.loaded = true;
      this.failure = null;
    } catch (error) {
      this.failure = error;
    }
    for (const listener of this.#listeners) listener();
  }

  row(id: string): ArticleRow | null {
    return this.rows.find((row) => row.id === id) ?? null;
  }

  /** The article's title in the language, or in its first. */
  title(id: string, lang: string): string {
    const texts = this.row(id)?.texts ?? [];
    return (texts.find((text) => text.lang === lang) ?? texts[0])?.title ?? id;
  }

  get owners(): string[] {
    return [...new Set(this.rows.flatMap(({ owner }) => owner ?? []))].sort();
  }

  get folders(): string[] {
    return [...new Set(this.rows.map(({ folder }) => folder))].sort();
  }

  get tags(): string[] {
    return [...new Set(this.rows.flatMap(({ tags }) => tags))].sort();
  }
}

const shared = new WeakMap<ErfaraClient, LiveArticles>();

export function liveArticlesOf(client: ErfaraClient): LiveArticles {
  const known = shared.get(client);
  if (known) return known;
  const made = new LiveArticles(
    (signal) => deskOf(client).articles(signal),
    (again) => followChanges(client, ['index-changed', 'case-captured'], again),
  );
  shared.set(client, made);
  return made;
}
